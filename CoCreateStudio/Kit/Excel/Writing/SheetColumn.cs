using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

public enum ColumnKind
{
    Text,
    WrappedText,
    Number,
    Date,
    DateTime,
    Link,
    Pictures,
    Choice,
}

/// <summary>
/// What a sheet's head needs to know of a column. The key stands in the hidden first row and never changes;
/// the heading is translated when the sheet is written. The width is in characters.
/// </summary>
public abstract class SheetColumn
{
    private protected SheetColumn(string key, Func<string> heading, double width, ColumnKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        (Key, Heading, Width, Kind) = (key, heading, width, kind);
    }

    public string Key { get; }

    public Func<string> Heading { get; }

    public double Width { get; }

    public ColumnKind Kind { get; }

    /// <summary>For ids that an import needs and a reader does not.</summary>
    public bool IsHidden { get; init; }

    internal string NumberFormat { get; init; } = "";

    internal Func<IReadOnlyList<Choice>> Choices { get; init; } = () => [];
}

public sealed class SheetColumn<T> : SheetColumn
{
    internal SheetColumn(string key, Func<string> heading, double width, ColumnKind kind, Action<SheetRows, T, TimeZoneInfo> write)
        : base(key, heading, width, kind) => Write = write;

    internal Action<SheetRows, T, TimeZoneInfo> Write { get; }

    /// <summary>The text that decides the height of the row.</summary>
    internal Func<T, string?>? Wraps { get; init; }

    internal Func<T, IReadOnlyList<SheetPicture>>? Pictures { get; init; }
}
