using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public sealed class HeldMeetingsTests
{
    private static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    private readonly HeldMeeting _first = new(Guid.NewGuid(), One, Samples.Now);
    private readonly HeldMeetings _held;

    public HeldMeetingsTests() => _held = new([Held(3, Other), _first, Held(1, One), Held(2, null)]);

    [Fact]
    public void What_a_customer_left_open_is_carried_into_their_meetings_and_ours_only() =>
        Assert.Equal((2, 1), (_held.Carried(_first.Id, One, Samples.Now.AddMinutes(5)), _held.Carried(_first.Id, null, Samples.Now.AddDays(2).AddMinutes(5))));

    [Fact]
    public void What_stays_inside_is_carried_into_all() => Assert.Equal(3, _held.Carried(_first.Id, null, Samples.Now.AddMinutes(5)));

    [Fact]
    public void What_was_written_before_its_own_meeting_began_was_not_carried_into_it() =>
        Assert.Equal(2, _held.Carried(_first.Id, One, Samples.Now.AddHours(-1)));

    [Fact]
    public void After_it_was_settled_nothing_is_carried() =>
        Assert.Equal((1, 0), (_held.Carried(_first.Id, One, Samples.Now.AddMinutes(5), Samples.Now.AddDays(1).AddHours(1)), _held.Carried(_first.Id, One, Samples.Now.AddMinutes(5), Samples.Now.AddMinutes(9))));

    [Fact]
    public void Without_meetings_nothing_is_carried() => Assert.Equal(0, new HeldMeetings([]).Carried(null, null, Samples.Now));

    private static HeldMeeting Held(int days, Guid? customer) => new(Guid.NewGuid(), customer, Samples.Now.AddDays(days));
}
