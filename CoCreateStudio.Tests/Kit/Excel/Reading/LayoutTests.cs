using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

public class LayoutTests
{
    private readonly WorkbookBuilder _book = new();

    [Fact]
    public void Merges_behind_very_many_rows_are_found_without_reading_the_rows()
    {
        var sheet = _book.Sheet();
        for (var i = 0; i < 5000; i++) sheet.Row(i, "text that fills the sheet well beyond one block of bytes </ sheetData>", i);

        Assert.Equal(new CellRange(2, 1, 3, 1), Assert.Single(Layout(sheet.Merge("A2:A3")).Merges));
    }

    [Fact]
    public void A_sheet_without_rows_keeps_what_stands_behind() => Assert.Single(Layout(_book.Sheet().Merge("A1:B1")).Merges);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void The_rows_are_skipped_whatever_the_size_of_the_reads(int step)
    {
        var xml = "<worksheet><cols/><x:sheetData>" + new string('r', 200_000) + "</x:sheetData><mergeCells/></worksheet>";

        Assert.Equal("<worksheet><cols/><x:sheetData></x:sheetData><mergeCells/></worksheet>", SkipRows.Read(xml, step));
    }

    [Theory]
    [InlineData("<worksheet><sheetData/><mergeCells/></worksheet>")]
    [InlineData("<a/>")]
    public void Where_there_are_no_rows_nothing_is_skipped(string xml) => Assert.Equal(xml, SkipRows.Read(xml, 64));

    [Fact]
    public void Hidden_columns_rows_and_sheets_are_known()
    {
        var builder = _book;
        builder.Sheet("list", "veryHidden").Row("a");
        using var book = builder.Sheet().HideColumn(7).Row("a").HiddenRow("b").Open();

        Assert.Equal([true, false], book.Sheets.Select(s => s.Hidden));
        Assert.Equal([7], book.Sheets[1].Layout.HiddenColumns);
        Assert.Equal([false, true], book.Sheets[1].ReadRows().Select(r => r.Hidden));
    }

    [Fact]
    public void A_link_keeps_its_address() =>
        Assert.Equal(new CellLink(1, 4, "https://example.com/a?b=c&d=e"), Assert.Single(Layout(_book.Sheet().Row("x").Link("D1", "https://example.com/a?b=c&d=e")).Links));

    [Fact]
    public void A_comment_keeps_its_cell_and_text()
    {
        var sheet = _book.Part("xl/comments1.xml", "<comments><commentList><comment ref=\"B2\"><text><r><t>请</t></r><r><t>确认</t></r></text></comment></commentList></comments>").Sheet().Row("x");
        sheet.Relate("comments", "../comments1.xml");

        Assert.Equal(new CellComment(2, 2, "请确认"), Assert.Single(Layout(sheet).Comments));
    }

    [Theory]
    [InlineData("[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    please hurry: today")]
    [InlineData("[线程批注]\n\n你的 Excel 版本可读取此线程批注。了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n\n注释:\n    please hurry: today")]
    public void Of_a_threaded_comment_only_the_words_of_the_person_are_kept(string text)
    {
        var sheet = _book.Part("xl/comments1.xml", $"<comments><commentList><comment ref=\"B2\"><text><t>{text}</t></text></comment></commentList></comments>").Sheet().Row("a");
        sheet.Relate("comments", "../comments1.xml");

        Assert.Equal("please hurry: today", Assert.Single(Layout(sheet).Comments).Text);
    }

    [Fact]
    public void Several_pictures_in_one_cell_are_all_found()
    {
        var pictures = Layout(_book.Sheet().Row("x").Picture(3, 2).SizedPicture(3, 2)).Pictures;

        Assert.Equal([(3, 2), (3, 2)], pictures.Select(p => (p.Row, p.Column)));
        Assert.DoesNotContain(pictures, p => p.ZeroSize);
    }

    [Fact]
    public void Pictures_squeezed_to_nothing_are_marked() =>
        Assert.All(Layout(_book.Sheet().Row("x").Picture(1, 4, zeroSize: true).SizedPicture(1, 4, width: 0)).Pictures, p => Assert.True(p.ZeroSize));

    [Fact]
    public void A_picture_is_read_from_the_file_when_it_is_opened()
    {
        using var book = _book.Sheet().Row("x").Picture(1, 1).Open();
        var picture = book.Sheets[0].Layout.Pictures.Single();

        using var content = picture.Open();

        Assert.Equal(4, picture.Length);
        Assert.Equal(0x89, content.ReadByte());
    }

    [Fact]
    public void A_picture_over_the_limit_is_refused_when_it_is_opened()
    {
        using var book = SourceBook.Open(_book.Sheet().Row("x").Picture(1, 1).Build(), "a.xlsx", new ReadLimits { PictureBytes = 3 });

        Assert.Throws<FileRefusedException>(() => book.Sheets[0].Layout.Pictures.Single().Open());
    }

    [Fact]
    public async Task A_picture_damaged_inside_the_file_is_refused_when_it_is_copied()
    {
        var sheet = _book.Sheet().Row("x").Picture(1, 1);
        _book.Part("xl/media/image1_1.png", new byte[10_000]);
        var file = sheet.Build().ToArray();
        var start = file.AsSpan().IndexOf("image1_1.png"u8) + "image1_1.png".Length;
        file.AsSpan(start, 8).Fill(0xFF);
        using var book = SourceBook.Open(new MemoryStream(file), "a.xlsx");

        await Assert.ThrowsAsync<FileRefusedException>(() => book.Sheets[0].Layout.Pictures.Single().CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_picture_wps_keeps_in_a_cell_is_found_behind_its_formula()
    {
        _book.Part("xl/cellimages.xml", "<cellImages xmlns:r=\"r\"><cellImage><pic><cNvPr name=\"ID_A\"/><blip r:embed=\"r1\"/></pic></cellImage></cellImages>")
            .Part("xl/_rels/cellimages.xml.rels", WorkbookBuilder.Relations(("r1", "image", "media/image1.jpeg", false)))
            .Part("xl/media/image1.jpeg", [1, 2, 3]);
        using var book = _book.Sheet().Row("<c r=\"A1\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_A\",1)</f><v>=DISPIMG(\"ID_A\",1)</v></c>").Open();

        AssertPictureInCell(book, "image1.jpeg");
    }

    [Fact]
    public void A_picture_excel_places_in_a_cell_is_found_behind_its_error()
    {
        _book.Part("xl/metadata.xml", "<metadata><futureMetadata><bk><ext><rvb i=\"0\"/></ext></bk></futureMetadata><valueMetadata><bk><rc t=\"1\" v=\"0\"/></bk></valueMetadata></metadata>")
            .Part("xl/richData/rdrichvaluestructure.xml", "<rvStructures><s t=\"_localImage\"><k n=\"_rvRel:LocalImageIdentifier\" t=\"i\"/><k n=\"CalcOrigin\" t=\"i\"/></s></rvStructures>")
            .Part("xl/richData/rdrichvalue.xml", "<rvData><rv s=\"0\"><v>0</v><v>5</v></rv></rvData>")
            .Part("xl/richData/richValueRel.xml", "<richValueRels xmlns:r=\"r\"><rel r:id=\"r1\"/></richValueRels>")
            .Part("xl/richData/_rels/richValueRel.xml.rels", WorkbookBuilder.Relations(("r1", "image", "../media/image7.png", false)))
            .Part("xl/media/image7.png", [1, 2, 3]);
        using var book = _book.Sheet().Row("<c r=\"A1\" t=\"e\" vm=\"1\"><v>#VALUE!</v></c>").Open();

        AssertPictureInCell(book, "image7.png");
    }

    [Fact]
    public void Attached_documents_are_reported_and_their_previews_are_no_screenshots()
    {
        var sheet = _book.Part("xl/drawings/v.vml", "<xml xmlns:o=\"o\"><shape><imagedata o:relid=\"r1\" o:title=\"\"/></shape></xml>")
            .Part("xl/drawings/_rels/v.vml.rels", WorkbookBuilder.Relations(("r1", "image", "../media/image1.emf", false)))
            .Part("xl/media/image1.emf", [1]).Sheet().Row("x");
        sheet.Behind($"<legacyDrawing r:id=\"{sheet.Relate("vmlDrawing", "../drawings/v.vml")}\"/><oleObjects><oleObject progId=\"Word.Document.8\" r:id=\"{sheet.Relate("oleObject", "../embeddings/a.doc")}\"/></oleObjects>");

        var layout = Layout(sheet);

        Assert.Equal(new SourceAttachment("a.doc", "Word.Document.8"), Assert.Single(layout.Attachments));
        Assert.True(Assert.Single(layout.Pictures).Preview);
    }

    [Fact]
    public void Macros_are_reported_and_never_touched()
    {
        using var book = _book.Part("xl/vbaProject.bin", [1]).Sheet().Row("a").Open("a.xlsm");

        Assert.True(book.HasMacros);
    }

    private static SheetLayout Layout(SheetBuilder sheet)
    {
        using var book = sheet.Open();
        return book.Sheets[0].Layout;
    }

    private static void AssertPictureInCell(SourceBook book, string fileName)
    {
        var cell = book.Sheets[0].ReadRows().Single().Cells[0];

        Assert.Equal("", cell.Text);
        Assert.Equal((fileName, 1), (book.Sheets[0].PictureOf(1, cell)?.FileName, book.PictureCount));
    }
}
