using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Triage;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Triage;

public sealed class TriageListTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overdue_answers_come_first_then_the_most_urgent_then_the_oldest()
    {
        var place = await Place.MakeAsync(studio);
        var low = await place.AddAsync((RequirementField.Urgency, nameof(Urgency.Low)));
        var unsaid = await place.AddAsync();
        var high = await place.AddAsync((RequirementField.Urgency, nameof(Urgency.High)));
        var overdue = await AddAsync(place, -30, Urgency.Low);
        var medium = await AddAsync(place, 0, Urgency.Medium);
        await using var pm = await place.As(ProjectRole.Pm);

        Assert.Equal([overdue, high.Number, unsaid.Number, medium, low.Number], await ReadAsync(pm, place));
    }

    [Fact]
    public async Task Only_what_is_new_here_and_awake_waits()
    {
        var place = await Place.MakeAsync(studio);
        var waits = await place.AddAsync();
        await place.AddAsync((RequirementField.Status, nameof(RequirementStatus.Accepted)));
        await place.AddAsync((RequirementField.SnoozedUntil, "2026-03-03"));
        var woken = await place.AddAsync((RequirementField.SnoozedUntil, "2026-03-02"));
        var archived = Samples.Requirement(place.Id);
        archived.Archive(Samples.Now);
        await studio.AddAsync(archived);
        await using var pm = await place.As(ProjectRole.Pm);

        Assert.Equal([waits.Number, woken.Number], (await ReadAsync(pm, place)).Order());
    }

    [Fact]
    public async Task A_snoozed_row_comes_back_when_its_day_begins_where_the_reader_lives()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.SnoozedUntil, "2026-03-03"));
        await using var pm = await place.As(ProjectRole.Pm);
        studio.Clock.Now = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);
        Assert.Empty(await ReadAsync(pm, place));

        pm.Actor.Become(pm.Actor.PersonId!.Value, pm.Actor.Name, false, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        Assert.Equal([row.Number], await ReadAsync(pm, place));
    }

    [Fact]
    public async Task A_filter_of_the_table_narrows_the_queue_but_never_brings_back_what_is_decided()
    {
        var place = await Place.MakeAsync(studio);
        var wanted = await place.AddAsync((RequirementField.Category, "Search"));
        await place.AddAsync();
        await place.AddAsync((RequirementField.Category, "Search"), (RequirementField.Status, nameof(RequirementStatus.Accepted)));
        await using var pm = await place.As(ProjectRole.Pm);

        var filter = (new RequirementFilter { Statuses = [RequirementStatus.Accepted], Archived = true }).With(RequirementField.Category, "Search").With(RequirementField.SnoozedUntil, "1");

        Assert.Equal([wanted.Number], await pm.Get<TriageList>().ReadAsync(place.Id, filter, Token));
    }

    [Fact]
    public async Task What_says_the_same_is_found_by_number_by_words_and_by_likeness()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.Title, "Export drops the supplier column"));
        var alike = await place.AddAsync((RequirementField.Title, "The supplier column is missing in the export"));
        var hint = await place.AddAsync((RequirementField.Title, "Something else"), (RequirementField.Description, "about the supplier"));
        var duplicate = await place.AddAsync((RequirementField.Title, "Supplier column"), (RequirementField.StatusReason, "same"), (RequirementField.Status, nameof(RequirementStatus.Duplicate)));
        await using var pm = await place.As(ProjectRole.Pm);
        var similar = pm.Get<SimilarRequirements>();

        Assert.Equal([alike.Number], (await similar.FindAsync(place.Id, row.Id, "", Token)).Select(s => s.Number));
        Assert.Equal([alike.Number, hint.Number], (await similar.FindAsync(place.Id, row.Id, "Supplier", Token)).Select(s => s.Number));
        Assert.Equal(hint.Number, Assert.Single(await similar.FindAsync(place.Id, row.Id, $"R-{hint.Number}", Token)).Number);
        Assert.Empty(await similar.FindAsync(place.Id, row.Id, $"{duplicate.Number}", Token));
    }

    [Fact]
    public async Task Chinese_is_compared_without_spaces()
    {
        var place = await Place.MakeAsync(studio);
        var row = await place.AddAsync((RequirementField.Title, "导出时供应商列丢失"));
        var alike = await place.AddAsync((RequirementField.Title, "供应商列在导出文件中丢失了"));
        await place.AddAsync((RequirementField.Title, "登录页面打不开"));
        await using var pm = await place.As(ProjectRole.Pm);

        Assert.Equal([alike.Number], (await pm.Get<SimilarRequirements>().FindAsync(place.Id, row.Id, "", Token)).Select(s => s.Number));
    }

    private static Task<IReadOnlyList<int>> ReadAsync(Acting acting, Place place) => acting.Get<TriageList>().ReadAsync(place.Id, RequirementFilter.OfOpen, Token);

    private async Task<int> AddAsync(Place place, int days, Urgency urgency)
    {
        var row = new Requirement(place.Id, Samples.Requirement(place.Id).Number, "Old", null, Samples.Now.AddDays(days), "Mei");
        row.Write(RequirementField.Urgency, urgency.ToString(), Samples.Now);
        await studio.AddAsync(row);
        return row.Number;
    }
}
