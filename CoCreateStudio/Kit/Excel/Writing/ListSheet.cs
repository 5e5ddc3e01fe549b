using CoCreateStudio.Kit.Excel.Writing.Streaming;

namespace CoCreateStudio.Kit.Excel.Writing;

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

    internal abstract Task WriteRowsAsync(SheetRows rows, TimeZoneInfo zone, RowTally tally, CancellationToken ct);
}

public sealed class ListSheet<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> source) : ListSheet(name, columns)
{
    // What the indent takes from the width, in characters.
    private const double Indent = 1.5;

    private readonly SheetColumn<T>[] _wrapping = [.. columns.Where(c => c.Wraps is not null)];
    private readonly bool _hasPictures = columns.Any(c => c.Pictures is not null);

    public ListSheet(string name, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) : this(name, columns, rows.ToAsyncEnumerable())
    {
    }

    internal override async Task WriteRowsAsync(SheetRows rows, TimeZoneInfo zone, RowTally tally, CancellationToken ct)
    {
        await foreach (var item in source.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            if (_hasPictures) await WriteWithPicturesAsync(rows, item, zone, ct);
            else Write(rows, item, zone);
            tally.Add();
        }
    }

    private void Write(SheetRows rows, T item, TimeZoneInfo zone)
    {
        rows.Next(height: TextHeight.Of(Lines(item)));
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

        rows.Next(height: height);
        foreach (var (column, strip) in columns.Zip(strips))
        {
            if (strip is null) column.Write(rows, item, zone);
            else rows.Strip(strip);
        }
    }

    private int Lines(T item)
    {
        var lines = 1;
        foreach (var column in _wrapping) lines = Math.Max(lines, TextHeight.Lines(column.Wraps!(item), column.Width - Indent));
        return lines;
    }
}
