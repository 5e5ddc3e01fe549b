namespace CoCreateStudio.Kit.Clipboard;

/// <summary>One cell on its way to another table: text that stays text, a number, a day or a moment.</summary>
public readonly record struct ClipCell(string Text, decimal? Number = null, DateTime? Date = null, bool HasTime = false)
{
    public static readonly ClipCell Empty = new("");

    public static ClipCell Of(string? text) => new(text ?? "");

    public static ClipCell Of(decimal? number) => number is { } known ? new(known.ToString(CultureInfo.InvariantCulture), Number: known) : Empty;

    /// <summary>In ISO order: whatever the reader's country, no table takes the day for the month.</summary>
    public static ClipCell Of(DateOnly? day) => day is { } known ? new(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Date: known.ToDateTime(default)) : Empty;

    /// <param name="moment">In the reader's time.</param>
    public static ClipCell At(DateTime? moment) => moment is { } known ? new(known.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Date: known, HasTime: true) : Empty;
}
