using CoCreateStudio.Kit.Excel.Writing;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class WorkbookPicturesTests
{
    [Fact]
    public async Task Pictures_stand_in_their_cell_side_by_side()
    {
        using var book = await Books.WriteAsync(Books.Sheet(1));

        var drawing = book.Part(Books.Tab).DrawingsPart!;
        var anchors = drawing.WorksheetDrawing.Elements<TwoCellAnchor>().ToList();
        Assert.All(anchors, a => Assert.Equal(("7", "2"), (a.FromMarker!.ColumnId!.Text, a.FromMarker.RowId!.Text)));
        Assert.True(int.Parse(anchors[0].ToMarker!.ColumnOffset!.Text, null) < int.Parse(anchors[1].FromMarker!.ColumnOffset!.Text, null));
        Assert.Equal(["image/gif", "image/png"], drawing.ImageParts.Select(p => p.ContentType).Order());
    }

    [Fact]
    public async Task The_name_of_a_picture_excel_cannot_show_stands_in_its_cell()
    {
        using var book = await Books.WriteAsync(Books.Sheet(1));

        Assert.Equal("phone.webp", book.Text(Books.Tab, "H3"));
    }

    [Fact]
    public async Task The_bytes_of_a_picture_are_kept_as_they_are()
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Shots(Books.Png), Books.Wishes(1)));

        await using var expected = await Books.Png.OpenAsync(TestContext.Current.CancellationToken);
        await using var written = book.Part("S").DrawingsPart!.ImageParts.Single().GetStream();
        Assert.Equal(Bytes(expected), Bytes(written));
    }

    [Theory]
    [InlineData(100, 50, 100, 50)]
    [InlineData(3000, 320, 195, 20)]
    [InlineData(100, 1600, 10, 160)]
    public async Task A_picture_shrinks_into_its_cell_and_keeps_its_shape(int width, int height, int shownWidth, int shownHeight)
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Shots(Empty(width, height)), Books.Wishes(1)));

        var extents = book.Part("S").DrawingsPart!.WorksheetDrawing.Descendants<DocumentFormat.OpenXml.Drawing.Extents>().Single();
        Assert.InRange(extents.Cx!.Value / 9525d, shownWidth - 8, shownWidth + 8);
        Assert.InRange(extents.Cy!.Value / 9525d, shownHeight - 1, shownHeight + 1);
    }

    [Fact]
    public async Task The_row_is_as_high_as_its_pictures()
    {
        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Shots(Empty(100, 120)), Books.Wishes(1)));

        var row = book.Sheet("S").Descendants<Row>().Last();
        Assert.Equal((120 + 8) * 0.75, row.Height!.Value);
    }

    [Fact]
    public async Task Only_one_picture_is_open_at_a_time()
    {
        var open = 0;
        var most = 0;
        SheetPicture counted = new("c.png", () => new Watched(() => most = Math.Max(most, ++open), () => open--));

        using var book = await Books.WriteAsync(new ListSheet<Wish>("S", Shots(counted, counted), Books.Wishes(20)));

        Assert.Equal((1, 0), (most, open));
    }

    private static SheetColumns<Wish> Shots(params SheetPicture[] pictures) => new SheetColumns<Wish>().Pictures("p", () => "P", 28, _ => pictures);

    private static SheetPicture Empty(int width, int height)
    {
        byte[] head = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, 0, 0, 0, 13, .. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0];
        return new("empty.png", () => new MemoryStream(head));
    }

    private static byte[] BigEndian(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] Bytes(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private sealed class Watched : MemoryStream
    {
        private readonly Action _closed;

        public Watched(Action opened, Action closed) : base(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"))
        {
            opened();
            _closed = closed;
        }

        protected override void Dispose(bool disposing)
        {
            if (CanRead) _closed();
            base.Dispose(disposing);
        }
    }
}
