using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

public class XlsTests
{
    private readonly BiffBuilder _book = new();

    [Fact]
    public void An_old_workbook_is_read_whatever_its_name_says()
    {
        using var book = SourceBook.Open(_book.Row("序号", "问题描述").Row((1.0, 0), "无法登录").Build(), "a.xlsx");

        Assert.Equal(["序号|问题描述", "1|无法登录"], book.Sheets[0].ReadRows().Select(r => string.Join('|', r.Cells.ToArray().Select(c => c.Text))));
    }

    [Theory]
    [InlineData("yyyy/m/d")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"")]
    [InlineData("[DBNum1]上午/下午h\"时\"mm\"分\"")]
    public void A_date_in_an_old_workbook_is_a_date(string format)
    {
        using var book = SourceBook.Open(_book.Row((44121.0, _book.Format(format))).Build(), "a.xls");

        Assert.Equal(new DateTime(2020, 10, 17), book.Sheets[0].ReadRows().Single().Cells[0].Date);
    }

    [Theory]
    [InlineData("yyyy/m/d")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"")]
    [InlineData("上午/下午h\"时\"mm\"分\"")]
    public void A_date_in_an_old_workbook_that_counts_from_1904_is_the_day_it_says(string format)
    {
        using var book = SourceBook.Open(_book.From1904().Row((44121.0 - 1462, _book.Format(format))).Build(), "a.xls");

        Assert.Equal(new DateTime(2020, 10, 17), book.Sheets[0].ReadRows().Single().Cells[0].Date);
    }

    [Fact]
    public void Merges_in_an_old_workbook_are_known()
    {
        using var book = SourceBook.Open(_book.Row("a").Row("b").Merge(0, 1, 0, 0).Build(), "a.xls");

        Assert.Equal(new CellRange(1, 1, 2, 1), Assert.Single(book.Sheets[0].Layout.Merges));
    }

    [Fact]
    public void An_old_workbook_cut_in_the_middle_is_damaged()
    {
        var refusal = Assert.Throws<FileRefusedException>(() =>
        {
            using var book = SourceBook.Open(new MemoryStream(_book.Row("a").Build().ToArray()[..1600]), "a.xls");
            return book.Sheets[0].ReadRows().Count();
        });

        Assert.Equal(nameof(ReadingText.Damaged), refusal.Reason);
    }

    [Fact]
    public void An_old_workbook_with_a_record_that_says_too_little_is_damaged()
    {
        var refusal = Assert.Throws<FileRefusedException>(() =>
        {
            using var book = SourceBook.Open(_book.ShortDimensions().Row("a").Build(), "a.xls");
            return book.Sheets[0].ReadRows().Count();
        });

        Assert.Equal(nameof(ReadingText.Damaged), refusal.Reason);
    }

    [Fact]
    public void Pictures_in_an_old_workbook_are_reported_as_unread()
    {
        var file = new MemoryStream([.. _book.Row("a").Build().ToArray(), 0x89, .. "PNG\r\n\u001a\n"u8]);
        using var book = SourceBook.Open(file, "a.xls");

        Assert.True(book.HasUnreadPictures);
    }
}
