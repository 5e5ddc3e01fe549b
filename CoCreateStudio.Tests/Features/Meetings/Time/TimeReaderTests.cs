using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Time;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Time;

public sealed class TimeReaderTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;
    private int _number;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
        await HeldAsync(_place.Ours.Id, MeetingKind.Regular, "Mei", 40, ("Progress", 10, 12), ("Risks", 5, 5));
        await HeldAsync(_place.Ours.Id, MeetingKind.Risk, null, 2, ("Risks", 10, 30));
        await HeldAsync(null, MeetingKind.Regular, "Mei", 500, ("Progress", 20, 10));
    }

    [Theory]
    [InlineData(TimeBy.Topic, "Risks 2 15 35, Progress 1 10 12")]
    [InlineData(TimeBy.Host, " 1 10 30, Mei 1 15 17")]
    [InlineData(TimeBy.Kind, "Risk 1 10 30, Regular 1 15 17")]
    public async Task Planned_and_used_are_added_up_what_took_longest_first(TimeBy by, string expected) =>
        Assert.Equal(expected, string.Join(", ", (await ReadAsync(new(by))).Groups.Select(g => $"{g.Key} {g.Meetings} {g.PlannedMinutes} {g.UsedMinutes:0}")));

    [Fact]
    public async Task Customers_are_named_and_our_own_meetings_too()
    {
        var groups = (await ReadAsync(new(TimeBy.Customer, Months: null))).Groups;

        Assert.Equal([(_place.Ours.ShortName, 47.0), (TimeText.Inside, 10.0)], groups.Select(g => (g.Name, g.UsedMinutes)));
    }

    [Fact]
    public async Task Months_follow_each_other_also_those_without_a_meeting_and_an_old_one_is_left_out()
    {
        var steps = (await ReadAsync(new())).Steps;

        Assert.Equal(["2026-01-01 17", "2026-02-01 30"], steps.Select(s => $"{s.Key} {s.UsedMinutes:0}"));
        Assert.Equal(17, (await ReadAsync(new(Months: null))).Steps.Count);
        Assert.Contains((await ReadAsync(new(Months: 3))).Steps, s => s is { Key: "2026-02-02", Meetings: 0, UsedSeconds: 0 });
    }

    [Fact]
    public async Task One_of_them_is_shown_over_time_and_the_others_stay_to_choose()
    {
        var report = await ReadAsync(new(TimeBy.Topic, 12, "Risks"));

        Assert.Equal((15, 35.0, 2), (report.PlannedMinutes, report.UsedMinutes, report.Groups.Count));
        Assert.Equal(30, (await ReadAsync(new(TimeBy.Host, 12, ""))).UsedMinutes);
        Assert.Empty((await ReadAsync(new(TimeBy.Kind, 12, "Nonsense"))).Steps);
    }

    [Fact]
    public async Task A_customers_people_see_the_time_of_their_own_meetings()
    {
        await using var customer = await _place.As(ProjectRole.Customer);

        Assert.Equal(47, (await customer.Get<TimeReader>().ReadAsync(_place.Id, new(Months: null), Ct)).UsedMinutes);
    }

    [Fact]
    public async Task Meetings_of_a_series_are_added_up_under_its_name()
    {
        MeetingSeries series = new(_place.Id, 1, Samples.Series(DateOnly.FromDateTime(Samples.Now).AddDays(-9), _place.Ours.Id));
        Meeting meeting = new(series, ++_number, DateOnly.FromDateTime(Samples.Now).AddDays(-9));
        AgendaItem item = new(meeting, 1, "Progress", 10, null);
        meeting.Start(Samples.Now.AddDays(-9));
        meeting.GoTo(item, null, Samples.Now.AddDays(-9));
        meeting.Close(item, [], null, Samples.Now.AddDays(-9).AddMinutes(7));
        await studio.AddAsync(series);
        await studio.AddAsync(meeting);
        await studio.AddAsync(item);

        var report = await ReadAsync(new(TimeBy.Series));

        Assert.Equal([(TimeText.NoSeries, 47.0), (series.Title, 7.0)], report.Groups.Select(g => (g.Name, g.UsedMinutes)));
        Assert.Equal(7, (await ReadAsync(new(TimeBy.Series, 12, series.Id.ToString()))).UsedMinutes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?by=host&months=all&of=Mei")]
    [InlineData("?months=3&of=%E8%BF%9B%E5%B1%95")]
    public void The_address_says_what_is_shown(string address) => Assert.Equal(address, TimeFilter.Read(address).Address());

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    private Task<TimeReport> ReadAsync(TimeFilter filter) => _lead.Get<TimeReader>().ReadAsync(_place.Id, filter, Ct);

    private async Task HeldAsync(Guid? customer, MeetingKind kind, string? host, int daysAgo, params (string Title, int Planned, int Used)[] topics)
    {
        var at = Samples.Now.AddDays(-daysAgo);
        Meeting meeting = new(_place.Id, ++_number, Samples.Meeting(customer) with { Kind = kind, Host = host, StartsAt = at });
        AgendaItem[] items = [.. topics.Select((t, i) => new AgendaItem(meeting, i + 1, t.Title, t.Planned, null))];
        meeting.Start(at);
        AgendaItem? before = null;
        foreach (var (item, (_, _, used)) in items.Zip(topics))
        {
            meeting.GoTo(item, before, at);
            (before, at) = (item, at.AddMinutes(used));
        }

        meeting.Close(before, [], null, at);
        await studio.AddAsync(meeting);
        await studio.AddAsync(items);
    }
}
