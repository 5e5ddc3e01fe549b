using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Difference;

public sealed class ImportMergeTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ImportStore Store => _lead.Get<ImportStore>();

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead, "Lin Yue " + _place.Id);
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task Changes_are_written_with_their_history_and_come_back_in_one_step()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"), (RequirementField.Urgency, "High"));
        var order = await OrderAsync(Changed(there, (RequirementField.Urgency, "Critical"), (RequirementField.Owner, _lead.Actor.Name), (RequirementField.Status, "Accepted")), ImportSheets.Row("new", 9));

        var run = await Store.WriteAsync(_place.Id, order, Token);

        var now = await _place.ReadAsync<Requirement>(there.Id);
        Assert.Equal((Urgency.Critical, _lead.Actor.PersonId, RequirementStatus.Accepted, 1), (now.Urgency, now.OwnerId, now.Status, run.Rows));
        var entry = Assert.Single(await EntriesAsync(there.Id));
        Assert.Contains(new FieldChange("Urgency", "High", "Critical"), entry.Changes);

        Assert.Equal(new ImportUndone(1, 0, 1, 0), await Store.UndoAsync(_place.Id, run.Id, Token));
        now = await _place.ReadAsync<Requirement>(there.Id);
        Assert.Equal((Urgency.High, null, RequirementStatus.New, null), (now.Urgency, now.Owner, now.Status, now.ArchivedAt));
    }

    [Fact]
    public async Task What_somebody_changed_again_stays_when_the_import_is_undone()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"));
        var run = await Store.WriteAsync(_place.Id, await OrderAsync(Changed(there, (RequirementField.Owner, "陈工"))), Token);
        await _lead.Get<RequirementStore>().ChangeAsync(_place.Id, there.Id, RequirementField.Owner, "陈工", "王工", null, Token);

        Assert.Equal(new ImportUndone(0, 0, 0, 1), await Store.UndoAsync(_place.Id, run.Id, Token));
        Assert.Equal("王工", (await _place.ReadAsync<Requirement>(there.Id)).Owner);
    }

    [Fact]
    public async Task What_nobody_saw_is_not_overwritten()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"));
        var order = await OrderAsync(Changed(there, (RequirementField.Owner, "陈工")), ImportSheets.Row("new", 9));
        await _lead.Get<RequirementStore>().ChangeAsync(_place.Id, there.Id, RequirementField.Owner, null, "王工", null, Token);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => Store.WriteAsync(_place.Id, order, Token));

        Assert.Equal(nameof(RuleText.ChangedMeanwhile), refusal.Rule);
        Assert.Contains($"R-{there.Number} Owner", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("王工", 1), ((await _place.ReadAsync<Requirement>(there.Id)).Owner, await CountAsync()));
    }

    [Fact]
    public async Task Another_field_changed_meanwhile_is_no_reason_to_stop()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"));
        var order = await OrderAsync(Changed(there, (RequirementField.Owner, "陈工")));
        await _lead.Get<RequirementStore>().ChangeAsync(_place.Id, there.Id, RequirementField.Category, null, "BOM", null, Token);

        await Store.WriteAsync(_place.Id, order, Token);

        var now = await _place.ReadAsync<Requirement>(there.Id);
        Assert.Equal(("陈工", "BOM"), (now.Owner, now.Category));
    }

    [Fact]
    public async Task Two_who_take_in_the_same_file_do_not_double_its_rows()
    {
        var (mine, theirs) = (await OrderAsync(ImportSheets.Row("附件丢失")), await OrderAsync(ImportSheets.Row("附件丢失")));
        await Store.WriteAsync(_place.Id, theirs, Token);

        Assert.Equal(nameof(RuleText.ChangedMeanwhile), (await Assert.ThrowsAsync<RuleException>(() => Store.WriteAsync(_place.Id, mine, Token))).Rule);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_rule_that_refuses_one_change_leaves_nothing_of_the_file()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"));
        var row = Changed(there, (RequirementField.Status, "Verified"));

        Assert.Equal(nameof(RuleText.OnlyDeliveredIsVerified), (await Assert.ThrowsAsync<RuleException>(async () => await Store.WriteAsync(_place.Id, await OrderAsync(row, ImportSheets.Row("new", 9)), Token))).Rule);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_linked_row_is_a_duplicate_of_the_one_that_is_there()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"));
        var row = Changed(there, (RequirementField.Status, "InProgress"));
        (row.Match, row.Chosen, row[RequirementField.Description]) = (RowMatch.NearWords, RowFate.Link, "附件又丢失");

        await Store.WriteAsync(_place.Id, await OrderAsync(row), Token);

        var added = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ProjectId == _place.Id && r.Id != there.Id, Token));
        Assert.Equal((RequirementStatus.Duplicate, (Guid?)there.Id), (added.Status, added.DuplicateOfId));
        Assert.Equal(RequirementStatus.New, (await _place.ReadAsync<Requirement>(there.Id)).Status);
    }

    [Fact]
    public async Task Pictures_and_links_of_a_merged_row_go_to_the_requirement_and_away_again_with_the_undo()
    {
        var there = await _place.AddAsync((RequirementField.Title, "附件丢失"));
        var row = Changed(there);
        (row.NewPictures, row.NewLinks) = ([ImportSheets.Picture(ImportSheets.Png)], ["https://example.com/a"]);

        var run = await Store.WriteAsync(_place.Id, await OrderAsync(row), Token);

        Assert.Equal((1, 1, 1), (await PicturesAsync(there.Id), await LinksAsync(there.Id), run.Pictures));
        await Store.UndoAsync(_place.Id, run.Id, Token);
        Assert.Equal((0, 0), (await PicturesAsync(there.Id), await LinksAsync(there.Id)));
    }

    private static ImportRow Changed(Requirement there, params (RequirementField Field, string Value)[] changes) => new(0, 2)
    {
        Match = RowMatch.Key,
        Today = new(there),
        Changes = [.. changes.Select(c => new CellChange(c.Field, c.Field.ToString(), there.Read(c.Field), c.Value) { Taken = true })],
    };

    private async Task<ImportOrder> OrderAsync(params ImportRow[] rows) => ImportSheets.Order(rows) with { Seen = await Store.KnownAsync(_place.Id, Token) };

    private Task<int> CountAsync() => studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().CountAsync(r => r.ProjectId == _place.Id, Token));

    private Task<int> PicturesAsync(Guid owner) => studio.InDbAsync(db => db.Set<Attachment>().IgnoreQueryFilters().CountAsync(a => a.OwnerId == owner && a.RemovedAt == null, Token));

    private Task<int> LinksAsync(Guid owner) => studio.InDbAsync(db => db.Set<RequirementLink>().IgnoreQueryFilters().CountAsync(l => l.RequirementId == owner, Token));

    private Task<List<AuditEntry>> EntriesAsync(Guid row) => studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.EntityId == row && e.Action == AuditAction.Changed).ToListAsync(Token));
}
