namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>
/// Writes the data rows of one sheet, cell after cell, in the styles of its prototype rows.
/// Text only ever becomes an inline string, so no value can turn into a formula.
/// </summary>
internal sealed class SheetRows(Stream output, PrototypeRow[] prototypes, int firstRow)
{
    private const int MaxRows = 1_048_576;
    private const int MaxText = 32_767;
    private const int MaxLinks = 65_530;
    private const int MaxUrl = 2_079;
    private const double MaxHeight = 409;
    private const string CutMark = " […]";
    // Excel takes 1900 for a leap year: it knows no right date before this one.
    private static readonly DateTime FirstDate = new(1900, 3, 1);

    private readonly XmlBytes _xml = new(output);
    private readonly byte[] _number = new byte[8];
    private PrototypeRow _row = new([]);
    private int _digits;
    private int _next;

    public int Row { get; private set; } = firstRow - 1;

    public int Count => Row - firstRow + 1;

    public List<(string Cell, string Target)> Links { get; } = [];

    public List<PlacedPicture> Pictures { get; } = [];

    /// <summary>Starts the next row; cells left out of a row stay blank but styled. The height is in points.</summary>
    public void Next(int prototype = 0, double height = 0)
    {
        if (Row == MaxRows) throw new InvalidOperationException($"A sheet holds {MaxRows} rows.");
        End();
        _row = prototypes[prototype];
        _next = 0;
        Row++;
        Row.TryFormat(_number, out _digits, default, CultureInfo.InvariantCulture);
        _xml.Raw("<row r=\""u8);
        _xml.Raw(_number.AsSpan(0, _digits));
        if (height > 0)
        {
            // Without customHeight: Excel still fits the row when somebody edits it.
            _xml.Raw("\" ht=\""u8);
            _xml.Number(Math.Min(height, MaxHeight));
        }

        _xml.Raw("\">"u8);
    }

    public void Blank()
    {
        Open();
        _xml.Raw("/>"u8);
    }

    public void Number(decimal? value)
    {
        if (value is { } number) Value(number);
        else Blank();
    }

    /// <summary>A real date; one that Excel does not know is written as text.</summary>
    public void Date(DateTime? value)
    {
        if (value is not { } date) Blank();
        else if (date < FirstDate) Text(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else Value(date.ToOADate());
    }

    public void Text(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            Blank();
            return;
        }

        if (value.Length > MaxText) value = Cut(value);
        Open();
        _xml.Raw(" t=\"inlineStr\"><is><t"u8);
        _xml.Raw(char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) ? " xml:space=\"preserve\">"u8 : ">"u8);
        _xml.Text(value);
        _xml.Raw("</t></is></c>"u8);
    }

    /// <summary>Text that leads to a web or mail address, or with "#'Sheet'!A1" to a place in the workbook.</summary>
    public void Link(string? text, string? url)
    {
        if (Target(url) is { Length: <= MaxUrl } target && Links.Count < MaxLinks) Links.Add((_row.Cells[_next].Column + Row, target));
        Text(text);
    }

    /// <summary>Pictures side by side in the next cell; the names of those that Excel cannot show stand below them.</summary>
    public void Strip(PictureStrip strip)
    {
        Pictures.AddRange(strip.Pictures.Select(p => p with { Column = _row.Cells[_next].Index - 1, Row = Row - 1 }));
        Text(strip.OtherNames);
    }

    public double WidthOf(int column) => prototypes[0].Cells[column].Width;

    /// <summary>Fills up and closes the last row.</summary>
    public void Finish()
    {
        End();
        _xml.Flush();
    }

    private static string? Target(string? url)
    {
        if (url?.StartsWith('#') == true) return url.Length > 1 ? PlainText.Of(url) : null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? uri.AbsoluteUri : null;
    }

    private static string Cut(string value)
    {
        var keep = MaxText - CutMark.Length;
        return string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[keep - 1]) ? keep - 1 : keep), CutMark);
    }

    private void Value<T>(T value) where T : IUtf8SpanFormattable
    {
        Open();
        _xml.Raw("><v>"u8);
        _xml.Number(value);
        _xml.Raw("</v></c>"u8);
    }

    private void Open()
    {
        var cell = _row.Cells[_next++];
        _xml.Raw(cell.Open);
        _xml.Raw(_number.AsSpan(0, _digits));
        _xml.Raw(cell.Style);
    }

    private void End()
    {
        if (_row.Cells.Length == 0) return;
        while (_next < _row.Cells.Length) Blank();
        _xml.Raw("</row>"u8);
    }
}
