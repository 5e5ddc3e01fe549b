using CoCreateStudio.Kit.Ui.Table;

namespace CoCreateStudio.Tests.Kit.Ui.Table;

public class TableLinesTests
{
    private static readonly TableLines Lines = new([new("us", 3), new("them", 40, Folded: true), new("done", 2)], heads: true);

    [Fact]
    public void Heads_and_rows_are_lines_and_folded_rows_are_not() => Assert.Equal(3 + 3 + 2, Lines.Count);

    [Fact]
    public void A_window_holds_its_heads_and_rows_in_order() =>
        Assert.Equal(["us", "us 0", "us 1", "us 2", "them", "done", "done 0", "done 1"], Lines.Window(0, 20).Select(Said));

    [Fact]
    public void A_window_may_begin_and_end_inside_groups() =>
        Assert.Equal(["us 2", "them", "done", "done 0"], Lines.Window(3, 4).Select(Said));

    [Fact]
    public void What_is_read_for_a_window_is_one_stretch_a_group() =>
        Assert.Equal([new Stretch("us", 1, 2), new Stretch("done", 0, 2)], Lines.Stretches(2, 20));

    [Fact]
    public void Rows_from_a_line_on_are_counted_without_heads() =>
        Assert.Equal([new Stretch("us", 2, 1), new Stretch("done", 0, 2)], Lines.StretchesOfRows(3, 10));

    [Fact]
    public void Without_heads_every_line_is_a_row()
    {
        TableLines plain = new([new("-", 50_000)], heads: false);

        Assert.Equal(50_000, plain.Count);
        Assert.Equal([new Stretch("-", 49_990, 10)], plain.Stretches(49_990, 40));
    }

    [Fact]
    public void Beyond_the_end_there_is_nothing() => Assert.Empty(Lines.Window(Lines.Count, 10));

    private static string Said(TableLine line) => line.IsHead ? line.Group.Key : $"{line.Group.Key} {line.Row}";
}
