using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading.Tables;

public class TableReaderTests
{
    private readonly SheetBuilder _sheet = new WorkbookBuilder().Sheet().Row("序号", "问题描述", "紧急程度");

    [Fact]
    public void Merged_cells_are_filled_down()
    {
        var rows = Read(_sheet.Row(11, "a", "中").Row(null, "b").Merge("A2:A3", "C2:C3"));

        Assert.Equal([("11", "a", "中"), ("11", "b", "中")], rows.Select(r => (r.Text("No"), r.Text("Text"), r.Text("Urgency"))));
    }

    [Fact]
    public void Where_the_description_itself_is_merged_the_rows_are_one_item()
    {
        var row = Assert.Single(Read(_sheet.Row(1, "a", "高").Row(null, null, "低").Merge("A2:A3", "B2:B3")));

        Assert.Equal((2, 3, "高\n低"), (row.RowNumber, row.LastRowNumber, row.Text("Urgency")));
    }

    [Fact]
    public void Rows_with_nothing_but_their_number_are_no_rows() =>
        Assert.Equal(["a"], Read(_sheet.Row(1, "a").Row(2).Row("3.").Row("Bug_004")).Select(r => r.Text("Text")));

    [Fact]
    public void A_numbered_row_with_a_picture_is_a_row() =>
        Assert.Single(Assert.Single(Read(_sheet.Row(1).Picture(2, 3))).Pictures);

    [Fact]
    public void A_row_without_a_number_is_kept() => Assert.Equal("a", Assert.Single(Read(_sheet.Row(null, "a"))).Text("Text"));

    [Fact]
    public void A_dividing_line_becomes_the_section_of_the_rows_below()
    {
        var rows = Read(_sheet.Row(1, "a").Row("新问题").Row(2, "b"));

        Assert.Equal([null, "新问题"], rows.Select(r => r.Section));
    }

    [Fact]
    public void A_line_merged_over_the_table_is_a_section_even_in_the_description()
    {
        var rows = Read(_sheet.Row(null, "第二阶段").Row(1, "a").Merge("B2:C2"));

        Assert.Equal("第二阶段", Assert.Single(rows).Section);
    }

    [Fact]
    public void Totals_and_repeated_headings_are_left_out_and_reported()
    {
        var (rows, reader) = ReadWith(_sheet.Row(1, "a").Row("序号", "问题描述").Row("合计", null, 1));

        Assert.Single(rows);
        Assert.Equal([new SkippedRow(3, RowVerdict.RepeatedHeading), new SkippedRow(4, RowVerdict.Total)], reader.Skipped);
    }

    [Fact]
    public void Blank_rows_between_are_passed_over() => Assert.Equal([2, 9], Read(_sheet.Row(1, "a").Row(" ", "\n").RowAt(9, 2, "b")).Select(r => r.RowNumber));

    [Fact]
    public void Pictures_links_and_comments_come_with_their_row()
    {
        var row = Assert.Single(Read(_sheet.Row(1, "a").Picture(2, 3).Picture(2, 3).Link("B2", "https://example.com")));

        Assert.Equal((2, "https://example.com"), (row.Pictures.Count, Assert.Single(row.Links).Address));
    }

    [Fact]
    public void The_address_in_a_link_formula_comes_with_its_row()
    {
        var rows = Read(_sheet.Row(1, "<c r=\"B2\" t=\"str\"><f>HYPERLINK(\"https://example.com/7\",\"see 7\")</f><v>see 7</v></c>").Row(2, "b"));

        Assert.Equal([("see 7", "https://example.com/7"), ("b", "")], rows.Select(r => (r.Text("Text"), string.Concat(r.Links.Select(l => l.Address)))));
    }

    [Fact]
    public void Pictures_that_belong_to_no_row_are_reported()
    {
        var (_, reader) = ReadWith(_sheet.Row(1, "a").Picture(1, 1).Picture(2, 2, zeroSize: true));

        Assert.Equal(2, reader.StrayPictures.Count());
    }

    [Fact]
    public void Several_columns_may_hold_one_target_and_unknown_ones_are_kept_beside()
    {
        var row = Assert.Single(Read(new WorkbookBuilder().Sheet().Row("问题描述", "备注", "版本", "备注").Row("a", "b", "c", "d")));

        Assert.Equal(["b", "d"], row.All("Notes").Select(c => c.Text));
        Assert.Equal([("版本", "c")], row.Extras.Select(e => (e.Column.Heading, e.Cell.Text)));
    }

    [Fact]
    public void A_hidden_row_is_read_and_marked() => Assert.True(Assert.Single(Read(_sheet.HiddenRow(1, "a"))).Hidden);

    [Fact]
    public void A_date_stays_a_date_for_whoever_maps_the_column()
    {
        var builder = new WorkbookBuilder();

        var row = Assert.Single(Read(builder.Sheet().Row("问题描述", "紧急程度").Row("a", (44121.0, builder.Format("14")))));

        Assert.Equal(new DateTime(2020, 10, 17), row["Urgency"].Date);
    }

    private static List<TableRow> Read(SheetBuilder sheet) => ReadWith(sheet).Rows;

    private static (List<TableRow> Rows, TableReader Reader) ReadWith(SheetBuilder sheet)
    {
        using var book = SourceBook.Open(sheet.Build(), "a.xlsx");
        var reader = new TableReader(new TableFinder(SampleWords.All).Find(book)[0]);
        return ([.. reader.Read()], reader);
    }
}
