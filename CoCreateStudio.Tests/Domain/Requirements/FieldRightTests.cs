using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;
using static CoCreateStudio.Domain.Requirements.RequirementStatus;

namespace CoCreateStudio.Tests.Domain.Requirements;

public class FieldRightTests
{
    private static readonly RequirementField[] Theirs =
    [
        RequirementField.Title, RequirementField.Description, RequirementField.Department, RequirementField.Urgency, RequirementField.Reporter, RequirementField.ReportedAt,
    ];

    private static readonly RequirementField[] Common = [RequirementField.Category, RequirementField.Phase, RequirementField.Notes, RequirementField.Status];

    public static TheoryData<RequirementField> Fields => [.. RequirementFields.All];

    public static TheoryData<RequirementStatus, RequirementStatus> Steps => [.. from a in Workflow.All from b in Workflow.All select (a, b)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_field_is_the_customers_ours_or_common(RequirementField field)
    {
        Assert.Equal(Theirs.Contains(field) ? Writer.Customer : Common.Contains(field) ? Writer.Both : Writer.Us, field.WrittenBy());
        Assert.True(field.IsWrittenBy(Side.Us));
        Assert.Equal(Theirs.Contains(field) || Common.Contains(field), field.IsWrittenBy(Side.Customer));
    }

    [Fact]
    public void What_stays_inside_is_never_the_customers_to_write() =>
        Assert.DoesNotContain(RequirementFields.All, f => f.IsInternal() && f.IsWrittenBy(Side.Customer));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_word_of_the_customer_enters_only_where_it_may(RequirementField field)
    {
        var requirement = Samples.Requirement(Guid.NewGuid());
        requirement.StartAs(Delivered, null);
        var value = RequirementFieldTests.Values.Where(v => v.Data.Item1 == field).Select(v => v.Data.Item2).FirstOrDefault();
        if (field.IsWrittenBy(Side.Customer)) requirement.Write(field, value, Samples.Now, Side.Customer);
        else Refused.By(nameof(RuleText.NotTheirField), () => requirement.Write(field, value, Samples.Now, Side.Customer));

        Assert.Equal(field.IsWrittenBy(Side.Customer), requirement.Read(field) == value);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_customer_confirms_what_was_delivered_or_sends_it_back(RequirementStatus from, RequirementStatus to)
    {
        var isTheirs = (from, to) is (Delivered, Verified) or (Delivered, InProgress) or (Verified, InProgress);
        var requirement = Samples.Requirement(Guid.NewGuid());
        requirement.StartAs(from, null);

        Assert.Equal(isTheirs, from.CanMoveTo(to, Side.Customer));
        Assert.Equal(from.CanMoveTo(to), from.CanMoveTo(to, Side.Us));
        if (isTheirs || from == to) requirement.MoveTo(to, null, Samples.Now, Side.Customer);
        else Refused.By(nameof(RuleText.CustomerJudgesDelivered), () => requirement.MoveTo(to, null, Samples.Now, Side.Customer));
        Assert.Equal(isTheirs ? to : from, requirement.Status);
    }

    [Fact]
    public void The_customer_moves_between_three_statuses() => Assert.Equal([InProgress, Delivered, Verified], Workflow.JudgedByCustomer);

    [Fact]
    public void What_the_customer_takes_up_again_counts_as_reopened()
    {
        var requirement = Samples.Requirement(Guid.NewGuid());
        requirement.StartAs(Verified, null);

        requirement.MoveTo(InProgress, null, Samples.Now, Side.Customer);

        Assert.Equal(1, requirement.Reopened);
    }
}
