using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Tests.Kit.Excel.Writing;

public class WorkbookValidityTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_workbook_of_any_length_is_valid(int rows)
    {
        using var book = await Books.WriteAsync(Books.Sheet(rows), new ListSheet<Wish>("Second", Books.TextOnly, Books.Wishes(rows)));

        Assert.Empty(book.Problems());
    }

    [Fact]
    public async Task A_chinese_workbook_is_valid()
    {
        using var book = await Books.WriteInAsync("zh-CN", Books.Sheet(5));

        Assert.Empty(book.Problems());
        Assert.Equal(["封面", Books.Tab, "Lists"], book.Tabs);
    }

    [Fact]
    public async Task Odd_characters_outside_of_cells_do_no_harm()
    {
        const string Odd = "a \u0001 \uD83D <&> \"'";
        SheetPicture picture = new(Odd, Books.Png.OpenAsync);
        var columns = new SheetColumns<Wish>()
            .Pictures(Odd, () => Odd, 20, _ => [picture])
            .Choice("c", () => Odd, 20, _ => Odd, () => [new(Odd, Tone.Bad)]);
        var stream = new MemoryStream();
        var cover = new WorkbookCover(Odd, Odd, Odd, Books.Moment, Books.Shanghai) { Filter = Odd, More = [new(Odd, Odd)] };

        await WorkbookWriter.WriteAsync(stream, cover, [new ListSheet<Wish>(Odd, columns, Books.Wishes(1))], ct: TestContext.Current.CancellationToken);

        using var book = new WrittenBook(stream);
        Assert.Empty(book.Problems());
    }

    [Fact]
    public async Task A_workbook_without_any_list_is_still_a_workbook()
    {
        using var book = await Books.WriteAsync();

        Assert.Empty(book.Problems());
    }
}
