using System.Net;
using System.Text;

namespace CoCreateStudio.Kit.Clipboard;

/// <summary>A block of cells as the clipboard takes it: a table with types for spreadsheets, and plain text for all others.</summary>
public sealed record ClipText(string Html, string Text)
{
    private const string Line = "<br style=\"mso-data-placement:same-cell\">";

    public static ClipText Of(IEnumerable<IReadOnlyList<ClipCell>> rows)
    {
        StringBuilder html = new("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><body><table>");
        StringBuilder text = new();
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row) Write(html, cell);
            html.Append("</tr>");
            text.AppendJoin('\t', row.Select(c => Quoted(c.Text))).Append("\r\n");
        }

        return new(html.Append("</table></body></html>").ToString(), text.ToString());
    }

    // Excel and WPS read mso-number-format, LibreOffice sdnum; both take text marked "@" as it stands, also "=1+1" and "007".
    private static void Write(StringBuilder html, in ClipCell cell)
    {
        var (excel, office) = (cell.Number, cell.Date, cell.HasTime) switch
        {
            (not null, _, _) => ("General", "1033;0;General"),
            (_, not null, false) => (@"yyyy\-mm\-dd", "1033;0;YYYY-MM-DD"),
            (_, not null, true) => (@"yyyy\-mm\-dd\ hh\:mm", "1033;0;YYYY-MM-DD HH:MM"),
            _ => (@"\@", "1033;0;@"),
        };
        html.Append("<td style=\"mso-number-format:'").Append(excel).Append("'\" sdnum=\"").Append(office).Append('"');
        if (cell.Number is { } number) html.Append(CultureInfo.InvariantCulture, $" x:num=\"{number}\" sdval=\"{number}\"");
        if (cell.Date is { } date) html.Append(CultureInfo.InvariantCulture, $" sdval=\"{date.ToOADate()}\"");
        html.Append('>').Append(WebUtility.HtmlEncode(cell.Text).Replace("\n", Line, StringComparison.Ordinal)).Append("</td>");
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\t\n\r\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
