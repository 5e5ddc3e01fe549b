using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Infrastructure.Data;

public sealed class StudioDbTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_tells_who_did_what_to_which_row_in_one_act()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.TargetDate, "2026-03-04"));
        await using var acting = await place.As(ProjectRole.Member);
        await using var db = await acting.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.EditRequirements, Token);
        var tracked = await db.Set<Requirement>().SingleAsync(r => r.Id == row.Id, Token);
        tracked.Write(RequirementField.TargetDate, "2026-03-05", Samples.Now);
        db.Add(new RequirementComment(tracked, "moved", false, null, "Mei", Samples.Now));
        await db.SaveChangesAsync(Token);

        var entries = await EntriesAsync(db.ActId);

        Assert.Equal([(nameof(Requirement), AuditAction.Changed), (nameof(RequirementComment), AuditAction.Added)], entries.Select(e => (e.Entity, e.Action)).Order());
        Assert.Equal([new FieldChange(nameof(Requirement.TargetDate), "2026-03-04", "2026-03-05")], entries.Single(e => e.Entity == nameof(Requirement)).Changes);
        Assert.All(entries, e => Assert.Equal((place.Id, acting.Actor.PersonId, studio.Clock.Now.UtcDateTime), (e.ProjectId, e.ActorId, e.At)));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_no_trace_of_itself()
    {
        var place = await Place.MakeAsync(studio);
        await using var acting = await place.As(ProjectRole.Member);
        await using var db = await acting.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.EditRequirements, Token);
        db.Add(Samples.Requirement(place.Id, number: 7));
        db.Add(Samples.Requirement(place.Id, number: 7));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Token));

        Assert.Empty(await EntriesAsync(db.ActId));
        Assert.Equal(0, await studio.InDbAsync(other => other.Set<Requirement>().IgnoreQueryFilters().CountAsync(r => r.ProjectId == place.Id)));
    }

    [Fact]
    public async Task A_save_that_started_from_an_older_row_is_refused()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync();
        await using var acting = await place.As(ProjectRole.Member);
        await using var older = await acting.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.EditRequirements, Token);
        await using var newer = await acting.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.EditRequirements, Token);
        foreach (var db in new[] { older, newer }) (await db.Set<Requirement>().SingleAsync(r => r.Id == row.Id, Token)).Write(RequirementField.Notes, $"{db.ActId}", Samples.Now);
        await newer.SaveChangesAsync(Token);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => older.SaveChangesAsync(Token));

        Assert.Equal($"{newer.ActId}", (await place.ReadAsync<Requirement>(row.Id)).Notes);
    }

    [Fact]
    public async Task A_context_writes_only_into_the_project_it_was_opened_for()
    {
        var (here, there) = (await Place.MakeAsync(studio), await Place.MakeAsync(studio));
        await using var acting = await here.As(ProjectRole.Lead);
        await using var db = await acting.Get<ProjectDbFactory>().OpenAsync(here.Id, Right.EditRequirements, Token);
        db.Add(Samples.Requirement(there.Id));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task Times_come_back_as_utc()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.ReportedAt, "2026-02-03T04:05:06.0000000Z"));

        var kept = await place.ReadAsync<Requirement>(row.Id);

        Assert.Equal((DateTimeKind.Utc, row.ReportedAt), (kept.CreatedAt.Kind, kept.ReportedAt));
    }

    [Fact]
    public async Task For_a_customers_person_everything_not_shared_with_their_company_does_not_exist()
    {
        var place = await Place.MakeAsync(studio);
        var shared = await place.AddSharedAsync();
        var hidden = await place.AddAsync((RequirementField.Customer, place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));
        await studio.AddAsync(Said(shared, false), Said(shared, true), Said(hidden, false), new RequirementLink(shared, hidden), new RequirementLink(hidden, "https://example.com", null),
            new ImportRun(place.Id, "list.xlsx", null, "Mei", Samples.Now, 1, 0, 0), new ImportMapping(place.Id, place.Ours.Id, "shape"));
        await using var rival = await studio.AsRole(place.Id, ProjectRole.Customer, place.Theirs.Id);
        await using var customer = await place.As(ProjectRole.Customer);
        await using var db = await customer.Get<ProjectDbFactory>().OpenAsync(place.Id, Right.ViewProject, Token);

        Assert.Equal(shared.Id, (await db.Set<Requirement>().SingleAsync(Token)).Id);
        Assert.Equal(shared.Id, (await db.Set<RequirementComment>().SingleAsync(Token)).RequirementId);
        Assert.Empty(await db.Set<RequirementLink>().ToListAsync(Token));
        Assert.Empty(await db.Set<AuditEntry>().ToListAsync(Token));
        Assert.Empty(await db.Set<ImportRun>().ToListAsync(Token));
        Assert.Empty(await db.Set<ImportMapping>().ToListAsync(Token));
        Assert.Equal(place.Ours.Id, (await db.Set<Participation>().SingleAsync(Token)).CustomerId);
        Assert.Equal(customer.Actor.PersonId, (await db.Set<Membership>().SingleAsync(Token)).PersonId);
    }

    [Fact]
    public async Task Every_kind_of_row_in_a_project_is_cut_off_from_other_projects()
    {
        await using var nobody = studio.Nobody();

        var open = nobody.Get<StudioDb>().Model.GetEntityTypes().Where(t => typeof(CoCreateStudio.Domain.IInProject).IsAssignableFrom(t.ClrType) && t.GetRootType().GetDeclaredQueryFilters().Count == 0);

        Assert.Empty(open);
        Assert.Empty(await nobody.Get<StudioDb>().Set<Project>().ToListAsync(Token));
    }

    private static RequirementComment Said(Requirement about, bool isInternal) => new(about, "said", isInternal, null, "Mei", Samples.Now);

    private Task<List<AuditEntry>> EntriesAsync(Guid act) => studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.ActId == act).OrderBy(e => e.Id).ToListAsync());
}
