namespace CoCreateStudio.Kit.Excel.Reading.Tables;

/// <summary>Takes columns without a heading for what they hold: numbers that count up, pictures, the first text, links.</summary>
internal sealed class ColumnGuess(ImportWords words, SheetHead head, int firstData, bool hasHeader)
{
    private readonly HashSet<string> _given = [];

    public FoundColumn Guess(FoundColumn column, IReadOnlyCollection<FoundColumn> named)
    {
        var (role, reason) = RoleOf(column.Column);
        var target = words.Targets.FirstOrDefault(t => t.Role == role);
        if (target is null || IsTaken(target, role, named)) return column;
        _given.Add(target.Key);
        var sure = reason is MappingReason.CountsUp or MappingReason.HoldsPictures || hasHeader && reason == MappingReason.FirstText;
        return column with { Target = target, Reason = reason, Confidence = sure ? MappingConfidence.Likely : MappingConfidence.Ask };
    }

    // An issue list that names its title needs no guessed description.
    private bool IsTaken(ImportTarget target, TargetRole role, IReadOnlyCollection<FoundColumn> named) =>
        !target.Many && (named.Any(c => c.Target?.Role == role) || _given.Contains(target.Key));

    private (TargetRole Role, MappingReason Reason) RoleOf(int column)
    {
        var values = head.Values(column, firstData).ToList();
        if (HeaderFinder.CountsUp(values)) return (TargetRole.Number, MappingReason.CountsUp);
        if (HoldsPictures(column, values)) return (TargetRole.Picture, MappingReason.HoldsPictures);
        if (values.Count > 0 && values.All(v => IsLink(v.Text))) return (TargetRole.Note, MappingReason.HoldsLinks);
        return values.Any(v => v.Kind == CellKind.Text) ? (TargetRole.Essence, MappingReason.FirstText) : (TargetRole.Plain, MappingReason.NothingFits);
    }

    private bool HoldsPictures(int column, List<SourceCell> values)
    {
        var pictures = head.Sheet.Layout.Pictures.Count(p => p.Column == column && p.Row >= firstData && !p.ZeroSize && !p.Preview);
        return pictures > 0 && pictures * 2 > values.Count(v => v.Kind == CellKind.Text) || values.Any(v => v.Kind == CellKind.Picture);
    }

    private static bool IsLink(string text) => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "ftp" or "mailto");
}
