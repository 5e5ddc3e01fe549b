using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Features.Requirements.Import;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Requirements.RoundTrip;

public sealed class ReturnTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;
    private Requirement _one = null!;
    private Requirement _two = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
        _one = await _place.AddSharedAsync((RequirementField.Title, "First need"), (RequirementField.Description, "Line one\nline two"), (RequirementField.Notes, "noted"),
            (RequirementField.ReportedAt, "2026-02-03T04:05:06.7890000Z"), (RequirementField.Urgency, nameof(Urgency.High)), (RequirementField.Owner, "Tom"), (RequirementField.TargetDate, "2026-04-05"));
        _two = await _place.AddSharedAsync((RequirementField.Title, "Second need"), (RequirementField.Status, nameof(RequirementStatus.Delivered)));
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task A_table_that_was_only_sorted_changes_nothing_in_whatever_language_and_zone_it_is_read(string language)
    {
        SentFile file;
        using (Language.Use(language)) file = await SendAsync();
        using var _ = Language.Use("en");

        using var session = await OpenAsync(file.SortBackwards().Save());

        Assert.Equal(2, session.Preview.Rows.Count);
        Assert.All(session.Preview.Rows, r => Assert.Equal((RowKind.Same, 0), (r.Kind, r.Returned!.Cells.Count)));
        Assert.Empty(session.Account!.Missing);
        Assert.Empty(session.Account.Lost);
        Assert.Empty(session.Account.Added);
    }

    [Fact]
    public async Task What_the_customer_changed_is_taken_and_undone_in_one_step()
    {
        var file = (await SendAsync()).Set(_one.Id, "description", "Line one\nline three").Set(_one.Id, "urgency", "Critical").Set(_two.Id, "status", "Verified")
            .Add(("title", "A third need"), ("urgency", "Low"), ("reporter", "王丽"));

        var run = await TakeBackAsync(file.Save());

        var (one, two) = (await NowAsync(_one), await NowAsync(_two));
        Assert.Equal(("Line one\nline three", Urgency.Critical, RequirementStatus.Verified), (one.Description, one.Urgency, two.Status));
        var added = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ImportId == run.Id));
        Assert.Equal(("A third need", Urgency.Low, "王丽", RequirementStatus.New, true, _place.Ours.Id), (added.Title, added.Urgency, added.Reporter, added.Status, added.Shared, added.CustomerId));

        await _lead.Get<ImportStore>().UndoAsync(_place.Id, run.Id, Token);

        (one, two) = (await NowAsync(_one), await NowAsync(_two));
        Assert.Equal(("Line one\nline two", Urgency.High, RequirementStatus.Delivered), (one.Description, one.Urgency, two.Status));
        Assert.NotNull((await NowAsync(added)).ArchivedAt);
    }

    [Fact]
    public async Task A_row_of_the_customers_without_a_reporter_is_reported_by_the_customer()
    {
        var run = await TakeBackAsync((await SendAsync()).Add(("description", "Words alone will do")).Save());

        var added = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ImportId == run.Id));
        Assert.Equal(("Words alone will do", _place.Ours.ShortName), (added.Title, added.Reporter));
    }

    [Fact]
    public async Task What_both_sides_changed_is_a_conflict_and_each_cell_is_decided()
    {
        var file = (await SendAsync()).Set(_one.Id, "description", "theirs").Set(_one.Id, "notes", "their note");
        await ChangeAsync(_one, RequirementField.Description, "ours");
        await ChangeAsync(_one, RequirementField.Notes, "our note");
        using var session = await OpenAsync(file.Save());
        var row = session.Preview.Rows.Single(r => r.Key == _one.Id);

        Assert.Equal([(RequirementField.Description, true, true), (RequirementField.Notes, true, false)], row.Changes.Select(c => (c.Field!.Value, c.IsConflict, c.Taken)));
        session.Want(row, row.Changes[0], false);
        session.Want(row, row.Changes[1], true);
        await WriteAsync(session);

        var one = await NowAsync(_one);
        Assert.Equal(("ours", "their note"), (one.Description, one.Notes));
    }

    [Fact]
    public async Task What_is_changed_in_our_columns_is_listed_and_refused()
    {
        var file = (await SendAsync()).Set(_one.Id, "owner", "Me").Set(_one.Id, "targetdate", "asap").Set(_one.Id, "status", "Delivered").Set(_one.Id, "title", "Better title")
            .Add(("title", "New"), ("owner", "Me"), ("status", "Delivered"), ("targetdate", "soon"));
        using var session = await OpenAsync(file.Save());

        var (row, added) = (session.Preview.Rows.Single(r => r.Key == _one.Id), session.Preview.Rows.Single(r => r.Returned!.Kind == ReturnedKind.New));
        Assert.Equal([RequirementField.Status, RequirementField.Owner, RequirementField.TargetDate], Refused(row));
        Assert.Equal([RequirementField.Status, RequirementField.Owner, RequirementField.TargetDate], Refused(added));
        Assert.Equal((RowKind.Changed, RowKind.New), (row.Kind, added.Kind));
        var run = await WriteAsync(session);

        var one = await NowAsync(_one);
        Assert.Equal(("Better title", "Tom", new DateOnly(2026, 4, 5), RequirementStatus.New), (one.Title, one.Owner, one.TargetDate, one.Status));
        var made = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ImportId == run.Id));
        Assert.Equal((null, null, RequirementStatus.New), (made.Owner, made.TargetDate, made.Status));
    }

    [Fact]
    public async Task An_emptied_cell_waits_for_somebody_and_so_does_a_formula_nobody_computed()
    {
        var file = (await SendAsync()).Set(_one.Id, "notes", null).Formula(_one.Id, "description", "1+1", value: null).Formula(_two.Id, "notes", "1+1", value: "=2");
        using var session = await OpenAsync(file.Save());

        Assert.Equal([(RequirementField.Description, false), (RequirementField.Notes, false)], session.Preview.Rows.Single(r => r.Key == _one.Id).Changes.Select(c => (c.Field!.Value, c.Taken)));
        await WriteAsync(session);

        Assert.Equal(("noted", "=2"), ((await NowAsync(_one)).Notes, (await NowAsync(_two)).Notes));
    }

    [Fact]
    public async Task Rows_that_are_gone_are_told_of_and_stay()
    {
        using var session = await OpenAsync((await SendAsync()).Remove(_one.Id).Set(_two.Id, "notes", "x").Save());

        Assert.Equal([_one.Number], session.Account!.Missing);
        await WriteAsync(session);

        Assert.Null((await NowAsync(_one)).ArchivedAt);
    }

    [Fact]
    public async Task A_copied_row_is_a_new_requirement_and_the_first_stays_what_it_is()
    {
        var run = await TakeBackAsync((await SendAsync()).Copy(_one.Id, ("title", "Quite another"), ("description", "Other words")).Save());

        Assert.Equal("First need", (await NowAsync(_one)).Title);
        var added = await studio.InDbAsync(db => db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.ImportId == run.Id));
        Assert.Equal(("Quite another", null), (added.Title, added.Owner));
    }

    [Fact]
    public async Task A_column_that_is_gone_empties_nothing_and_one_that_was_smuggled_in_changes_nothing()
    {
        var file = (await SendAsync()).DropColumn("notes").AddColumn("internalnote", "Internal note", "smuggled").AddColumn("shared", "Shared", "No").Add(("title", "New row"));
        using var session = await OpenAsync(file.Save());

        Assert.Equal([RequirementField.Notes], session.Account!.Lost);
        Assert.Equal(["Internal note", "Shared"], session.Account.Added);
        await WriteAsync(session);

        var one = await NowAsync(_one);
        Assert.Equal(("noted", null, true), (one.Notes, one.InternalNote, one.Shared));
    }

    [Fact]
    public async Task Columns_and_sheets_are_known_by_their_keys_whatever_they_are_called_and_wherever_they_stand()
    {
        var file = (await SendAsync()).Rename("title", "What we need").Rename("notes", "Description").Swap("title", "notes").RenameSheet("Sheet of ours").Set(_one.Id, "title", "First need, said better");
        using var session = await OpenAsync(file.Save());

        Assert.Equal([(RequirementField.Title, "First need, said better")], session.Preview.Rows.Single(r => r.Key == _one.Id).Changes.Select(c => (c.Field!.Value, c.New)));
        Assert.Equal(RowKind.Same, session.Preview.Rows.Single(r => r.Key == _two.Id).Kind);
        Assert.Empty(session.Account!.Lost);
        await WriteAsync(session);

        Assert.Equal(("First need, said better", "noted"), ((await NowAsync(_one)).Title, (await NowAsync(_one)).Notes));
    }

    [Fact]
    public async Task Under_the_stamp_of_another_customers_table_the_rows_are_not_the_senders()
    {
        var theirs = await _place.AddAsync((RequirementField.Title, "Of others"), (RequirementField.Customer, _place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));
        var stamp = (await SendAsync(_place.Theirs.Id)).Stamp;
        using var session = await OpenAsync((await SendAsync()).Restamp(stamp).Set(_one.Id, "title", "mine now").Save());

        Assert.Equal(ReturnedKind.NotSent, session.Preview.Rows.Single(r => r.Key == _one.Id).Returned!.Kind);
        await WriteAsync(session);

        Assert.Equal(("First need", "Of others"), ((await NowAsync(_one)).Title, (await NowAsync(theirs)).Title));
    }

    [Fact]
    public async Task The_key_of_a_row_that_was_not_sent_changes_nothing()
    {
        var hidden = await _place.AddAsync((RequirementField.Title, "Not shared"), (RequirementField.Customer, _place.Ours.Id.ToString()));
        var others = await _place.AddAsync((RequirementField.Title, "Of others"), (RequirementField.Customer, _place.Theirs.Id.ToString()), (RequirementField.Shared, bool.TrueString));
        var file = (await SendAsync()).Set(_one.Id, "title", "mine now").Rekey(_one.Id, hidden.Id.ToString()).Set(_two.Id, "title", "mine now").Rekey(_two.Id, others.Id.ToString());
        using var session = await OpenAsync(file.Save());

        Assert.All(session.Preview.Rows, r => Assert.Equal((ReturnedKind.NotSent, RowKind.Wrong, false), (r.Returned!.Kind, r.Kind, r.IsTaken)));
        Assert.All(session.Preview.Rows, r => Assert.Null(r.Today));
        Assert.Equal("Not shared", (await NowAsync(hidden)).Title);
    }

    [Fact]
    public async Task A_row_that_is_no_longer_shared_is_not_changed_by_its_old_table()
    {
        var file = (await SendAsync()).Set(_one.Id, "title", "late").Save();
        await ChangeAsync(_one, RequirementField.Shared, bool.FalseString);
        using var session = await OpenAsync(file);

        Assert.Equal((ReturnedKind.Gone, RowKind.Wrong), (session.Preview.Rows.Single(r => r.Key == _one.Id) is var row ? (row.Returned!.Kind, row.Kind) : default));
        Assert.DoesNotContain(_one.Number, session.Account!.Missing);
    }

    [Fact]
    public async Task A_row_that_stops_being_shared_between_looking_and_writing_stops_the_whole_file()
    {
        using var session = await OpenAsync((await SendAsync()).Set(_one.Id, "title", "late").Set(_two.Id, "title", "other").Save());
        await ChangeAsync(_one, RequirementField.Shared, bool.FalseString);

        await Support.Refused.ByAsync(nameof(RuleText.ChangedMeanwhile), () => WriteAsync(session));

        Assert.Equal("Second need", (await NowAsync(_two)).Title);
    }

    [Fact]
    public async Task Of_two_people_who_take_in_the_same_file_the_second_looks_again_and_doubles_nothing()
    {
        var file = (await SendAsync()).Set(_one.Id, "title", "Changed").Add(("title", "A third need")).Save();
        await using var other = await _place.As(ProjectRole.Pm);
        using var first = await OpenAsync(new MemoryStream(file.ToArray()));
        using var second = await OpenAsync(new MemoryStream(file.ToArray()), other);
        await WriteAsync(first);

        await Support.Refused.ByAsync(nameof(RuleText.TableTakenIn), () => WriteAsync(second, other));

        using var again = await OpenAsync(new MemoryStream(file.ToArray()), other);
        Assert.Equal(0, again.Preview.Taken);
        Assert.Equal([RowKind.Twice, RowKind.Same, RowKind.Same], again.Preview.Rows.Select(r => r.Kind).Order());
    }

    [Fact]
    public async Task A_revoked_table_and_one_of_another_project_are_not_taken_back_and_their_keys_prove_nothing()
    {
        var file = (await SendAsync()).Set(_one.Id, "title", "Changed").Save();
        var elsewhere = await Place.MakeAsync(studio);
        await using var stranger = await elsewhere.As(ProjectRole.Lead);
        var table = (await _lead.Get<SentTableStore>().ListAsync(_place.Id, Token)).Single();

        await Support.Refused.ByAsync(nameof(RuleText.TableUnknown), () => stranger.Get<SentTableStore>().FindAsync(elsewhere.Id, table.Id, Token));
        await _lead.Get<SentTableStore>().RevokeAsync(_place.Id, table.Id, Token);
        await Support.Refused.ByAsync(nameof(RuleText.TableRevoked), () => _lead.Get<SentTableStore>().FindAsync(_place.Id, table.Id, Token));

        using var session = await ImportSession.OpenAsync(file, "back.xlsx", ct: Token);
        session.TakeAs(null);
        await session.ReadAsync(await _lead.Get<ProjectFactsReader>().ReadAsync(_place.Id, Token), ImportSheets.Shanghai, await _lead.Get<ImportStore>().KnownAsync(_place.Id, Token), ct: Token);
        Assert.Equal((null, 2), (session.Returned, session.Preview.Rows.Count));
        Assert.DoesNotContain(session.Preview.Rows, r => r.IsKnown);
    }

    [Fact]
    public async Task A_revocation_between_looking_and_writing_stops_the_file()
    {
        using var session = await OpenAsync((await SendAsync()).Set(_one.Id, "title", "Changed").Save());
        await _lead.Get<SentTableStore>().RevokeAsync(_place.Id, session.Returned!.Id, Token);

        await Support.Refused.ByAsync(nameof(RuleText.TableRevoked), () => WriteAsync(session));

        Assert.Equal("First need", (await NowAsync(_one)).Title);
    }

    [Fact]
    public async Task Statuses_that_share_a_word_of_the_projects_are_no_change()
    {
        await studio.InDbAsync(async db =>
        {
            db.Projects = [_place.Id];
            var project = await db.Set<CoCreateStudio.Domain.Projects.Project>().SingleAsync(p => p.Id == _place.Id);
            project.NameStatus(RequirementStatus.New, "With us");
            project.NameStatus(RequirementStatus.Accepted, "With us");
            await db.SaveChangesAsync();
        });

        using var session = await OpenAsync((await SendAsync()).Save());

        Assert.All(session.Preview.Rows, r => Assert.Empty(r.Returned!.Cells));
    }

    private static IEnumerable<RequirementField> Refused(ImportRow row) => row.Returned!.Cells.Where(c => c.Outcome == CellOutcome.Refused).Select(c => c.Field);

    private async Task<SentFile> SendAsync(Guid? customer = null)
    {
        var project = (await _lead.Get<IAccess>().ProjectsAsync(Token)).Single(p => p.Id == _place.Id);
        using MemoryStream file = new();
        await _lead.Get<CustomerExport>().WriteAsync(file, project, "https://studio.example.com", new RequirementFilter { Statuses = [] }, customer ?? _place.Ours.Id, Token);
        return new(file);
    }

    // As the import page does it.
    private async Task<ImportSession> OpenAsync(MemoryStream file, Acting? acting = null)
    {
        acting ??= _lead;
        var session = await ImportSession.OpenAsync(file, "back.xlsx", ct: Token);
        session.TakeAs(await acting.Get<SentTableStore>().FindAsync(_place.Id, session.Stamp!.Value, Token));
        await session.ReadAsync(await acting.Get<ProjectFactsReader>().ReadAsync(_place.Id, Token), ImportSheets.Shanghai, await acting.Get<ImportStore>().KnownAsync(_place.Id, Token), ct: Token);
        return session;
    }

    private Task<ImportRun> WriteAsync(ImportSession session, Acting? acting = null) => (acting ?? _lead).Get<ImportStore>().WriteAsync(_place.Id,
        new ImportOrder(session.FileName, [.. session.Preview.Rows.Where(r => r.IsTaken)], 0) { Seen = session.Known, Returned = session.Returned }, Token);

    private async Task<ImportRun> TakeBackAsync(MemoryStream file)
    {
        using var session = await OpenAsync(file);
        return await WriteAsync(session);
    }

    private Task<Requirement> NowAsync(Requirement row) => _place.ReadAsync<Requirement>(row.Id);

    private async Task ChangeAsync(Requirement row, RequirementField field, string value) =>
        await _lead.Get<RequirementStore>().ChangeAsync(_place.Id, row.Id, field, (await NowAsync(row)).Read(field), value, ct: Token);
}
