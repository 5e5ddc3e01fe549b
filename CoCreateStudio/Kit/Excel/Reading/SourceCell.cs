namespace CoCreateStudio.Kit.Excel.Reading;

public enum CellKind : byte
{
    Text,
    Number,
    Date,
    Time,
    Error,

    /// <summary>A picture inside the cell; <see cref="SourceCell.Text"/> is empty.</summary>
    Picture,
}

/// <summary>One cell, the same whatever file it came from. Its text is made when it is asked for.</summary>
public readonly struct SourceCell
{
    private readonly string? _text;
    // A number's bits or a date's ticks: one field keeps the cell at 24 bytes.
    private readonly long _value;
    private readonly NumberLook _look;

    private SourceCell(int column, CellKind kind, string? text, long value, NumberLook look)
    {
        Column = column;
        Kind = kind;
        _text = text;
        _value = value;
        _look = look;
    }

    /// <summary>1 is column A.</summary>
    public int Column { get; }

    public CellKind Kind { get; }

    /// <summary>The cell as a person sees it: no "1.0", no noise after the fifteenth digit, dates in ISO order.</summary>
    public string Text => Kind switch
    {
        CellKind.Number => NumberWords.Write(Value, _look),
        CellKind.Date => Date is { } date ? date.ToString(HasTime ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        CellKind.Time => NumberWords.Time(Value),
        CellKind.Picture => "",
        _ => _text ?? "",
    };

    public double? Number => Kind == CellKind.Number ? Value : null;

    public DateTime? Date => Kind == CellKind.Date ? new DateTime(_value) : null;

    public bool HasTime => Date is { } date && date.TimeOfDay > TimeSpan.Zero;

    /// <summary>The name under which the file keeps the picture of this cell.</summary>
    public string? PictureName => Kind == CellKind.Picture ? _text : null;

    public bool IsEmpty => Kind <= CellKind.Text && string.IsNullOrWhiteSpace(_text);

    public static SourceCell OfText(int column, string text) => new(column, CellKind.Text, text, 0, NumberLook.Plain);

    public static SourceCell OfNumber(int column, double number, NumberLook look = default) => new(column, CellKind.Number, null, BitConverter.DoubleToInt64Bits(number), look);

    public static SourceCell OfDate(int column, DateTime date) => new(column, CellKind.Date, null, date.Ticks, NumberLook.Plain);

    public static SourceCell OfTime(int column, double days) => new(column, CellKind.Time, null, BitConverter.DoubleToInt64Bits(days), NumberLook.Plain);

    public static SourceCell OfError(int column, string text) => new(column, CellKind.Error, text, 0, NumberLook.Plain);

    public static SourceCell OfPicture(int column, string name) => new(column, CellKind.Picture, name, 0, NumberLook.Plain);

    public SourceCell At(int column) => new(column, Kind, _text, _value, _look);

    private double Value => BitConverter.Int64BitsToDouble(_value);
}
