using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading;

public class CellTests
{
    private readonly WorkbookBuilder _book = new();

    [Fact]
    public void An_inline_text_wins_over_the_value_beside_it() =>
        Assert.Equal("text", Single("<c r=\"A1\" t=\"inlineStr\"><v>12</v><is><t>text</t></is></c>").Text);

    [Fact]
    public void The_parts_of_a_rich_text_are_joined_without_its_readings() =>
        Assert.Equal("东京 天气", Single($"<c r=\"A1\" t=\"s\"><v>{_book.Shared("<r><t xml:space=\"preserve\">东京 </t></r><rPh sb=\"0\" eb=\"1\"><t>トウキョウ</t></rPh><r><t>天气</t></r>")}</v></c>").Text);

    [Fact]
    public void A_shared_text_that_is_missing_leaves_the_cell_empty() => Assert.Empty(Row("<c r=\"A1\" t=\"s\"><v>7</v></c>"));

    [Fact]
    public void A_formula_gives_the_value_it_last_had() => Assert.Equal("sum", Single("<c r=\"A1\" t=\"str\"><f>\"su\"&amp;\"m\"</f><v>sum</v></c>").Text);

    [Fact]
    public void A_formula_with_a_number_stays_a_number() => Assert.Equal(3, Single("<c r=\"A1\"><f>1+2</f><v>3</v></c>").Number);

    [Fact]
    public void An_error_is_an_error_and_not_a_text() => Assert.Equal(CellKind.Error, Single("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>").Kind);

    [Theory]
    [InlineData("1", "TRUE")]
    [InlineData("0", "FALSE")]
    public void A_yes_or_no_reads_as_in_the_sheet(string value, string expected) => Assert.Equal(expected, Single($"<c r=\"A1\" t=\"b\"><v>{value}</v></c>").Text);

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("1111.1111000000001", "1111.1111")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("1E-3", "0.001")]
    [InlineData("123456789012", "123456789012")]
    public void A_number_reads_without_noise(string value, string expected) => Assert.Equal(expected, Single($"<c r=\"A1\"><v>{value}</v></c>").Text);

    [Fact]
    public void A_percentage_reads_as_a_percentage() => Assert.Equal("12.5%", Single($"<c r=\"A1\" s=\"{_book.Format("0.0%")}\"><v>0.125</v></c>").Text);

    [Fact]
    public void A_number_keeps_the_leading_zeros_of_its_format() => Assert.Equal("007", Single($"<c r=\"A1\" s=\"{_book.Format("000")}\"><v>7</v></c>").Text);

    [Fact]
    public void Escaped_characters_are_decoded() => Assert.Equal("a\nb _x0041_", Single("a_x000D_\nb _x005F_x0041_").Text);

    [Fact]
    public void Raw_control_characters_do_not_spoil_a_file() => Assert.StartsWith("a", Single("<c r=\"A1\" t=\"str\"><v>a&#x1;b</v></c>").Text, StringComparison.Ordinal);

    [Fact]
    public void The_last_cell_of_the_sheet_is_read_where_it_stands()
    {
        using var book = _book.Sheet().RowAt(1048576, $"<c r=\"XFD1048576\"><v>1</v></c>").Open();

        var row = book.Sheets[0].ReadRows().Select(r => (r.Number, r.Cells[0].Column)).Single();

        Assert.Equal((1048576, 16384), row);
    }

    [Fact]
    public void Cells_without_a_name_follow_one_another() => Assert.Equal([1, 2], Row("<c><v>5</v></c>", "<c><v>6</v></c>").Select(c => c.Column));

    [Fact]
    public void Styled_cells_without_content_are_not_there() => Assert.Single(Row("<c r=\"A1\" s=\"1\"/>", "<c r=\"B1\"><v></v></c>", "x"));

    [Fact]
    public void A_prefix_before_every_element_changes_nothing()
    {
        using var book = _book.Sheet(prefix: "x:").Row("plain").Merge("A1:A2").Open();

        Assert.Single(book.Sheets[0].Layout.Merges);
        Assert.Equal("plain", book.Sheets[0].ReadRows().Single().Cells[0].Text);
    }

    [Fact]
    public void A_strict_workbook_is_read_like_any_other()
    {
        var strict = new WorkbookBuilder { MainNamespace = "http://purl.oclc.org/ooxml/spreadsheetml/main", RelationNamespace = "http://purl.oclc.org/ooxml/officeDocument/relationships" };

        using var book = strict.Sheet().Row("严格").Open();

        Assert.Equal("严格", book.Sheets[0].ReadRows().Single().Cells[0].Text);
    }

    private SourceCell Single(string cell) => Assert.Single(Row(cell));

    private SourceCell[] Row(params object?[] cells)
    {
        using var book = _book.Sheet().Row(cells).Open();
        return [.. book.Sheets[0].ReadRows().SelectMany(r => r.Cells.ToArray())];
    }
}
