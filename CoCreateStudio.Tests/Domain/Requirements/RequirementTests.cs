using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;
using static CoCreateStudio.Domain.Requirements.RequirementStatus;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class RequirementTests
{
    private static readonly DateTime Later = Samples.Now.AddDays(1);

    [Fact]
    public void A_new_requirement_is_new_open_and_inside()
    {
        var requirement = Made();

        Assert.Equal((New, Samples.Now, false, 0), (requirement.Status, requirement.StatusSince, requirement.Shared, requirement.Reopened));
        Assert.Null(requirement.ArchivedAt);
    }

    [Fact]
    public void A_requirement_without_words_is_refused() =>
        Refused.By(nameof(RuleText.RequirementNeedsWords), () => Samples.Requirement(Guid.NewGuid(), title: " ", description: "\n "));

    [Theory]
    [InlineData("导出报错。每次都这样。", "导出报错")]
    [InlineData("\n  First line  \nsecond", "First line")]
    [InlineData("Version 2.5 fails. Often", "Version 2.5 fails. Often")]
    public void Without_a_title_the_first_sentence_is_one(string description, string title) =>
        Assert.Equal(title, Samples.Requirement(Guid.NewGuid(), title: null, description: description).Title);

    [Fact]
    public void A_title_made_from_a_long_description_ends_with_dots_and_splits_no_character()
    {
        Assert.Equal(new string('x', 119) + "…", Requirement.TitleOf(new string('x', 121)));
        Assert.Equal(new string('x', 118) + "…", Requirement.TitleOf(new string('x', 118) + "🙂 more"));
        Assert.Equal(120, Requirement.TitleOf(new string('x', 120))!.Length);
    }

    [Fact]
    public void A_step_is_kept_with_its_moment_and_reason()
    {
        var requirement = Made();

        requirement.MoveTo(Declined, " out of scope ", Later);

        Assert.Equal((Declined, "out of scope", Later), (requirement.Status, requirement.StatusReason, requirement.StatusSince));
    }

    [Theory]
    [InlineData(Declined)]
    [InlineData(Duplicate)]
    public void Declining_needs_a_reason(RequirementStatus status) => Refused.By(nameof(RuleText.ReasonNeeded), () => Made().MoveTo(status, "  ", Later));

    [Fact]
    public void The_other_requirement_is_reason_enough_for_a_duplicate()
    {
        var requirement = Made();
        requirement.MarkDuplicateOf(Guid.NewGuid());

        requirement.MoveTo(Duplicate, null, Later);

        Assert.Equal(Duplicate, requirement.Status);
    }

    [Fact]
    public void Nothing_is_a_duplicate_of_itself()
    {
        var requirement = Made();

        Refused.By(nameof(RuleText.NotItsOwnDuplicate), () => requirement.MarkDuplicateOf(requirement.Id));
        requirement.MarkDuplicateOf(null);
        Assert.Null(requirement.DuplicateOfId);
    }

    [Fact]
    public void Only_what_was_delivered_is_verified()
    {
        var requirement = Made();
        Refused.By(nameof(RuleText.OnlyDeliveredIsVerified), () => requirement.MoveTo(Verified, null, Later));

        requirement.MoveTo(Delivered, null, Later);
        requirement.MoveTo(Verified, null, Later);

        Assert.Equal(Verified, requirement.Status);
    }

    [Fact]
    public void Taking_up_finished_work_is_counted_and_a_step_to_where_it_stands_is_none()
    {
        var requirement = Made();
        requirement.StartAs(Verified, "came with the file");

        requirement.MoveTo(Verified, null, Later);
        Assert.Equal((0, Samples.Now, "came with the file"), (requirement.Reopened, requirement.StatusSince, requirement.StatusReason));

        requirement.MoveTo(InProgress, null, Later);
        Assert.Equal((1, null), (requirement.Reopened, requirement.StatusReason));
    }

    [Fact]
    public void An_archived_requirement_keeps_its_first_day_and_comes_back()
    {
        var requirement = Made();
        requirement.Archive(Samples.Now);
        requirement.Archive(Later);
        Assert.Equal(Samples.Now, requirement.ArchivedAt);

        requirement.Restore();

        Assert.Null(requirement.ArchivedAt);
    }

    private static Requirement Made() => Samples.Requirement(Guid.NewGuid());
}
