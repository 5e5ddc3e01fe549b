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

    /// <summary>Of a sheet that is filled in: this column takes what the reader writes.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether its cells can be written in, in a row that looks like this.</summary>
    internal virtual bool IsOpenIn(RowLook look) => IsOpen;

    internal string NumberFormat { get; init; } = "";

    internal Func<IReadOnlyList<Choice>> Choices { get; init; } = () => [];
}

public sealed class SheetColumn<T> : SheetColumn
{
    internal SheetColumn(string key, Func<string> heading, double width, ColumnKind kind, Action<SheetRows, T, TimeZoneInfo> write)
        : base(key, heading, width, kind) => Write = write;

    internal Action<SheetRows, T, TimeZoneInfo> Write { get; }

    /// <summary>The rows in which this column is open although it is closed in all others; one column of a sheet may have such.</summary>
    public Func<T, bool>? OpensFor { get; init; }

    /// <summary>The same column, to be filled in: in every row, or only in some.</summary>
    public SheetColumn<T> Open(Func<T, bool>? onlyFor = null) => new(Key, Heading, Width, Kind, Write)
    {
        IsHidden = IsHidden,
        NumberFormat = NumberFormat,
        Choices = Choices,
        Wraps = Wraps,
        Pictures = Pictures,
        IsOpen = onlyFor is null,
        OpensFor = onlyFor,
    };

    internal override bool IsOpenIn(RowLook look) => IsOpen || (look == RowLook.Opened && OpensFor is not null);

    /// <summary>The text that decides the height of the row.</summary>
    internal Func<T, string?>? Wraps { get; init; }

    internal Func<T, IReadOnlyList<SheetPicture>>? Pictures { get; init; }
}
