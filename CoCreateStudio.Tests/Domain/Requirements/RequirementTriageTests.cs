using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class RequirementTriageTests
{
    private static readonly DateTime Later = Samples.Now.AddDays(1);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Now);

    [Fact]
    public void The_first_step_out_of_new_answers_and_later_ones_do_not_answer_again()
    {
        var row = New();
        row.MoveTo(RequirementStatus.Accepted, null, Later);
        row.MoveTo(RequirementStatus.Planned, null, Later.AddDays(1));

        Assert.Equal(Later, row.FirstAnsweredAt);
    }

    [Fact]
    public void The_first_public_reply_answers_and_taking_it_away_does_not_undo_that()
    {
        var row = New();
        row.Write(RequirementField.InternalNote, "hm", Samples.Now);
        Assert.Null(row.FirstAnsweredAt);

        row.Write(RequirementField.PublicReply, "We look into it.", Later);
        row.Write(RequirementField.PublicReply, "", Later.AddDays(1));

        Assert.Equal((Later, null), (row.FirstAnsweredAt, row.PublicReply));
    }

    [Fact]
    public void A_status_that_a_file_brings_is_no_answer()
    {
        var row = New();
        row.StartAs(RequirementStatus.Delivered, null);

        Assert.Null(row.FirstAnsweredAt);
    }

    [Fact]
    public void A_reply_is_added_below_the_one_that_is_there_as_long_as_it_fits()
    {
        var row = New();
        row.ReplyAlso("one", Later);
        row.ReplyAlso("two", Later.AddDays(1));
        Assert.Equal(("one\n\ntwo", Later), (row.PublicReply, row.FirstAnsweredAt));

        Refused.By(nameof(RuleText.ReplyTooLong), () => row.ReplyAlso(new string('x', Requirement.TextLength - 9), Later));
        row.ReplyAlso(new string('x', Requirement.TextLength - 10), Later);
    }

    [Fact]
    public void A_row_is_put_off_until_a_day_that_is_still_to_come()
    {
        var row = New();
        row.Snooze(Today.AddDays(1), Today);
        Assert.Equal(Today.AddDays(1), row.SnoozedUntil);

        Refused.By(nameof(RuleText.SnoozeNotAhead), () => row.Snooze(Today, Today));
        row.Snooze(null, Today);

        Assert.Null(row.SnoozedUntil);
    }

    [Fact]
    public void A_decision_ends_the_snooze()
    {
        var row = New();
        row.Snooze(Today.AddDays(7), Today);

        row.MoveTo(RequirementStatus.Accepted, null, Later);

        Assert.Null(row.SnoozedUntil);
    }

    [Fact]
    public void A_merged_row_is_a_duplicate_without_another_reason_and_of_nothing_once_it_is_taken_up_again()
    {
        var (row, other) = (New(), New());
        row.MergeInto(other, Later);
        Assert.Equal((RequirementStatus.Duplicate, null, other.Id, Later), (row.Status, row.StatusReason, row.DuplicateOfId, row.FirstAnsweredAt));

        row.MoveTo(RequirementStatus.New, null, Later);

        Assert.Null(row.DuplicateOfId);
    }

    [Fact]
    public void Nothing_is_merged_into_itself_a_duplicate_or_what_is_archived()
    {
        var (row, duplicate, archived) = (New(), New(), New());
        duplicate.MergeInto(New(), Later);
        archived.Archive(Later);

        Refused.By(nameof(RuleText.NotItsOwnDuplicate), () => row.MergeInto(row, Later));
        Refused.By(nameof(RuleText.MergeIntoOneThatLives), () => row.MergeInto(duplicate, Later));
        Refused.By(nameof(RuleText.MergeIntoOneThatLives), () => row.MergeInto(archived, Later));
        Assert.Equal((RequirementStatus.New, null), (row.Status, row.DuplicateOfId));
    }

    private static Requirement New() => Samples.Requirement(Guid.NewGuid());
}
