using System.Text.RegularExpressions;

namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Labels with values above the table: "提出人：李四" in one cell, or the label in one cell and the value in the next.</summary>
internal sealed partial class FactFinder(HeadingMatcher matcher)
{
    private const int FarthestValue = 4;

    public static bool IsFact(string text) => LabelAndValue().IsMatch(text);

    public List<FoundFact> Find(SheetHead head, int tableTop)
    {
        var facts = new List<FoundFact>();
        foreach (var row in head.Rows.Where(r => r.Number < tableTop))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var fact = InOneCell(row, i) ?? InTwoCells(row, i);
                if (fact is not null) facts.Add(fact);
            }
        }

        return facts;
    }

    private FoundFact? InOneCell(HeadRow row, int i)
    {
        var found = LabelAndValue().Match(row.Cells[i].Text);
        return found.Success ? new FoundFact(found.Groups[1].Value.Trim(), found.Groups[2].Value.Trim(), null, TargetOf(found.Groups[1].Value), row.Number) : null;
    }

    private FoundFact? InTwoCells(HeadRow row, int i)
    {
        var label = row.Cells[i];
        if (label.Kind != CellKind.Text || i + 1 == row.Cells.Count) return null;
        var target = TargetOf(label.Text);
        if (target is null && !label.Text.TrimEnd().EndsWith(':') && !label.Text.TrimEnd().EndsWith('：')) return null;
        var value = row.Cells[i + 1];
        if (value.Column - label.Column > FarthestValue || TargetOf(value.Text) is not null || IsFact(value.Text)) return null;
        return new FoundFact(Heading.Shown(label.Text), value.Text.Trim(), value.Date, target, row.Number);
    }

    private ImportTarget? TargetOf(string label)
    {
        var match = matcher.Match(label).OrderByDescending(m => m.Score).FirstOrDefault();
        return match.Score > HeadingMatcher.Similar ? match.Target : null;
    }

    // A time (10:30) or an address (https://…) is no label.
    [GeneratedRegex(@"^\s*([^:：\n\d]{1,24})[:：](?!//)\s*(\S[^\n]{0,80})\s*$")]
    private static partial Regex LabelAndValue();
}
