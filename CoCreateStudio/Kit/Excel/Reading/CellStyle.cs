namespace CoCreateStudio.Kit.Excel.Reading;

/// <summary>What a number format makes of a number.</summary>
internal readonly record struct CellStyle(CellKind Kind, NumberLook Look)
{
    public static readonly CellStyle General = new(CellKind.Number, NumberLook.Plain);

    // Below this, a number shown as a time is a time or a duration, not a day.
    private const double FirstLikelyDay = 10_000;

    public SourceCell Cell(int column, double number, bool from1904) => Kind switch
    {
        CellKind.Date => Day(column, number, from1904),
        CellKind.Time => number < FirstLikelyDay ? SourceCell.OfTime(column, number) : Day(column, number, from1904),
        _ => SourceCell.OfNumber(column, number, Look),
    };

    private static SourceCell Day(int column, double number, bool from1904) =>
        SerialDate.Read(number, from1904) is { } date ? SourceCell.OfDate(column, date) : SourceCell.OfNumber(column, number);
}
