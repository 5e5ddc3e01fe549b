using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Minutes;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Meetings.Minutes;

public sealed class ConfirmationStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_confirm_and_are_named_with_their_side_and_the_hash()
    {
        var place = await Place.MakeAsync(studio);
        await using var customer = await place.As(ProjectRole.Customer);
        await using var held = await Held.MakeAsync(studio, place);

        foreach (var person in new[] { held.Lead, customer }) await person.Get<ConfirmationStore>().AnswerAsync(place.Id, held.Id, 1, ConfirmationAnswer.Confirmed, null, Ct);

        var room = await held.RoomAsync();
        Assert.Equal([(held.Lead.Actor.Name, Side.Us), (customer.Actor.Name, Side.Customer)], room.Confirmations.OrderBy(c => c.Side).Select(c => (c.Name, c.Side)));
        Assert.All(room.Confirmations, c => Assert.Equal((room.Minutes[0].Id, room.Minutes[0].Hash), (c.VersionId, c.Hash)));
    }

    [Fact]
    public async Task A_later_answer_takes_the_place_of_the_earlier_one_which_the_history_keeps()
    {
        await using var held = await Held.MakeAsync(studio);
        var store = held.Lead.Get<ConfirmationStore>();
        await store.AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Objected, "Wrong plant", Ct);

        await store.AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Confirmed, null, Ct);

        var confirmation = Assert.Single((await held.RoomAsync()).Confirmations);
        var history = await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.EntityId == confirmation.Id && e.Action == AuditAction.Changed).ToListAsync(Ct));
        Assert.Equal(ConfirmationAnswer.Confirmed, confirmation.Answer);
        Assert.Contains(("Remark", "Wrong plant", null), Assert.Single(history).Changes.Select(c => (c.Field, c.Old, c.New)));
    }

    [Fact]
    public async Task A_new_version_asks_again_and_the_one_before_takes_no_answer_any_more()
    {
        await using var held = await Held.MakeAsync(studio);
        var store = held.Lead.Get<ConfirmationStore>();
        await store.AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Confirmed, null, Ct);
        await held.Lead.Get<MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, await held.CorrectionAsync("We buy it"), "Heard wrong", Ct);

        await Refused.ByAsync(nameof(RuleText.MinutesNewer), () => store.AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Confirmed, null, Ct));

        var room = await held.RoomAsync();
        Assert.Equal([room.Minutes[0].Id], room.Confirmations.Select(c => c.VersionId));
        await store.AnswerAsync(held.Place.Id, held.Id, 2, ConfirmationAnswer.Confirmed, null, Ct);
        Assert.Equal(2, (await held.RoomAsync()).Confirmations.Count);
    }

    [Fact]
    public async Task Who_is_not_on_the_attendance_list_does_not_confirm_and_another_customer_does_not_see_it()
    {
        await using var held = await Held.MakeAsync(studio);
        await using var late = await held.Place.As(ProjectRole.Member);
        await using var other = await studio.AsRole(held.Place.Id, ProjectRole.Customer, held.Place.Theirs.Id);

        await Refused.ByAsync(nameof(RuleText.NotOnAttendance), () => late.Get<ConfirmationStore>().AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Confirmed, null, Ct));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => other.Get<ConfirmationStore>().AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Confirmed, null, Ct));

        Assert.Empty((await held.RoomAsync()).Confirmations);
    }
}
