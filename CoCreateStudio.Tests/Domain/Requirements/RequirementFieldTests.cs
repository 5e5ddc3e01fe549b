using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class RequirementFieldTests
{
    private static readonly DateTime Later = Samples.Now.AddDays(1);

    public static TheoryData<RequirementField, string> Values => new()
    {
        { RequirementField.Title, "Pause a line" },
        { RequirementField.Description, "First\nsecond" },
        { RequirementField.Customer, "0199f2c4-0000-7000-8000-000000000001" },
        { RequirementField.Department, "Quality" },
        { RequirementField.Category, "Search" },
        { RequirementField.Phase, nameof(ProjectPhase.RollOut) },
        { RequirementField.Urgency, nameof(Urgency.High) },
        { RequirementField.Reporter, "王丽" },
        { RequirementField.ReportedAt, "2026-02-03T04:05:06.0000000Z" },
        { RequirementField.Owner, "Tom" },
        { RequirementField.Status, nameof(RequirementStatus.InProgress) },
        { RequirementField.StatusReason, "because" },
        { RequirementField.TargetDate, "2026-04-05" },
        { RequirementField.Resolution, "done so" },
        { RequirementField.Notes, "noted" },
        { RequirementField.PublicReply, "soon" },
        { RequirementField.InternalNote, "never tell" },
        { RequirementField.Shared, bool.TrueString },
        { RequirementField.DuplicateOf, "0199f2c4-0000-7000-8000-000000000002" },
        { RequirementField.SnoozedUntil, "2026-04-06" },
    };

    [Fact]
    public void Every_field_is_tried_here() => Assert.Equal(RequirementFields.All, Values.Select(v => v.Data.Item1));

    [Theory]
    [MemberData(nameof(Values))]
    public void What_is_written_into_a_field_is_read_from_it(RequirementField field, string text)
    {
        var requirement = Samples.Requirement(Guid.NewGuid());

        requirement.Write(field, text, Later);

        Assert.Equal(text, requirement.Read(field));
    }

    [Fact]
    public void Blank_text_empties_every_field_but_title_and_status()
    {
        foreach (var field in RequirementFields.All.Except([RequirementField.Title, RequirementField.Status, RequirementField.Shared]))
        {
            var requirement = Samples.Requirement(Guid.NewGuid());
            requirement.Write(field, Values.Single(v => v.Data.Item1 == field).Data.Item2, Later);

            requirement.Write(field, "", Later);

            Assert.Null(requirement.Read(field));
        }

        Refused.By(nameof(RuleText.RequirementNeedsWords), () => Samples.Requirement(Guid.NewGuid()).Write(RequirementField.Title, " ", Later));
        Refused.By(nameof(RuleText.NotAValue), () => Samples.Requirement(Guid.NewGuid()).Write(RequirementField.Status, "", Later));
    }

    [Theory]
    [InlineData(RequirementField.Status, "Finished")]
    [InlineData(RequirementField.Status, "99")]
    [InlineData(RequirementField.Status, "30")]
    [InlineData(RequirementField.Status, "Accepted, Planned")]
    [InlineData(RequirementField.Urgency, "10")]
    [InlineData(RequirementField.Phase, "Later")]
    [InlineData(RequirementField.Customer, "Helian")]
    [InlineData(RequirementField.DuplicateOf, "12")]
    [InlineData(RequirementField.TargetDate, "next week")]
    [InlineData(RequirementField.ReportedAt, "yesterday")]
    [InlineData(RequirementField.Shared, "perhaps")]
    public void What_is_no_value_of_a_field_is_refused(RequirementField field, string text) =>
        Refused.By(nameof(RuleText.NotAValue), () => Samples.Requirement(Guid.NewGuid()).Write(field, text, Later));

    [Fact]
    public void A_text_fits_up_to_its_length_and_no_further()
    {
        foreach (var (field, length) in RequirementFields.All.Select(f => (f, f.MaxLength())).Where(f => f.Item2 is not null))
        {
            var requirement = Samples.Requirement(Guid.NewGuid());
            requirement.Write(field, new string('x', length!.Value), Later);

            Assert.Equal(length, requirement.Read(field)!.Length);
            Refused.By(nameof(RuleText.TooLong), () => requirement.Write(field, new string('x', length.Value + 1), Later));
        }
    }

    [Fact]
    public void Line_ends_of_windows_become_ours()
    {
        var requirement = Samples.Requirement(Guid.NewGuid());

        requirement.Write(RequirementField.Notes, " one\r\ntwo ", Later);

        Assert.Equal("one\ntwo", requirement.Notes);
    }

    [Fact]
    public void A_status_that_needs_a_reason_takes_the_one_set_before()
    {
        var requirement = Samples.Requirement(Guid.NewGuid());
        requirement.Write(RequirementField.StatusReason, "out of scope", Later);

        requirement.Write(RequirementField.Status, nameof(RequirementStatus.Declined), Later);

        Assert.Equal((RequirementStatus.Declined, "out of scope"), (requirement.Status, requirement.StatusReason));
    }

    [Fact]
    public void A_new_name_as_owner_is_no_member_until_it_is_matched()
    {
        var (requirement, member) = (Samples.Requirement(Guid.NewGuid()), Guid.NewGuid());
        requirement.Assign("Tom", member);
        Assert.Equal(member, requirement.OwnerId);

        requirement.Write(RequirementField.Owner, "Somebody", Later);

        Assert.Equal(("Somebody", null), (requirement.Owner, requirement.OwnerId));
    }

    [Fact]
    public void Only_the_internal_note_the_mark_itself_and_the_snooze_are_kept_from_the_customer() =>
        Assert.Equal([RequirementField.InternalNote, RequirementField.Shared, RequirementField.SnoozedUntil], RequirementFields.All.Where(f => f.IsInternal()));
}
