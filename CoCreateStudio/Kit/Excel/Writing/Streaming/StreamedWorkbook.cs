using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace CoCreateStudio.Kit.Excel.Writing.Streaming;

/// <summary>
/// A sheet whose rows are streamed. ClosedXML composes it with prototype rows, from <paramref name="FirstRow"/> down to its
/// last row: they give the styles and vanish, and each range that ends in them ends in the last row written instead.
/// </summary>
internal sealed record StreamedSheet(string Name, int FirstRow, Func<SheetRows, CancellationToken, Task> WriteAsync);

/// <summary>Saves a composed workbook; rows and pictures are written as they come, so memory does not grow with them.</summary>
internal static partial class StreamedWorkbook
{
    private const string WorkbookPart = "xl/workbook.xml";

    /// <summary>The sheets are written in the order given, whatever their order in the book.</summary>
    public static async Task SaveAsync(XLWorkbook book, Stream output, IReadOnlyList<StreamedSheet> sheets, CancellationToken ct)
    {
        using var composed = new MemoryStream();
        book.SaveAs(composed);
        using var package = new Package(composed, output);
        var workbook = package.Read(WorkbookPart) ?? throw new InvalidDataException(WorkbookPart);
        var parts = PartsByName(workbook, package.TargetsOf(WorkbookPart));
        var names = workbook.Descendants(workbook.Name.Namespace + "definedName").ToList();
        foreach (var sheet in sheets)
        {
            var lastRow = await new SheetPart(package, parts[sheet.Name], sheet).WriteAsync(ct);
            foreach (var name in names) Resize(name, sheet, lastRow);
        }

        // ClosedXML writes print titles as 1:2, LibreOffice only repeats $1:$2.
        foreach (var titles in names.Where(n => (string?)n.Attribute("name") == "_xlnm.Print_Titles"))
            titles.Value = RelativeRow().Replace(titles.Value, "$$$0");
        package.Write(WorkbookPart, workbook.WriteTo);
        package.Complete();
    }

    /// <summary>Ends a range such as "A2:L3", "H3" or "$A$2:$L$3" in the last row if it ends in the prototype rows.</summary>
    public static string Resize(string ranges, int firstRow, int lastRow) => Range().Replace(ranges, range =>
        int.Parse(range.Groups["row"].ValueSpan, CultureInfo.InvariantCulture) < firstRow
            ? range.Value
            : $"{range.Groups["start"]}:{range.Groups["column"]}{lastRow}");

    private static Dictionary<string, string> PartsByName(XElement workbook, Dictionary<string, string> parts) =>
        workbook.Descendants(workbook.Name.Namespace + "sheet")
            .ToDictionary(s => (string)s.Attribute("name")!, s => parts[(string)s.Attribute(Package.Office + "id")!]);

    private static void Resize(XElement name, StreamedSheet sheet, int lastRow)
    {
        var at = name.Value.LastIndexOf('!');
        if (at < 0 || name.Value[..at].Trim('\'').Replace("''", "'", StringComparison.Ordinal) != sheet.Name) return;
        name.Value = name.Value[..at] + Resize(name.Value[at..], sheet.FirstRow, lastRow);
    }

    [GeneratedRegex(@"(?<start>(?<column>\$?[A-Z]{1,3}\$?)(?<row>\d+))(:(?<column>\$?[A-Z]{1,3}\$?)(?<row>\d+))?")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<=[!:])\w+")]
    private static partial Regex RelativeRow();
}
