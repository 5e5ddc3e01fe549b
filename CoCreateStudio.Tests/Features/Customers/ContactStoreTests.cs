using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Customers;

public sealed class ContactStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact]
    public async Task Contacts_are_those_of_the_customers_that_take_part()
    {
        var (place, elsewhere) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var lead = await place.As(ProjectRole.Lead);
        Contact stranger = new(elsewhere.Ours.Id, new("Stranger"));
        await studio.AddAsync(new Contact(place.Ours.Id, new("Chen Wei")), stranger);
        var store = lead.Get<ContactStore>();

        Assert.Equal([("Chen Wei", place.Ours.Id)], (await store.ListAsync(place.Id, Ct)).SelectMany(c => c.Contacts).Select(c => (c.Name, c.CustomerId)));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => store.WriteAsync(place.Id, stranger.Id, ContactField.Name, stranger.Name, "Mine", Ct));
        await Refused.ByAsync(nameof(RuleText.NotACustomerHere), () => store.AddAsync(place.Id, elsewhere.Ours.Id, new("Mine"), Ct));
    }

    [Fact]
    public async Task A_card_is_written_as_seen_and_taken_away_and_brought_back()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<ContactStore>();
        await store.AddAsync(place.Id, place.Ours.Id, new("Chen Wei"), Ct);
        async Task<List<Contact>> ReadAsync() => [.. (await store.ListAsync(place.Id, Ct)).SelectMany(c => c.Contacts)];
        var chen = Assert.Single(await ReadAsync());

        await store.WriteAsync(place.Id, chen.Id, ContactField.Email, null, "chen@example.com", Ct);
        await store.WriteAsync(place.Id, chen.Id, ContactField.HasAuthority, "", bool.TrueString, Ct);

        Assert.Equal(new ContactCard("Chen Wei", Email: "chen@example.com", HasAuthority: true), Assert.Single(await ReadAsync()).Card);
        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => store.WriteAsync(place.Id, chen.Id, ContactField.Email, null, "wei@example.com", Ct));
        await store.ArchiveAsync(place.Id, chen.Id, Ct);
        Assert.Empty(await ReadAsync());
        await store.RestoreAsync(place.Id, chen.Id, Ct);
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task What_we_know_of_people_is_not_there_for_the_customer()
    {
        var place = await Place.MakeAsync(studio);
        await using var customer = await place.As(ProjectRole.Customer);
        await studio.AddAsync(new Contact(place.Ours.Id, new("Chen Wei", HasAuthority: true)));

        await using var db = await customer.Get<CoCreateStudio.Infrastructure.Data.ProjectDbFactory>().OpenAsync(place.Id, Right.ViewProject, Ct);

        Assert.Empty(await db.Set<Contact>().ToListAsync(Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
