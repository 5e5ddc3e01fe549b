using CoCreateStudio.Kit.Excel.Reading.Tables;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Excel.Reading.Tables;

public class TableFinderTests
{
    private readonly WorkbookBuilder _book = new();

    [Fact]
    public void Columns_are_known_by_the_words_of_their_headings()
    {
        var table = Find(_book.Sheet().Row("序号", "问题描述", "紧急程度").Row(1, "无法登录", "高"));

        Assert.Equal([("A", "No"), ("B", "Text"), ("C", "Urgency")], table.Columns.Select(c => (c.Letter, c.Target?.Key)));
        Assert.All(table.Columns, c => Assert.Equal(MappingConfidence.Sure, c.Confidence));
    }

    [Theory]
    [InlineData("问题描述*", MappingConfidence.Sure)]
    [InlineData(" 问题\n描述（必填）：", MappingConfidence.Sure)]
    [InlineData("ＤＥＳＣＲＩＰＴＩＯＮ", MappingConfidence.Sure)]
    [InlineData("问题描述（要什么功能）", MappingConfidence.Likely)]
    [InlineData("客户的问题描述", MappingConfidence.Ask)]
    [InlineData("Description of the problem", MappingConfidence.Ask)]
    public void Headings_are_compared_without_their_decoration(string heading, MappingConfidence confidence)
    {
        var column = Find(_book.Sheet().Row("序号", heading).Row(1, "无法登录")).ColumnFor("Text");

        Assert.Equal(confidence, column?.Confidence);
    }

    [Fact]
    public void The_heading_is_found_below_a_banner_and_label_value_rows()
    {
        var table = Find(_book.Sheet().Row("问题清单").Row(null, "提出人：李四").RowAt(6, "序号", "问题描述", "紧急程度").RowAt(8, 1, "无法登录", "高"));

        Assert.Equal((6, 7), (table.HeaderRow, table.FirstDataRow));
    }

    [Fact]
    public void Labels_above_the_table_are_offered_with_their_values()
    {
        var table = Find(_book.Sheet().Row("提出人：李四", "版本: 2").Row("紧急程度", null, "高").Row("序号", "问题描述").Row(1, "无法登录"));

        Assert.Equal([("提出人", "李四", "Reporter"), ("版本", "2", null), ("紧急程度", "高", "Urgency")], table.Facts.Select(f => (f.Label, f.Value, f.Target?.Key)));
    }

    [Fact]
    public void Of_two_columns_for_one_target_the_more_telling_heading_wins()
    {
        var table = Find(_book.Sheet().Row("Severity", "Priority", "Description").Row("Major", "High", "x"));

        Assert.Equal([null, "Urgency", "Text"], table.Columns.Select(c => c.Target?.Key));
        Assert.Equal(MappingReason.OtherColumnFitsBetter, table.Columns[0].Reason);
    }

    [Fact]
    public void A_filled_column_is_preferred_to_an_empty_one_with_a_better_heading()
    {
        var table = Find(_book.Sheet().Row("Priority", "Severity", "Description").Row(null, "Major", "x"));

        Assert.Equal([null, "Urgency", "Text"], table.Columns.Select(c => c.Target?.Key));
    }

    [Fact]
    public void A_number_column_with_fractions_is_no_number_of_rows() =>
        Assert.Equal(MappingReason.ValuesDoNotFit, Find(_book.Sheet().Row("序号", "问题描述").Row(1.5, "x")).Columns[0].Reason);

    [Fact]
    public void Columns_without_a_heading_are_taken_for_what_they_hold()
    {
        var table = Find(_book.Sheet().Row(null, "问题描述", null, "紧急程度").Row(1, "a", null, "高").Row(2, "b").Picture(2, 3).Picture(3, 3));

        Assert.Equal(["No", "Text", "Picture", "Urgency"], table.Columns.Select(c => c.Target?.Key));
    }

    [Fact]
    public void A_numbered_list_without_headings_keeps_its_first_row()
    {
        var table = Find(_book.Sheet().Row(1, "样式问题").Row(2, "另一个问题"));

        Assert.Equal((0, 1), (table.HeaderRow, table.FirstDataRow));
        Assert.Equal(["No", "Text"], table.Columns.Select(c => c.Target?.Key));
    }

    [Fact]
    public void A_heading_over_two_rows_is_read_by_its_lower_words()
    {
        var table = Find(_book.Sheet().Row("序号", "问题描述", "反馈").Row(null, null, "提出人", "紧急程度").Row(1, "x", "李四", "高").Merge("A1:A2", "B1:B2", "C1:D1"));

        Assert.Equal(["No", "Text", "Reporter", "Urgency"], table.Columns.Select(c => c.Target?.Key));
        Assert.Equal(3, table.FirstDataRow);
    }

    [Fact]
    public void A_hidden_row_of_keys_is_not_taken_for_the_heading() =>
        Assert.Equal(2, Find(_book.Sheet().HiddenRow("No.", "Description", "Priority").Row("序号", "问题描述", "紧急程度").Row(1, "x", "高")).HeaderRow);

    [Fact]
    public void A_sheet_of_every_column_there_is_takes_no_time()
    {
        var sheet = _book.Sheet();
        for (var row = 0; row < 4; row++) sheet.Row([.. Enumerable.Range(0, 16384).Select(i => (object)$"v{row}-{i}")]);

        Assert.True(Find(sheet).Columns.Count < 1000);
    }

    [Fact]
    public void A_table_with_unknown_headings_is_found_by_its_form()
    {
        var table = Find(_book.Sheet().Row("材质", "规格", "品名").Row("Q235", "M6", "垫圈").Row("Q235", "M8", "垫圈"));

        Assert.Equal((SheetVerdict.Used, 1), (table.Verdict, table.HeaderRow));
    }

    [Fact]
    public void A_hidden_helper_column_without_heading_is_no_column() =>
        Assert.Equal(2, Find(_book.Sheet().HideColumn(3).Row("序号", "问题描述").Row(1, "x", "高")).Columns.Count);

    [Fact]
    public void Three_different_values_are_shown_as_samples() =>
        Assert.Equal(["a", "b", "c"], Find(_book.Sheet().Row("序号", "问题描述").Row(1, "a").Row(2, "a").Row(3, "b").Row(4, "c").Row(5, "d")).ColumnFor("Text")?.Samples);

    [Fact]
    public void Loose_words_are_no_table() =>
        Assert.Equal(SheetVerdict.NoTable, Find(_book.Sheet().Row("Hello").RowAt(9, null, null, "there")).Verdict);

    [Fact]
    public void Sheets_that_hold_nothing_to_read_say_why()
    {
        _book.Sheet("hidden", "hidden").Row("序号", "问题描述");
        _book.Sheet("pictures").Picture(1, 1);
        _book.Sheet("help").Row("步骤", "解释").Row("first", "write").Row("then", "send");
        _book.Sheet("empty");
        _book.Sheet("pivot").Row("序号", "问题描述").Relate("pivotTable", "../pivotTables/p.xml");
        _book.Sheet("cases").Row("Test Case ID", "Description", "Test Data").Row("1", "x", "y");
        _book.Sheet("issues").Row("序号", "问题描述").Row(1, "x");

        SheetVerdict[] expected = [SheetVerdict.Hidden, SheetVerdict.PicturesOnly, SheetVerdict.OffTopic, SheetVerdict.Empty, SheetVerdict.Pivot, SheetVerdict.OtherKind, SheetVerdict.Used];

        Assert.Equal(expected, FindAll(_book).Select(t => t.Verdict));
    }

    [Fact]
    public void A_sheet_that_explains_the_table_is_left_out_by_its_name_or_by_what_it_holds()
    {
        _book.Sheet("填写说明").Row("序号", "问题描述").Row(1, "write one line for each");
        _book.Sheet("steps").Row("Description of steps", "备注").Row("first", "write").Row("then", "send");
        _book.Sheet("issues").Row("序号", "问题描述").Row(1, "x");

        Assert.Equal([SheetVerdict.OffTopic, SheetVerdict.OffTopic, SheetVerdict.Used], FindAll(_book).Select(t => t.Verdict));
    }

    [Fact]
    public void A_sheet_named_help_that_is_all_there_is_is_read()
    {
        _book.Sheet("填写说明").Row("序号", "问题描述").Row(1, "x");

        Assert.True(Assert.Single(FindAll(_book)).Used);
    }

    [Fact]
    public void Several_tables_in_one_sheet_are_found_each_with_its_own_columns_and_facts()
    {
        _book.Sheet().Row("提出人：李四").Row("序号", "问题描述", "紧急程度").Row(1, "a", "高").Row(2, "b", "中")
            .RowAt(7, "第二批").RowAt(8, "提出人：王五").RowAt(9, "No.", "备注", "Description").RowAt(10, 1, "n", "c")
            .RowAt(13, "Priority", "备注").RowAt(14, "高", "今天处理");

        var tables = FindAll(_book);

        Assert.Equal([(2, true, "李四"), (9, true, "王五"), (13, false, null)], tables.Select(t => (t.HeaderRow, t.Used, t.Facts.Select(f => f.Value).FirstOrDefault())));
        Assert.Equal([(1, 6), (7, 12), (13, int.MaxValue)], tables.Select(t => t.Part));
        Assert.Equal(["No", "Notes", "Text"], tables[1].Columns.Select(c => c.Target?.Key));
    }

    [Theory]
    [InlineData("序号", "问题描述", "紧急程度")]
    [InlineData(3, "Description", "Priority")]
    [InlineData("Description", "very long words about something", "more of them")]
    public void A_repeated_heading_or_a_row_with_such_words_is_no_other_table(params object[] row)
    {
        _book.Sheet().Row("序号", "问题描述", "紧急程度").Row(1, "a", "高").RowAt(5, row).RowAt(6, 3, "c", "低");

        Assert.False(Assert.Single(FindAll(_book)).IsPart);
    }

    [Fact]
    public void Test_cases_alone_are_what_the_sender_meant() =>
        Assert.True(Find(_book.Sheet().Row("Test Case ID", "Description", "Test Data").Row("1", "x", "y")).Used);

    [Fact]
    public void A_person_can_say_where_the_heading_is()
    {
        using var book = _book.Sheet().Row("Hello").Row("问题描述").Row("x").Open();

        var finder = new TableFinder(SampleWords.All);

        var table = finder.FindAt(finder.Find(book)[0], 2);

        Assert.Equal((2, "Text"), (table.HeaderRow, table.Columns[0].Target?.Key));
    }

    [Theory]
    [InlineData("en", "The heading is a known word for this.")]
    [InlineData("zh-CN", "标题是已知的同义词。")]
    public void The_reason_is_given_in_the_readers_language(string language, string expected)
    {
        var column = Find(_book.Sheet().Row("序号", "问题描述").Row(1, "x")).Columns[0];

        using var _ = Language.Use(language);
        Assert.Equal(expected, column.Why);
    }

    private FoundTable Find(SheetBuilder sheet)
    {
        Assert.NotNull(sheet);
        return FindAll(_book)[0];
    }

    private static IReadOnlyList<FoundTable> FindAll(WorkbookBuilder builder)
    {
        using var book = CoCreateStudio.Kit.Excel.Reading.SourceBook.Open(builder.Build(), "a.xlsx");
        return new TableFinder(SampleWords.All).Find(book);
    }
}
