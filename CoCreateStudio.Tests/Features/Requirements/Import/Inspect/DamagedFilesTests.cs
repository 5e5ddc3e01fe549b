using System.Globalization;
using System.IO.Compression;
using System.Text;
using CoCreateStudio.Features.Requirements.Import.Inspect;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Inspect;

/// <summary>Whatever happened to a file on its way: it is read, or refused with a sentence. COCREATE_FUZZ says how many of them are tried.</summary>
public class DamagedFilesTests
{
    private const int Few = 120;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("COCREATE_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : Few;

    [Fact]
    public void A_damaged_workbook_is_read_or_refused_with_a_sentence()
    {
        var whole = Parts(Workbook());

        for (var seed = 0; seed < Count; seed++) Look(Damage(whole, new Random(seed)), "a.xlsx", seed);
    }

    [Fact]
    public void An_archive_with_any_byte_changed_is_read_or_refused_with_a_sentence()
    {
        var whole = Workbook();

        for (var seed = 0; seed < Count; seed++) Look(Flipped(whole, new Random(seed)), "a.xlsx", seed);
    }

    [Fact]
    public void A_damaged_old_workbook_is_read_or_refused_with_a_sentence()
    {
        var whole = new BiffBuilder().Row("序号", "问题描述", "紧急程度").Row((1.0, 0), "附件丢失", "高").Row((2.0, 0), "打印错误", "中").Merge(1, 2, 2, 2).Build().ToArray();

        for (var seed = 0; seed < Count; seed++) Look(Flipped(whole, new Random(seed)), "a.xls", seed);
    }

    [Fact]
    public void A_damaged_text_file_is_read_or_refused_with_a_sentence()
    {
        var whole = Encoding.UTF8.GetBytes("\ufeff序号,问题描述,紧急程度\n1,\"附件\n丢失\",高\n2,打印错误,中\n");

        for (var seed = 0; seed < Count; seed++) Look(Flipped(whole, new Random(seed)), "a.csv", seed);
    }

    private static void Look(byte[] file, string name, int seed)
    {
        Inspection? inspection = null;
        var error = Record.Exception(() => inspection = new Inspector(TimeProvider.System).Inspect(new MemoryStream(file), name));
        Assert.True(error is null, $"Seed {seed}: {error}");
        Assert.True(inspection?.Refused is null or { Length: > 20 }, $"Seed {seed}: {inspection?.Refused}");
    }

    private static byte[] Flipped(byte[] whole, Random random)
    {
        var file = whole.ToArray();
        for (var i = random.Next(1, 12); i > 0; i--) file[random.Next(file.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? file[..random.Next(1, file.Length)] : file;
    }

    private static byte[] Damage(Dictionary<string, byte[]> whole, Random random)
    {
        Dictionary<string, byte[]> parts = new(whole);
        string[] names = [.. parts.Keys];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (name, other) = (names[random.Next(names.Length)], names[random.Next(names.Length)]);
            if (!parts.TryGetValue(name, out var part)) continue;
            switch (random.Next(6))
            {
                case 0: parts.Remove(name); break;
                case 1: parts[name] = whole[other]; break;
                case 2: parts[name] = part[..random.Next(part.Length + 1)]; break;
                case 3: parts[name] = Flipped([.. part, 32], random); break;
                case 4: parts[name] = Numbered(part, random); break;
                default: parts[name] = Torn(part, random); break;
            }
        }

        return WorkbookBuilder.Zip(parts).ToArray();
    }

    // A number that is a lie: a row, a style, a place far away or below zero.
    private static byte[] Numbered(byte[] part, Random random)
    {
        var digits = Enumerable.Range(0, part.Length).Where(i => char.IsAsciiDigit((char)part[i])).ToList();
        if (digits.Count == 0) return part;
        var at = digits[random.Next(digits.Count)];
        string[] lies = ["-1", "99999999999999999999", "1e308", "NaN", "2147483647", "XFD1048576", ""];
        return [.. part[..at], .. Encoding.ASCII.GetBytes(lies[random.Next(lies.Length)]), .. part[(at + 1)..]];
    }

    private static byte[] Torn(byte[] part, Random random)
    {
        string[] pieces = ["<", "</", "<c>", "&", "&#0;", "<!DOCTYPE a>", "<![CDATA[", "<row>", "\0", "\"", ">", "<is><t>"];
        var at = random.Next(part.Length + 1);
        return [.. part[..at], .. Encoding.ASCII.GetBytes(pieces[random.Next(pieces.Length)]), .. part[at..]];
    }

    private static byte[] Workbook()
    {
        WorkbookBuilder book = new();
        var shared = book.Shared("<t>附件丢失</t>");
        book.Part("xl/comments1.xml", "<comments><commentList><comment ref=\"B3\"><text><t>note</t></text></comment></commentList></comments>");
        book.Part("xl/cellimages.xml", "<a xmlns:r=\"r\"><pic><cNvPr name=\"ID_1\"/><blip r:embed=\"r1\"/></pic></a>").Part("xl/_rels/cellimages.xml.rels", WorkbookBuilder.Relations(("r1", "image", "media/w.png", false))).Part("xl/media/w.png", [1]);
        var sheet = book.Sheet("需求").Row("提出人：李四").Row("序号", "问题描述", "紧急程度", "提出日期", "截图")
            .Row(1, $"<c r=\"B3\" t=\"s\"><v>{shared}</v></c>", "高", (45_000.5, book.Format("yyyy\"年\"m\"月\"d\"日\"")), "<c r=\"E3\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>")
            .Row(2, "打印错误", "中").Merge("C3:C4").Link("B4", "https://example.com").Picture(4, 2).HideColumn(7);
        sheet.Relate("comments", "../comments1.xml");
        return sheet.Build().ToArray();
    }

    private static Dictionary<string, byte[]> Parts(byte[] workbook)
    {
        using ZipArchive zip = new(new MemoryStream(workbook));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using MemoryStream content = new();
            part.CopyTo(content);
            return content.ToArray();
        });
    }
}
