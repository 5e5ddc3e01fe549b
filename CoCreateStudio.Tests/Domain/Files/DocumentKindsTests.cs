using System.IO.Compression;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Files;

public sealed class DocumentKindsTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0];

    public static TheoryData<string, byte[], string> Documents => new()
    {
        { "plan.pdf", "%PDF-1.7"u8.ToArray(), "plan.pdf" },
        { "photo.JPEG", [0xFF, 0xD8, 0xFF, 0xE0], "photo.JPEG" },
        { "photo.png", [0xFF, 0xD8, 0xFF, 0xE0], "photo.jpg" },
        { "plan.exe", "%PDF-1.7"u8.ToArray(), "plan.pdf" },
        { "方案.docx", Zip("word/document.xml"), "方案.docx" },
        { "slides", Zip("ppt/presentation.xml"), "slides.pptx" },
        { "list.xls", Zip("xl/workbook.xml"), "list.xlsx" },
        { "old.doc", Compound, "old.doc" },
        { "表格.et", Compound, "表格.et" },
        { "../../etc/plan.pdf", "%PDF-1.7"u8.ToArray(), "plan.pdf" },
    };

    public static TheoryData<string, byte[]> Others => new()
    {
        { "setup.msi", Compound },
        { "setup.exe", "MZ"u8.ToArray() },
        { "page.pdf", "<html><script>"u8.ToArray() },
        { "macros.docx", Zip("word/document.xml", "word/vbaProject.bin") },
        { "archive.docx", Zip("anything.txt") },
        { "broken.docx", "PK\x03\x04 and then nothing"u8.ToArray() },
        { "empty.pdf", [] },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_known_by_its_content_and_named_for_it(string name, byte[] bytes, string kept) => Assert.Equal(kept, DocumentKinds.NameFor(name, bytes));

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_document_is_refused_whatever_its_name(string name, byte[] bytes) =>
        Refused.By(nameof(RuleText.NotADocument), () => DocumentKinds.NameFor(name, bytes));

    [Theory]
    [InlineData(Document.MaxBytes, null)]
    [InlineData(Document.MaxBytes + 1, nameof(RuleText.FileTooLarge))]
    public void Material_has_a_largest_size(int length, string? rule)
    {
        var bytes = new byte[length];
        "%PDF-"u8.CopyTo(bytes);
        void Make() => _ = new MaterialFile(Guid.NewGuid(), Guid.NewGuid(), new("plan.pdf", bytes), null, "Mei");

        if (rule is null) Make();
        else Refused.By(rule, Make);
    }

    private static byte[] Zip(params string[] names)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) zip.CreateEntry(name);
        return bytes.ToArray();
    }
}
