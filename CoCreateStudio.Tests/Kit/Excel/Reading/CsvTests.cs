using System.Text;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

public class CsvTests
{
    static CsvTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void The_mark_at_the_start_is_no_part_of_the_first_heading() =>
        Assert.Equal(["标题,日期"], Read([.. Encoding.UTF8.Preamble, .. "标题,日期"u8]));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Chinese_is_read_in_whatever_encoding_it_was_saved(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);
        byte[] mark = encoding.StartsWith("utf-16", StringComparison.Ordinal) ? bytes.GetPreamble() : [];

        Assert.Equal(["问题描述,优先级", "无法登录,高"], Read([.. mark, .. bytes.GetBytes("问题描述,优先级\r\n无法登录,高\r\n")]));
    }

    [Fact]
    public void A_text_that_is_neither_chinese_nor_unicode_is_western() => Assert.Equal(["caf\u00e9,1"], Read([.. "caf"u8, 0xE9, .. ",1"u8]));

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData(',')]
    public void The_delimiter_is_found(char delimiter) => Assert.Equal(["a,b", "1,2"], Read(Encoding.UTF8.GetBytes($"a{delimiter}b\n1{delimiter}2\n")));

    [Fact]
    public void A_quoted_line_break_stays_in_its_cell() => Assert.Equal(["a,b", "1\n2,say \"x\""], Read("a,b\n\"1\n2\",\"say \"\"x\"\"\"\n"u8.ToArray()));

    [Fact]
    public void Blank_lines_count_as_rows()
    {
        using var book = SourceBook.Open(new MemoryStream("a\n\nb\n"u8.ToArray()), "a.csv");

        Assert.Equal([1, 3], book.Sheets[0].ReadRows().Select(r => r.Number));
    }

    [Fact]
    public void The_sheet_is_named_after_the_file()
    {
        using var book = SourceBook.Open(new MemoryStream("a"u8.ToArray()), "需求 2026.csv");

        Assert.Equal("需求 2026", book.Sheets[0].Name);
    }

    private static List<string> Read(byte[] content)
    {
        using var book = SourceBook.Open(new MemoryStream(content), "a.csv");
        return [.. book.Sheets[0].ReadRows().Select(r => string.Join(',', r.Cells.ToArray().Select(c => c.Text)))];
    }
}
