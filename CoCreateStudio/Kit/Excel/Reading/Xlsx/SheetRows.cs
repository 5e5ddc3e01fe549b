using System.Xml;

namespace CoCreateStudio.Kit.Excel.Reading.Xlsx;

/// <summary>Pulls rows out of a sheet part, one at a time.</summary>
internal sealed class SheetRows(XmlReader xml, CellValues values, ReadLimits limits)
{
    private readonly SourceRow _row = new();
    private int _column;
    private int _style;
    private char _type;
    private string? _richValue;
    private long _cells;

    public IEnumerable<SourceRow> Read()
    {
        var number = 0;
        while (xml.Next())
        {
            if (xml.IsEnd("sheetData")) yield break;
            if (!xml.IsStart("row")) continue;
            number = xml.Number("r", number + 1);
            if (number > limits.Rows) throw new FileRefusedException(nameof(ReadingText.TooManyRows), null, limits.Rows);
            _row.Start(number, xml.Flag("hidden"));
            if (!xml.IsEmptyElement) ReadCells();
            if (_row.Cells.Length > 0) yield return _row;
        }
    }

    private void ReadCells()
    {
        _column = 0;
        while (xml.Next() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "c") ReadCell();
            else xml.SkipInside();
        }
    }

    private void ReadCell()
    {
        var empty = xml.IsEmptyElement;
        ReadAttributes();
        if (empty) return;
        SourceCell? cell = null;
        while (xml.Next() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            cell = xml.LocalName switch
            {
                "v" => ReadValue(cell),
                "is" => CellValues.Text(_column, xml.RichText()),
                "f" => ReadFormula(cell),
                _ => Skip(cell),
            };
        }

        if (_richValue is not null) cell = SourceCell.OfPicture(_column, _richValue);
        if (cell is { } found) Add(found);
    }

    private void Add(in SourceCell cell)
    {
        if (_row.Cells.Length == CellName.LastColumn) throw new InvalidDataException();
        if (++_cells > limits.CellsPerSheet) throw new FileRefusedException(nameof(ReadingText.TooManyCells), null, limits.CellsPerSheet);
        _row.Add(cell);
    }

    private void ReadAttributes()
    {
        (_style, _type, _richValue) = (0, 'n', null);
        _column++;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r": if (CellName.TryRead(Chars(), out _, out var column)) _column = column; break;
                case "s": if (int.TryParse(Chars(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var style)) _style = style; break;
                case "t": _type = TypeOf(Chars()); break;
                case "vm": _richValue = RichPictures.NameOf(xml.Value); break;
                default: break;
            }
        }

        xml.MoveToElement();
    }

    private SourceCell? ReadValue(SourceCell? before)
    {
        if (xml.IsEmptyElement) return before;
        // An inline string wins over the value some tools write beside it.
        if (_type == 'i' || before is { Kind: CellKind.Picture })
        {
            xml.SkipInside();
            return before;
        }

        if (_type is 'n' or 's') return ReadShort();
        var text = xml.ReadText();
        return _type switch
        {
            'b' => SourceCell.OfText(_column, text is "1" or "true" ? "TRUE" : "FALSE"),
            'e' => SourceCell.OfError(_column, text),
            'd' => CellValues.Iso(_column, text),
            _ => CellValues.Text(_column, Escapes.Decode(text)),
        };
    }

    private SourceCell? ReadShort()
    {
        if (!xml.Next() || xml.NodeType == XmlNodeType.EndElement) return null;
        var chars = Chars();
        SourceCell? cell = chars.IsEmpty ? null : _type == 's' ? values.Shared(_column, chars) : values.Number(_column, chars, _style);
        while (xml.NodeType != XmlNodeType.EndElement && xml.Next())
        {
        }

        return cell;
    }

    private SourceCell? ReadFormula(SourceCell? before)
    {
        var formula = xml.ReadText();
        if (LinkFormula.AddressIn(formula) is { } address) _row.Link(_column, address);
        var picture = DispImage.NameIn(formula);
        return picture is null ? before : SourceCell.OfPicture(_column, picture);
    }

    private SourceCell? Skip(SourceCell? before)
    {
        xml.SkipInside();
        return before;
    }

    private ReadOnlySpan<char> Chars() => xml.Value;

    private static char TypeOf(ReadOnlySpan<char> type) => type switch
    {
        "s" => 's',
        "str" => 't',
        "inlineStr" => 'i',
        "b" => 'b',
        "e" => 'e',
        "d" => 'd',
        _ => 'n',
    };
}
