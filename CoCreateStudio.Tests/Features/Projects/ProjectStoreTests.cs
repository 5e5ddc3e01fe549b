using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Projects;

public sealed class ProjectStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_project_comes_with_its_lead_and_its_customers_in_one_act()
    {
        await using var admin = await studio.AsAdministrator();
        var known = Samples.Customer();
        var lead = Samples.Person();
        await studio.AddAsync(known, lead);
        ProjectInput input = new() { Name = "Catalogue", Key = "cata", LeadId = lead.Id, Customers = { new(known.Id, known.Name), new(null, "Dongli Motors", "Dongli") } };

        await admin.Get<ProjectStore>().CreateAsync(input, Token);

        await using var seen = await studio.As(lead.Id);
        var row = Assert.Single(await seen.Get<ProjectOverview>().ListAsync(Token));
        Assert.Equal(("CATA", ProjectRole.Lead), (row.Key, row.Role));
        Assert.Empty(row.Customers); // they are candidates, and come in through screening
        var candidates = await studio.InDbAsync(db => db.Set<Screening>().IgnoreQueryFilters().Where(s => s.ProjectId == row.Id).Join(db.Set<Customer>(), s => s.CustomerId, c => c.Id, (_, c) => c.ShortName).ToListAsync());
        Assert.Equal(["Dongli", known.ShortName], candidates.Order());
        Assert.Single(await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.ProjectId == row.Id).Select(e => e.ActId).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task A_company_is_not_entered_twice_under_one_name()
    {
        await using var admin = await studio.AsAdministrator();
        await studio.AddAsync(new Customer("Ölwerk"));
        ProjectInput input = new() { Name = "Twice", Key = "TWICE", Customers = { new(null, "ölwerk "), new(null, "Ölwerk") } };

        await admin.Get<ProjectStore>().CreateAsync(input, Token);

        Assert.Equal(1, await studio.InDbAsync(db => db.Set<Customer>().CountAsync(c => c.Name == "Ölwerk" || c.Name == "ölwerk")));
    }

    [Fact]
    public async Task A_key_belongs_to_one_project_even_to_an_archived_one()
    {
        await using var admin = await studio.AsAdministrator();
        var old = Samples.Project(key: "TAKEN");
        old.Archive(Samples.Now);
        await studio.AddAsync(old);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => admin.Get<ProjectStore>().CreateAsync(new() { Name = "New", Key = "taken" }, Token));

        Assert.Equal(nameof(RuleText.ProjectKeyTaken), refusal.Rule);
    }

    [Fact]
    public async Task Only_administrators_make_archive_and_restore_projects()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var store = lead.Get<ProjectStore>();

        foreach (var act in new[] { () => store.CreateAsync(new() { Name = "N", Key = "NEW1" }, Token), () => store.ArchiveAsync(project.Id, Token), () => store.RestoreAsync(project.Id, Token), () => (Task)store.ArchivedAsync(Token) })
            Assert.Equal(nameof(RuleText.AdministratorsOnly), (await Assert.ThrowsAsync<RuleException>(act)).Rule);
    }

    [Fact]
    public async Task An_archived_project_leaves_everybodys_list_and_comes_back()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var admin = await studio.AsAdministrator();
        await using var member = await studio.AsRole(project.Id, ProjectRole.Member);
        var store = admin.Get<ProjectStore>();

        await store.ArchiveAsync(project.Id, Token);
        Assert.Empty(await member.Get<IAccess>().ProjectsAsync(Token));
        Assert.Contains(await store.ArchivedAsync(Token), p => p.Id == project.Id);

        await store.RestoreAsync(project.Id, Token);
        Assert.Single(await member.Get<IAccess>().ProjectsAsync(Token));
    }

    [Theory]
    [InlineData("Product catalogue", "PRODUC")]
    [InlineData("Best practice for 20 plants", "BPF2P")]
    [InlineData("3D viewer", "VIEWER")]
    [InlineData("产品目录 ACME", "ACME")]
    [InlineData("X", "")]
    public void A_key_is_suggested_from_the_name(string name, string key) => Assert.Equal(key, KeySuggestion.For(name));

    [Fact]
    public void What_is_suggested_is_always_a_key() => Assert.All(
        ["Product catalogue", "Line 20 a b", "20 20 20", "A B C D E F G H I J K"],
        name => Assert.True(KeySuggestion.For(name) is "" || new Project("x", KeySuggestion.For(name)).Key.Length > 1));
}
