using System.Buffers.Binary;
using System.Text;

namespace CoCreateStudio.Tests.Support;

/// <summary>A smallest old workbook (.xls, BIFF8): one sheet with texts and numbers, and number formats.</summary>
public sealed class BiffBuilder
{
    private readonly List<byte> _sheet = [];
    private readonly List<string> _formats = [];
    private int _row;
    private bool _from1904;

    /// <summary>Counts days from 1904, as old Macintosh files do.</summary>
    public BiffBuilder From1904()
    {
        _from1904 = true;
        return this;
    }

    public int Format(string code)
    {
        _formats.Add(code);
        return _formats.Count;
    }

    public BiffBuilder Row(params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) Cell(i, values[i]);
        _row++;
        return this;
    }

    public BiffBuilder Merge(ushort top, ushort bottom, ushort left, ushort right)
    {
        Record(_sheet, 0xE5, Shorts(1, top, bottom, left, right));
        return this;
    }

    /// <summary>A record cut off after its first bytes.</summary>
    public BiffBuilder ShortDimensions()
    {
        Record(_sheet, 0x200, Shorts(0));
        return this;
    }

    public MemoryStream Build()
    {
        var body = new List<byte>();
        Record(body, 0x809, Shorts(0x600, 0x10, 0, 0, 0, 0, 0, 0));
        body.AddRange(_sheet);
        Record(body, 0x0A, []);
        var globals = Globals(0).Count;
        return OleBuilder.Build("Workbook", [.. Globals(globals), .. body]);
    }

    private List<byte> Globals(int sheetAt)
    {
        var book = new List<byte>();
        Record(book, 0x809, Shorts(0x600, 5, 0, 0, 0, 0, 0, 0));
        Record(book, 0x42, Shorts(1200));
        if (_from1904) Record(book, 0x22, Shorts(1));
        for (var i = 0; i < _formats.Count; i++) Record(book, 0x41E, [.. Shorts((ushort)(200 + i)), .. Text(_formats[i])]);
        for (var i = 0; i <= _formats.Count; i++) Record(book, 0xE0, [.. Shorts(0, i == 0 ? (ushort)0 : (ushort)(199 + i)), .. new byte[16]]);
        var place = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(place, sheetAt);
        Record(book, 0x85, [.. place, 0, 0, 6, 1, .. Encoding.Unicode.GetBytes("Sheet1")]);
        Record(book, 0x0A, []);
        return book;
    }

    private void Cell(int column, object? value)
    {
        if (value is string text) Record(_sheet, 0x204, [.. Shorts((ushort)_row, (ushort)column, 0), .. Text(text)]);
        else if (value is (double number, int style)) Record(_sheet, 0x203, [.. Shorts((ushort)_row, (ushort)column, (ushort)style), .. BitConverter.GetBytes(number)]);
    }

    private static byte[] Text(string text) => [.. Shorts((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Shorts(params ushort[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static void Record(List<byte> stream, ushort kind, byte[] content)
    {
        stream.AddRange(Shorts(kind, (ushort)content.Length));
        stream.AddRange(content);
    }
}
