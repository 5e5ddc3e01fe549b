using CoCreateStudio.Kit.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoCreateStudio.Tests.Kit.Live;

public class PresenceTests
{
    private readonly LiveHub _hub = new(NullLogger<LiveHub>.Instance);
    private readonly Guid _project = Guid.NewGuid();
    private readonly Whereabouts _mei = new(Guid.NewGuid(), Guid.NewGuid(), "Mei", IsCustomer: false);
    private readonly Presence _presence;

    public PresenceTests() => _presence = new(_hub);

    [Fact]
    public void Whoever_opens_the_page_is_there_until_it_is_closed()
    {
        _presence.Enter(_project, _mei);
        Assert.Equal(_mei, Assert.Single(_presence.In(_project)));

        _presence.Leave(_project, _mei.PageId);

        Assert.Empty(_presence.In(_project));
    }

    [Fact]
    public void Nobody_is_in_another_project()
    {
        _presence.Enter(_project, _mei);

        Assert.Empty(_presence.In(Guid.NewGuid()));
    }

    [Fact]
    public async Task Going_from_row_to_row_is_told_of_both_rows()
    {
        var (from, to) = (Guid.NewGuid(), Guid.NewGuid());
        _presence.Enter(_project, _mei with { RowId = from, Column = "title" });
        TaskCompletionSource<IReadOnlyList<Change>> told = new();
        using var _ = _hub.Subscribe(_project, [typeof(Whereabouts)], changes =>
        {
            told.SetResult(changes);
            return Task.CompletedTask;
        });

        _presence.Enter(_project, _mei with { RowId = to, Column = "title" });

        Assert.Equal([from, to], (await told.Task).Select(c => c.EntityId));
    }

    [Fact]
    public void Staying_in_the_same_cell_is_no_news()
    {
        _presence.Enter(_project, _mei);
        var before = _hub.Stamp(_project, typeof(Whereabouts));

        _presence.Enter(_project, _mei);

        Assert.Equal(before, _hub.Stamp(_project, typeof(Whereabouts)));
        _presence.Enter(_project, _mei with { RowId = Guid.NewGuid() });
        Assert.Equal(before + 1, _hub.Stamp(_project, typeof(Whereabouts)));
    }
}
