using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Actions;

public sealed class CarriedTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meeting_with_a_customer_opens_with_what_they_and_we_left_open_and_not_another_customer()
    {
        var (place, lead, spoken) = await MakeAsync();
        await using var acting = lead;
        await spoken.ActionAsync(await spoken.HeldAsync(place.Ours.Id, 9), "theirs and ours", dueInDays: 1);
        await spoken.ActionAsync(await spoken.HeldAsync(place.Theirs.Id, 8), "of others", dueInDays: 2);
        await spoken.IssueAsync(await spoken.HeldAsync(null, 7), "inside");

        var with = await EarlierAsync(lead, place, place.Ours.Id);
        var among = await EarlierAsync(lead, place, null);

        Assert.Equal([("theirs and ours", 2), ("inside", 1)], with.Earlier.Select(c => (c.Entry.Text, c.Times)));
        Assert.Equal(["theirs and ours", "of others", "inside"], among.Earlier.Select(c => c.Entry.Text));
    }

    [Fact]
    public async Task Of_very_many_the_first_are_shown_and_the_rest_is_counted()
    {
        var (place, lead, spoken) = await MakeAsync();
        await using var acting = lead;
        var meeting = await spoken.HeldAsync(place.Ours.Id);
        for (var i = 0; i < 53; i++) await spoken.ActionAsync(meeting, $"Number {i}", dueInDays: i - 5);
        await spoken.IssueAsync(meeting, "Who pays?");

        var room = await EarlierAsync(lead, place, place.Ours.Id);

        Assert.Equal((51, 3, "Number 0"), (room.Earlier.Count, room.MoreEarlier, room.Earlier[0].Entry.Text));
    }

    private async Task<(Place Place, Acting Lead, Spoken Spoken)> MakeAsync()
    {
        var place = await Place.MakeAsync(studio);
        return (place, await place.As(ProjectRole.Lead), new(studio, place));
    }

    private static async Task<Room> EarlierAsync(Acting lead, Place place, Guid? customer)
    {
        var number = await lead.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(customer), Ct);
        return await lead.Get<RoomReader>().ReadAsync(place.Id, number, Ct) ?? throw new InvalidOperationException("There is no such meeting.");
    }
}
