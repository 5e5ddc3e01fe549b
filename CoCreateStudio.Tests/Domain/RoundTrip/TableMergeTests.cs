using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using Values = System.Collections.Generic.IReadOnlyDictionary<CoCreateStudio.Domain.Requirements.RequirementField, string?>;

namespace CoCreateStudio.Tests.Domain.RoundTrip;

public class TableMergeTests
{
    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private static readonly Dictionary<Guid, Values> Sent = new() { [A] = Row("first", owner: "Tom"), [B] = Row("second", owner: "Tom") };

    [Fact]
    public void A_table_that_was_only_sorted_changes_nothing()
    {
        var merged = Merge(Sent, new(5, B, Sent[B]), new(3, A, Sent[A]));

        Assert.All(merged.Rows, r => Assert.Equal((ReturnedKind.Known, 0), (r.Kind, r.Cells.Count)));
        Assert.Empty(merged.Missing);
    }

    [Fact]
    public void Changed_cells_are_found_by_the_key_of_their_row()
    {
        var today = new Dictionary<Guid, Values>(Sent) { [B] = Row("second, ours", owner: "Ann") };

        var merged = Merge(today, new(3, B, Row("second, theirs", owner: "Tom")), new(4, A, Row("first", owner: "Me")));

        Assert.Equal([(RequirementField.Description, CellOutcome.Conflict)], merged.Rows[0].Cells.Select(c => (c.Field, c.Outcome)));
        Assert.Equal([(RequirementField.Owner, CellOutcome.Refused)], merged.Rows[1].Cells.Select(c => (c.Field, c.Outcome)));
    }

    [Fact]
    public void A_row_without_a_key_is_new_and_what_it_says_in_our_columns_is_refused()
    {
        var row = Merge(Sent, new ReturnedRow(9, null, Row("third", owner: "Me"))).Rows.Single();

        Assert.Equal(ReturnedKind.New, row.Kind);
        Assert.Equal([(RequirementField.Description, CellOutcome.Taken), (RequirementField.Owner, CellOutcome.Refused)], row.Cells.Select(c => (c.Field, c.Outcome)));
    }

    [Fact]
    public void Rows_that_are_gone_from_the_file_are_told_of()
    {
        var today = new Dictionary<Guid, Values> { [B] = Sent[B] };

        Assert.Equal([B], Merge(today).Missing);
        Assert.Equal([A, B], Merge(Sent).Missing);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_copied_row_is_new_where_it_says_something_else(bool copyFirst)
    {
        ReturnedRow original = new(copyFirst ? 4 : 3, A, Sent[A]);
        ReturnedRow copy = new(copyFirst ? 3 : 4, A, Row("quite another need", owner: "Tom"));

        var merged = Merge(Sent, copyFirst ? [copy, original] : [original, copy]);

        Assert.Equal((ReturnedKind.Known, 0), (Of(merged, original).Kind, Of(merged, original).Cells.Count));
        Assert.Equal(ReturnedKind.New, Of(merged, copy).Kind);
        Assert.Equal([(RequirementField.Description, CellOutcome.Taken)], Of(merged, copy).Cells.Select(c => (c.Field, c.Outcome)));
    }

    [Fact]
    public void A_copy_that_says_the_same_is_left_alone()
    {
        var merged = Merge(Sent, new(3, A, Sent[A]), new(4, A, Sent[A]));

        Assert.Equal([ReturnedKind.Known, ReturnedKind.Copy], merged.Rows.Select(r => r.Kind));
    }

    [Fact]
    public void A_key_that_was_not_sent_changes_nothing_also_where_there_is_such_a_row()
    {
        var today = new Dictionary<Guid, Values>(Sent) { [Other] = Row("of another customer", owner: "Tom") };

        var merged = Merge(today, new(3, Other, Row("mine now", owner: "Tom")), new(4, Guid.Empty, Row("mine now", owner: "Tom")));

        Assert.All(merged.Rows, r => Assert.Equal((ReturnedKind.NotSent, 0), (r.Kind, r.Cells.Count)));
    }

    [Fact]
    public void A_row_that_the_customer_no_longer_sees_is_told_of_and_not_changed()
    {
        var today = new Dictionary<Guid, Values> { [B] = Sent[B] };

        Assert.Equal([ReturnedKind.Gone, ReturnedKind.Known], Merge(today, new(3, A, Row("edited", owner: "Tom")), new(4, B, Sent[B])).Rows.Select(r => r.Kind));
    }

    [Fact]
    public void A_column_that_is_gone_from_the_file_empties_nothing()
    {
        var row = new ReturnedRow(3, A, new Dictionary<RequirementField, string?> { [RequirementField.Description] = "edited" });

        Assert.Equal([RequirementField.Description], Merge(Sent, row).Rows.Single().Cells.Select(c => c.Field));
    }

    [Fact]
    public void What_was_sent_is_unpacked_as_it_was_packed()
    {
        using SentValues values = new(new MemoryStream());
        foreach (var (id, row) in Sent) values.Add(id, row.GetValueOrDefault);

        var unpacked = SentValues.Unpack(values.Pack());

        Assert.Equal(2, values.Rows);
        Assert.Equal([A, B], unpacked.Keys);
        Assert.Equal(SentTable.Fields, unpacked[A].Keys);
        Assert.Equal(("first", "Tom", null), (unpacked[A][RequirementField.Description], unpacked[A][RequirementField.Owner], unpacked[A][RequirementField.Notes]));
    }

    [Fact]
    public void What_is_larger_than_a_piece_is_unpacked_from_all_of_them()
    {
        Random random = new(1);
        Dictionary<Guid, string> texts = Enumerable.Range(0, 400).ToDictionary(_ => Guid.CreateVersion7(), _ => string.Concat(Enumerable.Range(0, 3000).Select(_ => (char)random.Next(0x4e00, 0x9fa5))));
        using SentValues values = new(new MemoryStream());
        foreach (var (id, text) in texts) values.Add(id, f => f == RequirementField.Description ? text : null);

        var pieces = values.Pack();

        Assert.True(pieces.Count > 1);
        Assert.Equal(texts, SentValues.Unpack(pieces).ToDictionary(r => r.Key, r => r.Value[RequirementField.Description]!));
    }

    [Fact]
    public void Nothing_internal_is_sent() => Assert.DoesNotContain(SentTable.Fields, f => f.IsInternal());

    private static MergedRow Of(MergedTable merged, ReturnedRow row) => merged.Rows.Single(r => r.Row == row);

    private static MergedTable Merge(IReadOnlyDictionary<Guid, Values> today, params ReturnedRow[] returned) => new TableMerge(Sent, today).With(returned);

    private static Dictionary<RequirementField, string?> Row(string description, string owner) => new() { [RequirementField.Description] = description, [RequirementField.Owner] = owner };
}
