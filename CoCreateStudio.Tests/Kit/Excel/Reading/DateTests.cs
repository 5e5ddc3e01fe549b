using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

public class DateTests
{
    private const double Moment = 43831.042372685202;

    [Theory]
    [InlineData("14")]
    [InlineData("22")]
    [InlineData("31")]
    [InlineData("57")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"")]
    [InlineData("[DBNum1][$-804]m\"月\"d\"日\"")]
    [InlineData("yyyy年m月d日")]
    [InlineData("[DBNum1]上午/下午h\"时\"mm\"分\"")]
    [InlineData("[$-804]aaaa")]
    [InlineData("mmmmm/yy")]
    [InlineData("d-mmm")]
    [InlineData("mm:ss.0")]
    [InlineData("yyyy/m/d\\ h:mm\\ AM/PM")]
    [InlineData("[Red]yyyy-mm-dd;@")]
    public void A_date_is_known_by_its_format(string format) =>
        Assert.Equal(new DateTime(2020, 1, 1, 1, 1, 1), Read(Moment, format).Date);

    [Theory]
    [InlineData("0.00")]
    [InlineData("[Red]#,##0.00")]
    [InlineData("0.00E+00")]
    [InlineData("\"day\" 0")]
    [InlineData("General")]
    [InlineData("G/通用格式")]
    [InlineData("\\$#,##0.0000;[Red]\\$#,##0.0000")]
    public void A_number_is_not_taken_for_a_date(string format) => Assert.Equal(Moment, Read(Moment, format).Number);

    [Fact]
    public void A_time_alone_is_a_time() => Assert.Equal("13:30:00", Read(0.5625, "h:mm").Text);

    [Fact]
    public void A_duration_over_a_day_counts_on() => Assert.Equal("30:00:00", Read(1.25, "[h]:mm").Text);

    [Theory]
    [InlineData(1, 1900, 1, 1)]
    [InlineData(59, 1900, 2, 28)]
    [InlineData(61, 1900, 3, 1)]
    [InlineData(44121, 2020, 10, 17)]
    public void Days_are_counted_from_1900_with_the_29th_of_February_that_never_was(double serial, int year, int month, int day) =>
        Assert.Equal(new DateTime(year, month, day), Read(serial, "14").Date);

    [Fact]
    public void A_workbook_from_1904_counts_from_then() =>
        Assert.Equal(new DateTime(2020, 10, 17), Read(44121 - 1462, "14", from1904: true).Date);

    [Fact]
    public void A_whole_day_has_no_time() => Assert.Equal("2020-10-17", Read(44121, "22").Text);

    [Fact]
    public void A_day_with_a_time_shows_both() => Assert.Equal("2020-01-01 01:01:01", Read(Moment, "14").Text);

    [Fact]
    public void A_number_too_large_for_a_date_stays_a_number() => Assert.Equal(9_999_999, Read(9_999_999, "14").Number);

    [Fact]
    public void A_date_written_in_words_of_iso_is_a_date()
    {
        using var book = new WorkbookBuilder().Sheet().Row("<c r=\"A1\" t=\"d\"><v>2020-01-02T03:04:05</v></c>").Open();

        Assert.Equal(new DateTime(2020, 1, 2, 3, 4, 5), book.Sheets[0].ReadRows().Single().Cells[0].Date);
    }

    private static SourceCell Read(double number, string format, bool from1904 = false)
    {
        var builder = new WorkbookBuilder { Date1904 = from1904 };
        using var book = builder.Sheet().Row((number, builder.Format(format))).Open();
        return book.Sheets[0].ReadRows().Single().Cells[0];
    }
}
