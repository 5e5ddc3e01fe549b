using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Tests.Features.Meetings.Actions;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Decisions;

public sealed class DecisionListTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;
    private Spoken _spoken = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
        _spoken = new(studio, _place);
    }

    [Fact]
    public async Task It_is_found_by_words_in_the_decision_its_reason_and_its_topic_in_both_languages()
    {
        var meeting = await _spoken.HeldAsync(_place.Ours.Id);
        AgendaItem topic = new(meeting, 1, "数据迁移 plan", 10, null);
        await _spoken.AddAsync(topic);
        var d = await _spoken.DecisionAsync(meeting, "我们先迁移物料主数据", why: "Because of the audit");
        await _spoken.DecisionAsync(meeting, "Print 100% here", item: topic);

        Assert.Equal(["我们先迁移物料主数据"], await TextsAsync(new() { Text = "物料主" }));
        Assert.Equal(["我们先迁移物料主数据"], await TextsAsync(new() { Text = "AUDIT" }));
        Assert.Equal(["Print 100% here"], await TextsAsync(new() { Text = "迁移 plan" }));
        Assert.Equal(["Print 100% here"], await TextsAsync(new() { Text = "0% h" }));
        Assert.Equal(["我们先迁移物料主数据"], await TextsAsync(new() { Text = $"d-{d.Number}" }));
        Assert.Empty(await TextsAsync(new() { Text = "nowhere" }));
    }

    [Fact]
    public async Task Letters_beyond_A_to_Z_are_found_in_any_case_and_bare_numbers_as_words_too()
    {
        var meeting = await _spoken.HeldAsync(_place.Ours.Id);
        await _spoken.DecisionAsync(meeting, "ПЛАН на 2027", by: "ÉMILE");

        Assert.Equal(["ПЛАН на 2027"], await TextsAsync(new() { Text = "План" }));
        Assert.Equal(["ПЛАН на 2027"], await TextsAsync(new() { Text = "2027" }));
        Assert.Equal(["ПЛАН на 2027"], await TextsAsync(new() { Person = "émile" }));
        Assert.Empty(await TextsAsync(new() { Text = "2028" }));
    }

    [Fact]
    public async Task It_is_found_by_who_decided_and_by_who_wrote_it_down()
    {
        var meeting = await _spoken.HeldAsync(null);
        await _spoken.DecisionAsync(meeting, "one", by: "王丽, Tom", author: "Lin");
        await _spoken.DecisionAsync(meeting, "two", by: "Ana", author: "Tom");

        Assert.Equal(["two", "one"], await TextsAsync(new() { Person = "tom" }));
        Assert.Equal(["one"], await TextsAsync(new() { Person = "王丽" }));
    }

    [Fact]
    public async Task From_and_to_are_whole_days_where_the_reader_lives()
    {
        await _spoken.DecisionAsync(await _spoken.HeldAsync(null, daysAgo: 3), "early");
        await _spoken.DecisionAsync(await _spoken.HeldAsync(null, daysAgo: 2), "late");
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Samples.Now.AddDays(-2).AddMinutes(5), _lead.Actor.TimeZone));

        Assert.Equal(["late"], await TextsAsync(new() { From = day, To = day }));
        Assert.Equal(["early"], await TextsAsync(new() { To = day.AddDays(-1) }));
        Assert.Equal(["late", "early"], await TextsAsync(new() { From = day.AddDays(-1), To = DateOnly.MaxValue }));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_and_all_are_counted()
    {
        var meeting = await _spoken.HeldAsync(null);
        for (var i = 0; i < DecisionList.PageLength + 3; i++) await _spoken.DecisionAsync(meeting, $"Decision {i}");
        var list = _lead.Get<DecisionList>();

        var (first, count) = await list.ReadAsync(_place.Id, DecisionFilter.OfAll, Ct);
        var (rest, _) = await list.ReadAsync(_place.Id, DecisionFilter.OfAll with { Before = first[^1].Number }, Ct);

        Assert.Equal((DecisionList.PageLength, 3, DecisionList.PageLength + 3), (first.Count, rest.Count, count));
        Assert.Equal((await list.StreamAsync(_place.Id, DecisionFilter.OfAll, Ct).ToListAsync(Ct)).Select(r => r.Id), first.Concat(rest).Select(r => r.Id));
    }

    [Fact]
    public async Task A_customers_people_read_what_was_decided_with_their_company()
    {
        await _spoken.DecisionAsync(await _spoken.HeldAsync(_place.Ours.Id), "with us");
        await _spoken.DecisionAsync(await _spoken.HeldAsync(_place.Theirs.Id), "with others");
        await _spoken.DecisionAsync(await _spoken.HeldAsync(null), "inside");
        await using var customer = await _place.As(ProjectRole.Customer);

        var (rows, count) = await customer.Get<DecisionList>().ReadAsync(_place.Id, DecisionFilter.OfAll, Ct);

        Assert.Equal(("with us", 1), (Assert.Single(rows).Text, count));
        Assert.Equal(["with others"], await TextsAsync(new() { CustomerId = _place.Theirs.Id }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=%E6%8E%A5%E5%8F%A3&by=Tom&from=2026-01-01&to=2026-03-01&before=12")]
    public void The_address_says_what_is_shown(string address) => Assert.Equal(address, DecisionFilter.Read(address).Address());

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    private async Task<IEnumerable<string>> TextsAsync(DecisionFilter filter) => (await _lead.Get<DecisionList>().ReadAsync(_place.Id, filter, Ct)).Rows.Select(r => r.Text);
}
