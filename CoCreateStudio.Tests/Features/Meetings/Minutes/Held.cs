using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Minutes;

/// <summary>A meeting that was held with a customer and closed, with a decision and an action in its minutes.</summary>
internal sealed record Held(Place Place, Acting Lead, int Number, Guid Id) : IAsyncDisposable
{
    public static async Task<Held> MakeAsync(StudioFixture studio, Place? place = null, bool withCustomer = true)
    {
        place ??= await Place.MakeAsync(studio);
        var lead = await place.As(ProjectRole.Lead);
        var number = await lead.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(withCustomer ? place.Ours.Id : null), Ct);
        var id = (await RoomAsync(lead, place, number)).Meeting.Id;
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, id, "One", 10, null, Ct);
        await lead.Get<RoomStore>().StartAsync(place.Id, id, Ct);
        var item = (await RoomAsync(lead, place, number)).Items[0].Id;
        await lead.Get<EntryStore>().SayAsync(place.Id, id, item, Guid.CreateVersion7(), new(NoteKind.Decision, "We build it"), Ct);
        await lead.Get<EntryStore>().SayAsync(place.Id, id, item, Guid.CreateVersion7(), new(NoteKind.Action, "Send the parts", "Lin", Due: new(2026, 3, 20)), Ct);
        await lead.Get<RoomStore>().CloseAsync(place.Id, id, "Held by phone.", Ct);
        return new(place, lead, number, id);
    }

    public Task<Room> RoomAsync() => RoomAsync(Lead, Place, Number);

    public async Task<SealedMinutes> LatestAsync() => SealedMinutes.Read((await RoomAsync()).Minutes[^1].Content);

    /// <summary>The latest version with other words in its decision.</summary>
    public async Task<MinutesCorrection> CorrectionAsync(string text)
    {
        var latest = await LatestAsync();
        return new(latest.Place, latest.Remark, new Dictionary<string, Attended?>(), [new(latest.Topics[0].Said[0].Id!, text)], []);
    }

    public ValueTask DisposeAsync() => Lead.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Room> RoomAsync(Acting acting, Place place, int number) =>
        await acting.Get<RoomReader>().ReadAsync(place.Id, number, Ct) ?? throw new InvalidOperationException("There is no such meeting.");
}
