using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

public sealed class ImportStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private readonly Project _project = Samples.Project();
    private Acting _lead = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ImportStore Store => _lead.Get<ImportStore>();

    public async ValueTask InitializeAsync()
    {
        await studio.AddAsync(_project);
        _lead = await studio.AsRole(_project.Id, ProjectRole.Lead, name: "Lin Yue " + _project.Key);
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task Rows_get_numbers_in_their_order_and_what_the_file_says()
    {
        await _lead.Get<RequirementStore>().AddAsync(_project.Id, new Dictionary<RequirementField, string?> { [RequirementField.Title] = "before" }, Token);
        var first = ImportSheets.Row("附件丢失。请尽快处理。", 2, (RequirementField.Status, "Declined"), (RequirementField.StatusReason, "超出范围"), (RequirementField.Urgency, "High"), (RequirementField.ReportedAt, "2026-03-01T16:00:00.0000000Z"));
        first.Keep("序号", "31");

        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(first, ImportSheets.Row("b", 3)), Token);

        var rows = await RowsAsync();
        Assert.Equal([1, 2, 3], rows.Select(r => r.Number));
        var row = rows[1];
        Assert.Equal(("附件丢失", RequirementStatus.Declined, "超出范围", Urgency.High, "31"), (row.Title, row.Status, row.StatusReason, row.Urgency, row.Extra["序号"]));
        Assert.Equal((new DateTime(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc), run.Id, _lead.Actor.Name), (row.ReportedAt, row.ImportId, row.CreatedBy));
    }

    [Fact]
    public async Task One_row_that_a_rule_refuses_leaves_nothing_of_the_file()
    {
        var wrong = ImportSheets.Row("b", 3, (RequirementField.Category, new string('x', 500)));

        var refusal = await Assert.ThrowsAsync<RuleException>(() => Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row(), wrong), Token));

        Assert.Equal(nameof(RuleText.TooLong), refusal.Rule);
        Assert.Empty(await RowsAsync());
        Assert.Empty(await Store.ListAsync(_project.Id, Token));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_leaves_nothing_either()
    {
        await studio.AddAsync(Samples.Requirement(_project.Id, number: 2));

        await Assert.ThrowsAnyAsync<Exception>(() => Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row(), ImportSheets.Row("b", 3)), Token));

        Assert.Single(await RowsAsync());
        Assert.Empty(await Store.ListAsync(_project.Id, Token));
    }

    [Fact]
    public async Task An_import_stopped_in_time_leaves_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), new CancellationToken(true)));

        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData(ProjectRole.Member)]
    [InlineData(ProjectRole.Viewer)]
    public async Task Only_leads_and_managers_import_and_undo(ProjectRole role)
    {
        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token);
        await using var other = await studio.AsRole(_project.Id, role);
        var store = other.Get<ImportStore>();

        foreach (var act in new[] { () => store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token), () => store.UndoAsync(_project.Id, run.Id, Token), () => store.ListAsync(_project.Id, Token), () => (Task)store.KnownAsync(_project.Id, Token) })
            Assert.Equal(nameof(RuleText.NotAllowed), (await Assert.ThrowsAsync<RuleException>(act)).Rule);
    }

    [Fact]
    public async Task A_customers_own_people_cannot_import()
    {
        var customer = Samples.Customer();
        await studio.AddAsync(customer, Samples.Participation(_project.Id, customer.Id));
        await using var them = await studio.AsRole(_project.Id, ProjectRole.Customer, customer.Id);

        Assert.Equal(nameof(RuleText.NotAllowed), (await Assert.ThrowsAsync<RuleException>(() => them.Get<ImportStore>().WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token))).Rule);
    }

    [Fact]
    public async Task Rows_belong_to_the_chosen_customer_who_sees_them()
    {
        var customer = Samples.Customer();
        await studio.AddAsync(customer, Samples.Participation(_project.Id, customer.Id));

        await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()) with { CustomerId = customer.Id, Shared = true }, Token);

        var row = Assert.Single(await RowsAsync());
        Assert.Equal((customer.Id, true), (row.CustomerId, row.Shared));
    }

    [Fact]
    public async Task A_customer_of_another_project_is_refused()
    {
        var stranger = Samples.Customer();
        await studio.AddAsync(stranger);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()) with { CustomerId = stranger.Id }, Token));

        Assert.Equal(nameof(RuleText.NotACustomerHere), refusal.Rule);
    }

    [Fact]
    public async Task An_owner_who_is_a_member_is_known_and_another_stays_a_name()
    {
        await Store.WriteAsync(_project.Id, ImportSheets.Order(
            ImportSheets.Row("a", 2, (RequirementField.Owner, _lead.Actor.Name)), ImportSheets.Row("b", 3, (RequirementField.Owner, "陈工"))), Token);

        Assert.Equal([(_lead.Actor.Name, _lead.Actor.PersonId), ("陈工", (Guid?)null)], (await RowsAsync()).Select(r => (r.Owner!, r.OwnerId)));
    }

    [Fact]
    public async Task Pictures_that_can_be_shown_come_with_their_row()
    {
        var row = ImportSheets.Row();
        row.Pictures = [ImportSheets.Picture(ImportSheets.Png), ImportSheets.Picture([1, 0, 0, 0], "drawing.emf")];

        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(row), Token);

        var requirement = Assert.Single(await RowsAsync());
        var picture = Assert.Single(await studio.InDbAsync(db => db.Set<Attachment>().IgnoreQueryFilters().Include(a => a.Content).Where(a => a.ProjectId == _project.Id).ToListAsync(Token)));
        Assert.Equal((requirement.Id, "shot.png", PictureKind.Png, 1), (picture.OwnerId, picture.FileName, picture.Kind, run.Pictures));
        Assert.Equal(ImportSheets.Png, picture.Content!.Bytes);
    }

    [Fact]
    public async Task Links_of_a_row_come_along_unless_they_lead_nowhere()
    {
        var row = ImportSheets.Row();
        row.Links = ["https://example.com/a", "file:///c:/secret", "not an address"];

        await Store.WriteAsync(_project.Id, ImportSheets.Order(row), Token);

        Assert.Equal(["https://example.com/a"], await studio.InDbAsync(db => db.Set<RequirementLink>().IgnoreQueryFilters().Where(l => l.ProjectId == _project.Id).Select(l => l.Url).ToListAsync(Token)));
    }

    [Fact]
    public async Task The_import_is_audited_once_for_all_its_rows()
    {
        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row(), ImportSheets.Row("b", 3)), Token);

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal((nameof(ImportRun), run.Id, AuditAction.Added, _lead.Actor.Name), (entry.Entity, entry.EntityId, entry.Action, entry.Actor));
    }

    [Fact]
    public async Task Open_pages_hear_of_new_requirements()
    {
        TaskCompletionSource<IReadOnlyList<Change>> heard = new();
        using var listening = _lead.Get<LiveHub>().Subscribe(_project.Id, [typeof(Requirement)], changes =>
        {
            heard.SetResult(changes);
            return Task.CompletedTask;
        });

        await Store.WriteAsync(_project.Id, ImportSheets.Order([.. Enumerable.Range(2, 300).Select(n => ImportSheets.Row($"row {n}", n))]), Token);

        Assert.Equal(new Change(_project.Id, typeof(Requirement), Guid.Empty), Assert.Single(await heard.Task));
    }

    [Fact]
    public async Task Undo_archives_the_rows_also_the_edited_and_says_how_many()
    {
        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row(), ImportSheets.Row("b", 3), ImportSheets.Row("c", 4)), Token);
        var rows = await RowsAsync();
        await _lead.Get<RequirementStore>().ChangeAsync(_project.Id, rows[0].Id, RequirementField.Category, null, "BOM", null, Token);
        await _lead.Get<RequirementStore>().ArchiveAsync(_project.Id, [rows[2].Id], Token);

        var undone = await Store.UndoAsync(_project.Id, run.Id, Token);

        Assert.Equal(new ImportUndone(2, 1), undone);
        Assert.All(await RowsAsync(), r => Assert.NotNull(r.ArchivedAt));
        Assert.NotNull(Assert.Single(await Store.ListAsync(_project.Id, Token)).UndoneAt);
    }

    [Fact]
    public async Task An_import_is_undone_once_and_within_30_days()
    {
        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token);
        await Store.UndoAsync(_project.Id, run.Id, Token);

        Assert.Equal(nameof(RuleText.ImportNoLongerUndone), (await Assert.ThrowsAsync<RuleException>(() => Store.UndoAsync(_project.Id, run.Id, Token))).Rule);
        Assert.False(run.CanBeUndone(run.At.AddDays(31)));
    }

    [Fact]
    public async Task Numbers_of_an_undone_import_are_never_given_again()
    {
        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token);
        await Store.UndoAsync(_project.Id, run.Id, Token);

        await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row()), Token);

        Assert.Equal([1, 2], (await RowsAsync()).Select(r => r.Number));
    }

    [Fact]
    public async Task What_is_archived_is_no_longer_there_already()
    {
        var run = await Store.WriteAsync(_project.Id, ImportSheets.Order(ImportSheets.Row("附件 丢失！")), Token);
        Assert.Equal(1, (await Store.KnownAsync(_project.Id, Token)).BySameWords("附件丢失")?.Number);

        await Store.UndoAsync(_project.Id, run.Id, Token);

        var known = await Store.KnownAsync(_project.Id, Token);
        Assert.Null(known.BySameWords("附件丢失"));
        Assert.True(known.ByNumber(1)?.Archived);
    }

    [Fact]
    public async Task Imports_and_single_rows_at_the_same_time_never_share_a_number()
    {
        var adding = Enumerable.Range(0, 10).Select(i => _lead.Get<RequirementStore>().AddAsync(_project.Id, new Dictionary<RequirementField, string?> { [RequirementField.Title] = $"t{i}" }, Token));
        var importing = Enumerable.Range(0, 3).Select(i => Store.WriteAsync(_project.Id, ImportSheets.Order([.. Enumerable.Range(0, 20).Select(n => ImportSheets.Row($"{i} {n}", n))]), Token));

        await Task.WhenAll(adding.Cast<Task>().Concat(importing));

        Assert.Equal(Enumerable.Range(1, 70), (await RowsAsync()).Select(r => r.Number));
    }

    private Task<List<Requirement>> RowsAsync() =>
        studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().AsNoTracking().Where(r => r.ProjectId == _project.Id).OrderBy(r => r.Number).ToListAsync());

    private Task<List<AuditEntry>> EntriesAsync() =>
        studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.ProjectId == _project.Id && e.Entity != nameof(Project) && e.Entity != nameof(Membership)).ToListAsync());
}
