using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers.Company;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Customers;

public sealed class CompanyStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    [Fact]
    public async Task A_fact_is_written_for_all_projects_and_remembered_with_both_values()
    {
        var (place, other) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await studio.AddAsync(Samples.Participation(other.Id, place.Ours.Id));
        await using var pm = await place.As(ProjectRole.Pm, "Ada");
        await using var elsewhere = await other.As(ProjectRole.Viewer);
        var store = pm.Get<CompanyStore>();

        await store.WriteAsync(place.Ours.Id, CustomerField.HeadCount, null, "1200", Ct);
        await store.WriteAsync(place.Ours.Id, CustomerField.HeadCount, "1200", "1300", Ct);

        Assert.Equal(1300, (await elsewhere.Get<CompanyReader>().ReadAsync(place.Ours.Id, Ct))!.Company.HeadCount);
        var line = (await elsewhere.Get<CompanyHistory>().ReadAsync(place.Ours.Id, 10, Ct))[0];
        Assert.Equal(("Ada", new FieldChange("HeadCount", "1200", "1300")), (line.Actor, Assert.Single(line.Changes)));
    }

    [Fact]
    public async Task Two_people_on_two_facts_both_get_what_they_wrote_and_on_one_fact_the_second_is_told()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<CompanyStore>();

        await store.WriteAsync(place.Ours.Id, CustomerField.Region, null, "Suzhou", Ct);
        await store.WriteAsync(place.Ours.Id, CustomerField.Industry, "", "Lighting", Ct);

        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => store.WriteAsync(place.Ours.Id, CustomerField.Region, null, "Ningbo", Ct));
        await store.WriteAsync(place.Ours.Id, CustomerField.Region, null, "Suzhou", Ct); // the same is no conflict
        var kept = await place.ReadAsync<Customer>(place.Ours.Id);
        Assert.Equal(("Suzhou", "Lighting"), (kept.Region, kept.Industry));
    }

    [Fact]
    public async Task A_name_belongs_to_one_company()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<CompanyStore>();

        await Refused.ByAsync(nameof(RuleText.CustomerNameTaken), () => store.AddAsync(place.Ours.Name.ToUpperInvariant(), null, Ct));
        await Refused.ByAsync(nameof(RuleText.CustomerNameTaken), () => store.WriteAsync(place.Ours.Id, CustomerField.Name, place.Ours.Name, place.Theirs.Name, Ct));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => store.WriteAsync(Guid.NewGuid(), CustomerField.Region, null, "Suzhou", Ct));
    }

    [Fact]
    public async Task A_company_that_was_put_away_comes_back_under_its_name()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<CompanyStore>();
        var id = await store.AddAsync($"Gone {place.Id}", null, Ct);

        await store.ArchiveAsync(id, Ct);
        await Refused.ByAsync(nameof(RuleText.CustomerTakesPart), () => store.ArchiveAsync(place.Ours.Id, Ct));

        Assert.NotNull((await place.ReadAsync<Customer>(id)).ArchivedAt);
        Assert.Equal(id, await store.AddAsync($"GONE {place.Id}", null, Ct));
        Assert.Null((await place.ReadAsync<Customer>(id)).ArchivedAt);
    }

    [Fact]
    public async Task Contacts_are_known_without_any_project_and_stand_in_the_company_s_history()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var (store, reader) = (lead.Get<CompanyContactStore>(), lead.Get<CompanyReader>());
        var id = await lead.Get<CompanyStore>().AddAsync($"Alone {place.Id}", null, Ct);
        foreach (var name in new[] { "Ann", "Bo", "Chen" }) await store.AddAsync(id, new(name), Ct);
        async Task<IReadOnlyList<Contact>> PeopleAsync() => (await reader.ReadAsync(id, Ct))!.Contacts;
        var people = await PeopleAsync();

        await store.WriteAsync(people[1].Id, ContactField.EmergencyOrder, "", "1", Ct);
        await store.WriteAsync(people[2].Id, ContactField.EmergencyOrder, "", "1", Ct);
        await store.WriteAsync(people[2].Id, ContactField.Resources, "", "The plant", Ct);
        await store.ArchiveAsync(people[2].Id, Ct);
        var without = await PeopleAsync();
        await store.RestoreAsync(people[2].Id, Ct);

        Assert.Equal(["1 Bo", " Ann"], without.Select(c => $"{c.EmergencyOrder} {c.Name}"));
        Assert.Equal(["1 Chen", "2 Bo", " Ann"], (await PeopleAsync()).Select(c => $"{c.EmergencyOrder} {c.Name}"));
        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => store.WriteAsync(people[1].Id, ContactField.EmergencyOrder, "3", "1", Ct));
        var history = await lead.Get<CompanyHistory>().ReadAsync(id, 100, Ct);
        Assert.Contains(history, l => l is { Of: HistoryOf.Contact, Name: "Chen" } && l.Changes.Contains(new("Resources", null, "The plant")));
        Assert.Equal(3, history.Count(l => l is { Of: HistoryOf.Contact, Action: AuditAction.Added }));
    }

    [Fact]
    public async Task A_document_is_kept_by_what_it_is_and_removed_and_brought_back()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead, "Ada");
        var (store, reader) = (lead.Get<CompanyFileStore>(), lead.Get<CompanyReader>());

        await store.AddAsync(place.Ours.Id, "contract.exe", "%PDF-1.7"u8.ToArray(), Ct);
        await Refused.ByAsync(nameof(RuleText.NotADocument), () => store.AddAsync(place.Ours.Id, "contract.pdf", "MZ"u8.ToArray(), Ct));
        await Refused.ByAsync(nameof(RuleText.FileTooLarge), () => store.AddAsync(place.Ours.Id, "contract.pdf", new byte[Document.MaxBytes + 1], Ct));

        var file = Assert.Single((await reader.ReadAsync(place.Ours.Id, Ct))!.Files);
        Assert.Equal(("contract.pdf", "Ada"), (file.Name, file.AddedBy));
        Assert.Equal("%PDF-1.7"u8.ToArray(), (await store.OpenAsync(file.Id, Ct))!.Value.Bytes);
        await store.RemoveAsync(file.Id, Ct);
        Assert.Null(await store.OpenAsync(file.Id, Ct));
        Assert.Empty((await reader.ReadAsync(place.Ours.Id, Ct))!.Files);
        await store.RestoreAsync(file.Id, Ct);
        Assert.Single((await reader.ReadAsync(place.Ours.Id, Ct))!.Files);
        Assert.Equal(3, (await lead.Get<CompanyHistory>().ReadAsync(place.Ours.Id, 100, Ct)).Count(l => l.Of == HistoryOf.File));
    }

    [Fact]
    public async Task A_company_stands_in_the_projects_that_the_reader_sees_from_inside()
    {
        var (place, hidden, asCustomer) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await studio.AddAsync(Samples.Participation(hidden.Id, place.Ours.Id), Samples.Participation(asCustomer.Id, place.Ours.Id));
        await using var member = await place.As(ProjectRole.Member);
        await studio.AddAsync(Samples.Membership(asCustomer.Id, member.Actor.PersonId!.Value, ProjectRole.Customer, asCustomer.Ours.Id));
        await using var again = await studio.As(member.Actor.PersonId!.Value);
        await place.AddSharedAsync((RequirementField.TargetDate, "2020-01-01"));
        await place.AddSharedAsync();
        await place.AddAsync((RequirementField.Customer, place.Theirs.Id.ToString()));

        var standing = Assert.Single(await again.Get<CompanyProjects>().ReadAsync(place.Ours.Id, Ct));

        Assert.Equal((place.Project.Key, 2, 1, 2), (standing.Project.Key, standing.Open, standing.Late, standing.All));
        Assert.DoesNotContain(await again.Get<CompanyHistory>().ReadAsync(place.Ours.Id, 100, Ct), l => l.Of == HistoryOf.Participation && l.Name != place.Project.Name);
    }

    [Fact]
    public async Task A_candidate_and_one_that_left_stand_there_too_and_a_candidate_is_not_put_away()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        Customer candidate = Samples.Customer(), gone = Samples.Customer();
        await studio.AddAsync(candidate, gone);
        var left = Samples.Participation(place.Id, gone.Id);
        left.Leave(Samples.Now);
        await studio.AddAsync(new Screening(place.Id, candidate.Id, mayScreen: true, "Mei", Samples.Now), left);
        var reader = lead.Get<CompanyProjects>();

        Assert.Null(Assert.Single(await reader.ReadAsync(candidate.Id, Ct)).Part);
        Assert.Equal(Samples.Now, Assert.Single(await reader.ReadAsync(gone.Id, Ct)).Part!.LeftAt);
        await Refused.ByAsync(nameof(RuleText.CustomerTakesPart), () => lead.Get<CompanyStore>().ArchiveAsync(candidate.Id, Ct));
        await lead.Get<CompanyStore>().ArchiveAsync(gone.Id, Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
