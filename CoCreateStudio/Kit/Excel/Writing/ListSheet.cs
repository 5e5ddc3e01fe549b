using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The prototype rows of a sheet that is filled in; one that is only read has the first alone.</summary>
internal enum RowLook
{
    Usual,
    Opened,
    Spare,
}

/// <summary>A sheet with one table: hidden key row, translated headings, rows.</summary>
public abstract class ListSheet
{
    internal const int KeyRow = 1;
    internal const int HeadingRow = 2;
    internal const int FirstRow = 3;

    private protected ListSheet(string name, IReadOnlyList<SheetColumn> columns)
    {
        if (columns.Count == 0) throw new ArgumentException("A sheet needs a column.", nameof(columns));
        (Name, Columns) = (name, columns);
    }

    /// <summary>The title of the sheet; its tab shows as much of it as Excel takes.</summary>
    public string Name { get; }

    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>The columns on the left that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>
    /// Null for a sheet that is only read. Otherwise it is filled in and sent back: closed columns are shaded and locked, without a
    /// password, and so many empty rows stand below for new ones.
    /// </summary>
    public int? SpareRows { get; init; }

    /// <returns>How many rows there were.</returns>
    internal abstract Task<int> WriteRowsAsync(SheetRows rows, TimeZoneInfo zone, RowTally tally, CancellationToken ct);
}

public sealed class ListSheet<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> source) : ListSheet(name, columns)
{
    // What the indent takes from the width, in characters.
    private const double Indent = 1.5;

    private readonly SheetColumn<T>[] _wrapping = [.. columns.Where(c => c.Wraps is not null)];
    private readonly SheetColumn<T>? _opening = columns.SingleOrDefault(c => c.OpensFor is not null);
    private readonly bool _hasPictures = columns.Any(c => c.Pictures is not null);

    public ListSheet(string name, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) : this(name, columns, rows.ToAsyncEnumerable())
    {
    }

    internal override async Task<int> WriteRowsAsync(SheetRows rows, TimeZoneInfo zone, RowTally tally, CancellationToken ct)
    {
        await foreach (var item in source.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            if (_hasPictures) await WriteWithPicturesAsync(rows, item, zone, ct);
            else Write(rows, item, zone);
            tally.Add();
        }

        var written = rows.Count;
        for (var spare = 0; spare < SpareRows; spare++) rows.Next((int)RowLook.Spare, TextHeight.Of(1));
        return written;
    }

    private void Write(SheetRows rows, T item, TimeZoneInfo zone)
    {
        rows.Next(Look(item), TextHeight.Of(Lines(item)));
        foreach (var column in columns) column.Write(rows, item, zone);
    }

    private async Task WriteWithPicturesAsync(SheetRows rows, T item, TimeZoneInfo zone, CancellationToken ct)
    {
        var strips = new PictureStrip?[columns.Count];
        var height = TextHeight.Of(Lines(item));
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Pictures is not { } pictures) continue;
            var strip = await PictureStrip.MeasureAsync(pictures(item), rows.WidthOf(i), ct);
            strips[i] = strip;
            height = Math.Max(height, strip.Height);
        }

        rows.Next(Look(item), height);
        foreach (var (column, strip) in columns.Zip(strips))
        {
            if (strip is null) column.Write(rows, item, zone);
            else rows.Strip(strip);
        }
    }

    private int Look(T item) => (int)(SpareRows is not null && _opening?.OpensFor!(item) == true ? RowLook.Opened : RowLook.Usual);

    private int Lines(T item)
    {
        var lines = 1;
        foreach (var column in _wrapping) lines = Math.Max(lines, TextHeight.Lines(column.Wraps!(item), column.Width - Indent));
        return lines;
    }
}
