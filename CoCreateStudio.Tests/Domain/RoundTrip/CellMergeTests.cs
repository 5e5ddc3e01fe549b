using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;

namespace CoCreateStudio.Tests.Domain.RoundTrip;

public class CellMergeTests
{
    [Theory]
    [InlineData("a", "a", "a", CellOutcome.Unchanged)]
    [InlineData("a", "b", "a", CellOutcome.Unchanged)]
    [InlineData("a", "a", "b", CellOutcome.Taken)]
    [InlineData("a", "a", null, CellOutcome.Taken)]
    [InlineData(null, null, "b", CellOutcome.Taken)]
    [InlineData("a", "b", "b", CellOutcome.SameOnBothSides)]
    [InlineData("a", null, null, CellOutcome.SameOnBothSides)]
    [InlineData("a", "b", "c", CellOutcome.Conflict)]
    [InlineData("a", null, "c", CellOutcome.Conflict)]
    [InlineData("a", "b", null, CellOutcome.Conflict)]
    public void A_cell_is_compared_three_ways(string? sent, string? ours, string? theirs, CellOutcome outcome) =>
        Assert.Equal(outcome, CellMerge.Of(RequirementField.Description, sent, ours, theirs).Outcome);

    [Theory]
    [InlineData("a", "a", "b", CellOutcome.Refused)]
    [InlineData("a", "b", "c", CellOutcome.Refused)]
    [InlineData("a", "b", "b", CellOutcome.SameOnBothSides)]
    [InlineData("a", "b", "a", CellOutcome.Unchanged)]
    public void A_column_of_ours_takes_nothing(string? sent, string? ours, string? theirs, CellOutcome outcome)
    {
        var cell = CellMerge.Of(RequirementField.Owner, sent, ours, theirs);

        Assert.Equal((outcome, outcome == CellOutcome.Refused ? nameof(RuleText.NotTheirField) : null, false), (cell.Outcome, cell.Rule, cell.TakesTheirs));
    }

    [Theory]
    [InlineData(RequirementField.Description, true)]
    [InlineData(RequirementField.Urgency, true)]
    [InlineData(RequirementField.Notes, false)]
    [InlineData(RequirementField.Category, false)]
    public void In_their_own_columns_the_customer_has_the_last_word_in_common_ones_we_have(RequirementField field, bool takesTheirs)
    {
        Assert.Equal((CellOutcome.Conflict, takesTheirs), (CellMerge.Of(field, "a", "b", "c").Outcome, CellMerge.Of(field, "a", "b", "c").TakesTheirs));
        Assert.True(CellMerge.Of(field, "a", "a", "c").TakesTheirs);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public void An_emptied_cell_waits_for_somebody_to_take_it(string ours) => Assert.False(CellMerge.Of(RequirementField.Description, "a", ours, null).TakesTheirs);

    [Theory]
    [InlineData("Delivered", "Delivered", "Verified", CellOutcome.Taken)]
    [InlineData("Delivered", "Delivered", "InProgress", CellOutcome.Taken)]
    [InlineData("Verified", "Verified", "InProgress", CellOutcome.Taken)]
    [InlineData("Delivered", "Delivered", "Declined", CellOutcome.Refused)]
    [InlineData("New", "New", "Accepted", CellOutcome.Refused)]
    [InlineData("New", "Delivered", "Verified", CellOutcome.Refused)]
    [InlineData("Delivered", "Planned", "Verified", CellOutcome.Refused)]
    [InlineData("Delivered", "Verified", "InProgress", CellOutcome.Conflict)]
    [InlineData("Delivered", "Verified", "Verified", CellOutcome.SameOnBothSides)]
    [InlineData("Delivered", "Delivered", null, CellOutcome.Refused)]
    public void The_status_takes_the_customers_own_steps_from_what_was_sent_and_from_what_is(string sent, string ours, string? theirs, CellOutcome outcome) =>
        Assert.Equal(outcome, CellMerge.Of(RequirementField.Status, sent, ours, theirs).Outcome);

    [Fact]
    public void A_title_cannot_be_emptied() =>
        Assert.Equal((CellOutcome.Refused, nameof(RuleText.RequirementNeedsWords)), (CellMerge.Of(RequirementField.Title, "a", "a", null) is var cell ? cell.Outcome : default, CellMerge.Of(RequirementField.Title, "a", "a", null).Rule));

    [Theory]
    [InlineData("one\ntwo", "one\r\ntwo")]
    [InlineData("one\ntwo", "one\rtwo")]
    [InlineData("one \n two", "one\ntwo\n")]
    [InlineData("a  b\tc", "a b c")]
    [InlineData("a b", "a\u00A0b")]
    [InlineData("中文　说明", "中文 说明")]
    [InlineData("é", "e\u0301")]
    [InlineData("a\u0001", "a")]
    [InlineData(null, "  ")]
    [InlineData("", null)]
    public void Saving_a_text_is_no_change(string? sent, string? returned) => Assert.True(SheetValue.IsSame(RequirementField.Notes, sent, returned));

    [Theory]
    [InlineData("one\ntwo", "one two")]
    [InlineData("a", "A")]
    [InlineData("00123", "123")]
    [InlineData("a", null)]
    public void Another_text_is_a_change(string? sent, string? returned) => Assert.False(SheetValue.IsSame(RequirementField.Notes, sent, returned));

    [Theory]
    [InlineData("2026-03-01T16:00:59.9990000Z", "2026-03-01T16:01:00.0000000Z", true)]
    [InlineData("2026-03-01T16:00:31.0000000Z", "2026-03-01T16:00:00.0000000Z", true)]
    [InlineData("2026-03-01T16:00:00.0000000Z", "2026-03-01T16:01:00.0000000Z", false)]
    [InlineData("2026-03-01T16:00:00.0000000Z", null, false)]
    public void A_moment_is_the_same_to_the_minute(string? sent, string? returned, bool isSame) => Assert.Equal(isSame, SheetValue.IsSame(RequirementField.ReportedAt, sent, returned));
}
