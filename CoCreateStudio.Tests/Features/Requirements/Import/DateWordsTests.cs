using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

public class DateWordsTests
{
    private static readonly DateChoice In2023 = new(Year: 2023);

    [Theory]
    [InlineData("2023年12月15日", "2023-12-15")]
    [InlineData("2017.9.2", "2017-09-02")]
    [InlineData(" 2018/5/15", "2018-05-15")]
    [InlineData("2020-1-1 1:01", "2020-01-01 01:01")]
    [InlineData("2020/1/1 下午1时05分", "2020-01-01 13:05")]
    [InlineData("2020/1/1 12:30 AM", "2020-01-01 00:30")]
    [InlineData("1-Jan-20", "2020-01-01")]
    [InlineData("1 January 2020", "2020-01-01")]
    [InlineData("Jan 5, 2021", "2021-01-05")]
    [InlineData("2018-03-23T19:33:22Z", "2018-03-23 19:33:22")]
    [InlineData("2018-03-23T19:33:22+08:00", "2018-03-23 11:33:22")]
    [InlineData("20231215", "2023-12-15")]
    [InlineData("11月19日", "2023-11-19")]
    [InlineData("31.12.2026", "2026-12-31")]
    [InlineData("25/12/2021", "2021-12-25")]
    [InlineData("12/25/2021", "2021-12-25")]
    [InlineData("2020-01-01 01:01:00", "2020-01-01 01:01")]
    public void A_date_is_read_as_people_type_it(string text, string expected) =>
        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), DateWords.Read(text, In2023).Date);

    [Fact]
    public void Words_behind_a_date_are_kept() => Assert.Equal(new ReadDate(new DateTime(2022, 11, 29), Rest: "白"), DateWords.Read("2022.11.29白", DateChoice.None));

    [Fact]
    public void A_person_before_a_date_is_kept() => Assert.Equal(new ReadDate(new DateTime(2020, 4, 23), Person: "尹钰"), DateWords.Read("尹钰-2020年04月23日", DateChoice.None));

    [Theory]
    [InlineData("06-09-21")]
    [InlineData("06/09/2021")]
    [InlineData("20/1/1")]
    public void A_date_that_can_be_read_in_two_ways_is_asked_about(string text) =>
        Assert.Equal(nameof(ImportText.DateAmbiguous), DateWords.Read(text, DateChoice.None).Problem?.Key);

    [Theory]
    [InlineData(true, 9, 6)]
    [InlineData(false, 6, 9)]
    public void A_stated_order_settles_it(bool dayFirst, int month, int day) =>
        Assert.Equal(new DateTime(2021, month, day), DateWords.Read("06-09-21", new DateChoice(DayFirst: dayFirst)).Date);

    [Theory]
    [InlineData("2020年1月", nameof(ImportText.DayMissing))]
    [InlineData("11月19日", nameof(ImportText.YearMissing))]
    [InlineData("4月23月", nameof(ImportText.DateUnreadable))]
    [InlineData("一月 X 万", nameof(ImportText.DateUnreadable))]
    [InlineData("2023年13月1日", nameof(ImportText.NoSuchMonth))]
    [InlineData("soon", nameof(ImportText.DateUnreadable))]
    public void What_is_missing_is_never_invented(string text, string problem) =>
        Assert.Equal(problem, DateWords.Read(text, DateChoice.None).Problem?.Key);

    [Theory]
    [InlineData("en", "“31.11.2026” does not exist: November has 30 days.")]
    [InlineData("zh-CN", "“31.11.2026”不存在：11月只有 30 天。")]
    public void A_day_that_does_not_exist_is_explained_in_the_readers_language(string language, string expected)
    {
        var problem = DateWords.Read("31.11.2026", DateChoice.None).Problem;

        using var _ = Language.Use(language);
        Assert.Equal(expected, problem?.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("无")]
    public void An_empty_cell_is_neither_a_date_nor_a_problem(string text) => Assert.Equal(ReadDate.Nothing, DateWords.Read(text, DateChoice.None));

    [Fact]
    public void A_date_cell_needs_no_reading() =>
        Assert.Equal(new ReadDate(new DateTime(2020, 1, 1, 1, 0, 0), true), DateWords.Read(SourceCell.OfDate(1, new DateTime(2020, 1, 1, 1, 0, 0)), DateChoice.None));

    [Fact]
    public void A_day_number_that_lost_its_format_is_still_a_date() =>
        Assert.Equal(new DateTime(2020, 10, 17), DateWords.Read(SourceCell.OfNumber(1, 44121), DateChoice.None).Date);
}
