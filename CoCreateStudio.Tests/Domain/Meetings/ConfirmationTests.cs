using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class ConfirmationTests
{
    private static readonly Meeting Held = new(Guid.NewGuid(), 1, Samples.Meeting());
    private static readonly MinutesVersion Version = new(Held, 1, 1, "{}", "", "abc", null, "Mei", Samples.Now);
    private static readonly Attendance Guest = new(Held, "Wang Lei", Side.Customer);

    [Fact]
    public void Somebody_without_an_account_confirms_a_version_and_its_hash()
    {
        Confirmation confirmation = new(Version, Guest, ConfirmationAnswer.Confirmed, " ", Samples.Now);

        Assert.Equal((Version.Id, "abc", Guest.Id, "Wang Lei", Side.Customer, null), (confirmation.VersionId, confirmation.Hash, confirmation.AttendanceId, confirmation.Name, confirmation.Side, confirmation.Remark));
    }

    [Fact]
    public void An_answer_is_replaced_by_a_later_one()
    {
        Confirmation confirmation = new(Version, Guest, ConfirmationAnswer.Confirmed, null, Samples.Now);

        confirmation.Say(ConfirmationAnswer.Objected, " It was plant 3. ", Samples.Now.AddHours(1));

        Assert.Equal((ConfirmationAnswer.Objected, "It was plant 3.", Samples.Now.AddHours(1)), (confirmation.Answer, confirmation.Remark, confirmation.At));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void An_objection_says_what_is_wrong(string? remark) => Refused.By(nameof(RuleText.ObjectionNeedsRemark), () => _ = new Confirmation(Version, Guest, ConfirmationAnswer.Objected, remark, Samples.Now));

    [Fact]
    public void Who_was_invited_to_another_meeting_does_not_confirm_this_one()
    {
        Attendance stranger = new(new Meeting(Held.ProjectId, 2, Samples.Meeting()), "Wang Lei", Side.Customer);

        Refused.By(nameof(RuleText.NotOnAttendance), () => _ = new Confirmation(Version, stranger, ConfirmationAnswer.Confirmed, null, Samples.Now));
    }
}
