using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Bench;

/// <summary>Files that want more memory than they may have, given to "inspect" as a process of its own: each is read or refused, and never holds more than 300 MB.</summary>
internal static class Hostile
{
    private const double Budget = 300;
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Headings = "<row r=\"1\"><c t=\"inlineStr\"><is><t>序号</t></is></c><c t=\"inlineStr\"><is><t>问题描述</t></is></c></row>";

    public static async Task MeasureAsync(string folder, Report report)
    {
        var file = Path.Combine(folder, "hostile.xlsx");
        foreach (var (name, write) in Files())
        {
            Workbook(file, write);
            report.Add($"inspect: {name} ({new FileInfo(file).Length >> 20} MB), peak memory", await PeakAsync(folder, file), "MB", Budget);
        }

        var text = Path.Combine(folder, "hostile.csv");
        await File.WriteAllLinesAsync(text, Enumerable.Range(0, 1_000_000).Select(i => i == 0 ? "序号,问题描述" : $"{i},第 {i} 条，变更单驳回后附件丢失，请尽快处理，谢谢，一二三四五六七"));
        report.Add($"inspect: a million lines of CSV ({new FileInfo(text).Length >> 20} MB), peak memory", await PeakAsync(folder, text), "MB", Budget);
    }

    private static IEnumerable<(string Name, Action<StreamWriter> Write)> Files()
    {
        yield return ("50,000 rows", sheet => Rows(sheet, 50_000));
        yield return ("a million rows", sheet => Rows(sheet, 1_000_000));
        yield return ("a bomb of one text", sheet => Filled(sheet, "<row r=\"2\"><c t=\"inlineStr\"><is><t>", new string('a', 1 << 20), "</t></is></c></row>"));
        yield return ("a bomb of merged cells", sheet => Filled(sheet, "</sheetData><mergeCells>", string.Concat(Enumerable.Repeat("<mergeCell ref=\"A2:A9\"/>", 40_000)), "</mergeCells><sheetData>"));
    }

    private static void Rows(StreamWriter sheet, int count)
    {
        for (var i = 1; i <= count; i++) sheet.Write($"<row r=\"{i + 1}\"><c><v>{i}</v></c><c t=\"inlineStr\"><is><t>第 {i} 条，变更单驳回后附件丢失 {i * 7919 % 104_729}</t></is></c></row>");
    }

    private static void Filled(StreamWriter sheet, string before, string filling, string after)
    {
        sheet.Write(before);
        for (var i = 0; i < 900; i++) sheet.Write(filling);
        sheet.Write(after);
    }

    private static void Workbook(string file, Action<StreamWriter> write)
    {
        File.Delete(file);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Part(zip, "_rels/.rels", p => p.Write($"<Relationships><Relationship Id=\"r\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        Part(zip, "xl/workbook.xml", p => p.Write($"<workbook xmlns:r=\"{Relation}\"><sheets><sheet name=\"S\" r:id=\"s\"/></sheets></workbook>"));
        Part(zip, "xl/_rels/workbook.xml.rels", p => p.Write($"<Relationships><Relationship Id=\"s\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        Part(zip, "xl/worksheets/sheet1.xml", p =>
        {
            p.Write("<worksheet><sheetData>" + Headings);
            write(p);
            p.Write("</sheetData></worksheet>");
        });
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using StreamWriter part = new(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        write(part);
    }

    private static async Task<double> PeakAsync(string folder, string file)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(folder, "app", "CoCreateStudio.dll"), "inspect", file }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The application did not start.");
        var told = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Peak(process));
            await Task.Delay(5);
        }

        if (process.ExitCode is not (0 or 2)) throw new InvalidOperationException($"inspect ended with {process.ExitCode}: {await told}");
        return peak / 1048576.0;
    }

    // The high-water mark is read again and again, since it is gone with the process, which may end before it is read.
    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
