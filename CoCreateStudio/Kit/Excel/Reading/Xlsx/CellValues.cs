namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>Turns what is written in a cell element into a cell.</summary>
internal sealed class CellValues(IReadOnlyList<string> shared, IReadOnlyList<CellStyle> styles, bool from1904)
{
    public static SourceCell Text(int column, string text) =>
        DispImage.NameIn(text) is { } picture ? SourceCell.OfPicture(column, picture) : SourceCell.OfText(column, text);

    public SourceCell Shared(int column, ReadOnlySpan<char> value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count
            ? SourceCell.OfText(column, shared[index])
            : SourceCell.OfText(column, "");

    public SourceCell Number(int column, ReadOnlySpan<char> value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return Text(column, value.Trim().ToString());
        var look = style >= 0 && style < styles.Count ? styles[style] : CellStyle.General;
        return look.Cell(column, number, from1904);
    }

    public static SourceCell Iso(int column, ReadOnlySpan<char> value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date)
            ? SourceCell.OfDate(column, DateTime.SpecifyKind(date, DateTimeKind.Unspecified))
            : SourceCell.OfText(column, value.ToString());
}
