using System.Text.Json;
using System.Text.RegularExpressions;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Kit.Clipboard;

/// <summary>Reads what came from the clipboard as rows of cells: a table that the browser took apart, or text with tabs.</summary>
public static partial class ClipReader
{
    /// <summary>More than this is a file's business, not the clipboard's.</summary>
    public const long MaxBytes = 8 * 1024 * 1024;

    public static async Task<IReadOnlyList<IReadOnlyList<SourceCell>>> ReadAsync(Stream json, CancellationToken ct = default)
    {
        var brought = await JsonSerializer.DeserializeAsync<Brought>(json, JsonSerializerOptions.Web, ct) ?? new(null, null);
        return brought.Rows is { } rows
            ? [.. rows.Select(row => row.Select((cell, at) => Cell(at + 1, cell.Text ?? "", cell.Serial)).ToList())]
            : Tabs(brought.Text ?? "");
    }

    /// <summary>Rows by line, cells by tab; a cell in quotes may hold both.</summary>
    public static IReadOnlyList<IReadOnlyList<SourceCell>> Tabs(string text)
    {
        List<IReadOnlyList<SourceCell>> rows = [];
        List<SourceCell> row = [];
        for (var at = 0; at <= text.Length;)
        {
            var (cell, end) = Take(text, at);
            row.Add(Cell(row.Count + 1, cell, null));
            at = end;
            if (at < text.Length && text[at] == '\t')
            {
                at++;
                continue;
            }

            rows.Add(row);
            row = [];
            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            if (at >= text.Length) break; // a last line break ends the last row and begins none
        }

        return rows;
    }

    // A quote that is not closed, or that nothing in the cell calls for, was typed by somebody.
    private static (string Text, int End) Take(string text, int at)
    {
        if (Quoted().Match(text, at) is { Success: true } found && found.Groups["in"].Value is var inside && inside.AsSpan().IndexOfAny("\t\r\n\"") >= 0)
            return (inside.Replace("\"\"", "\"", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal), found.Index + found.Length);
        var end = text.AsSpan(at).IndexOfAny("\t\r\n");
        return end < 0 ? (text[at..], text.Length) : (text.Substring(at, end), at + end);
    }

    private static SourceCell Cell(int column, string text, double? serial) => serial is >= 1 and < 2_958_466
        ? SourceCell.OfDate(column, DateTime.FromOADate(serial.Value))
        : Error().IsMatch(text) ? SourceCell.OfError(column, text) : SourceCell.OfText(column, text);

    private sealed record Brought(IReadOnlyList<IReadOnlyList<BroughtCell>>? Rows, string? Text);

    /// <param name="Serial">Where the spreadsheet says that it is a date: the days since 1899-12-30.</param>
    private sealed record BroughtCell(string? Text, double? Serial);

    [GeneratedRegex("\\G\"(?<in>(?:[^\"]|\"\")*)\"(?=[\\t\\r\\n]|\\z)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)$")]
    private static partial Regex Error();
}
