using System.Globalization;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoCreateStudio.Tests.Kit.Live;

public class LiveHubTests
{
    private static readonly Guid Here = Guid.NewGuid();
    private readonly LiveHub _hub = new(NullLogger<LiveHub>.Instance);
    private readonly List<Change> _heard = [];

    [Fact]
    public async Task Who_watches_hears_of_the_own_project_and_the_own_kinds_only()
    {
        using var _ = Listen();
        var wanted = new Change(Here, typeof(Requirement), Guid.NewGuid());

        await _hub.PublishAsync([wanted, new(Here, typeof(Project), Here), new(Guid.NewGuid(), typeof(Requirement), Guid.NewGuid())]);

        Assert.Equal(wanted, Assert.Single(_heard));
    }

    [Fact]
    public async Task Who_has_left_hears_nothing()
    {
        Listen().Dispose();

        await _hub.PublishAsync([new(Here, typeof(Requirement), Guid.NewGuid())]);

        Assert.Empty(_heard);
    }

    [Fact]
    public async Task A_hundred_rows_changed_at_once_are_told_as_many()
    {
        using var _ = Listen();

        await _hub.PublishAsync(Rows(LiveHub.ManyFrom - 1));
        Assert.Equal(LiveHub.ManyFrom - 1, _heard.Count);

        _heard.Clear();
        await _hub.PublishAsync(Rows(LiveHub.ManyFrom));
        Assert.Equal(new Change(Here, typeof(Requirement), Guid.Empty), Assert.Single(_heard));
    }

    [Fact]
    public async Task A_listener_that_fails_keeps_no_other_from_hearing()
    {
        using var broken = _hub.Subscribe(Here, [typeof(Requirement)], _ => throw new InvalidOperationException());
        using var late = _hub.Subscribe(Here, [typeof(Requirement)], async _ => { await Task.Yield(); throw new InvalidOperationException(); });
        using var _ = Listen();

        await _hub.PublishAsync(Rows(1));

        Assert.Single(_heard);
    }

    [Fact]
    public async Task Each_listener_hears_in_its_own_language()
    {
        string? heardIn = null;
        IDisposable subscription;
        using (Language.Use("zh-Hans"))
            subscription = _hub.Subscribe(Here, [typeof(Requirement)], _ => { heardIn = CultureInfo.CurrentUICulture.Name; return Task.CompletedTask; });

        using (subscription)
        using (Language.Use("en")) await _hub.PublishAsync(Rows(1));

        Assert.Equal("zh-Hans", heardIn);
    }

    [Fact]
    public async Task The_stamp_of_a_kind_is_new_before_anybody_is_told()
    {
        long told = 0;
        using var _ = _hub.Subscribe(Here, [typeof(Requirement)], _ => { told = _hub.Stamp(Here, typeof(Requirement)); return Task.CompletedTask; });
        var before = _hub.Stamp(Here, typeof(Requirement));

        await _hub.PublishAsync(Rows(1));

        Assert.Equal(before + 1, told);
        Assert.Equal(0, _hub.Stamp(Here, typeof(Project)));
    }

    private IDisposable Listen() => _hub.Subscribe(Here, [typeof(Requirement)], changes =>
    {
        _heard.AddRange(changes);
        return Task.CompletedTask;
    });

    private static Change[] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new Change(Here, typeof(Requirement), Guid.NewGuid()))];
}
