using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>What became of the rows of an import that was taken back.</summary>
/// <param name="Rows">New rows that were archived.</param>
/// <param name="Edited">Those of them that somebody has edited since.</param>
/// <param name="Back">Changed rows that are what they were.</param>
/// <param name="Kept">Changed rows that somebody has changed again since, and that stay.</param>
public sealed record ImportUndone(int Rows, int Edited, int Back = 0, int Kept = 0)
{
    public string Text => string.Join(" · ", Parts);

    private IEnumerable<string> Parts
    {
        get
        {
            if (Rows > 0 || Back + Kept == 0) yield return Say(Edited == 0 ? ImportText.UndoneImport : ImportText.UndoneEdited, Rows, Edited);
            if (Back > 0) yield return Say(ImportText.UndoneBack, Back);
            if (Kept > 0) yield return Say(ImportText.UndoneKept, Kept);
        }
    }

    private static string Say(string text, params int[] counts) => string.Format(CultureInfo.CurrentCulture, text, [.. counts.Select(Format.Count)]);
}
