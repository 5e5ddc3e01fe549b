using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>An open action of whoever asks, in one of their projects.</summary>
public sealed record MyAction(VisibleProject Project, Guid Id, int Number, string Text, DateOnly? DueOn);

/// <summary>How many open actions somebody has in a project.</summary>
public sealed record MyCount(VisibleProject Project, int Open, int Late, int Today, int Week);

/// <param name="First">The most pressing ones.</param>
public sealed record MyActionsView(IReadOnlyList<MyAction> First, IReadOnlyList<MyCount> Counts);

/// <summary>What somebody has promised in all their projects, read with as many queries for one as for fifty.</summary>
public sealed class MyActionsReader(ProjectDbFactory projects, IAccess access, CurrentActor actor, TimeProvider clock)
{
    private const int Most = 8;

    public DateOnly Today => actor.Today(clock);

    public async Task<MyActionsView> ReadAsync(CancellationToken ct = default)
    {
        var visible = (await access.ProjectsAsync(ct)).ToDictionary(p => p.Id);
        List<MyAction> first = [];
        List<MyCount> counts = [];
        await using (var db = await projects.OpenVisibleAsync(ct)) await ReadAsync(db, visible, first, counts, ct);

        // A customer's own people see each project through their company's eyes, so each has a door of its own.
        foreach (var project in visible.Values.Where(p => !p.Grant.Allows(Right.SeeInternal)))
        {
            await using var db = await projects.OpenAsync(project.Id, Right.ViewProject, ct);
            await ReadAsync(db, visible, first, counts, ct);
        }

        return new([.. first.OrderBy(a => a.DueOn is null).ThenBy(a => a.DueOn).Take(Most)], [.. counts.OrderBy(c => c.Project.Name, StringComparer.CurrentCultureIgnoreCase)]);
    }

    private async Task ReadAsync(StudioDb db, Dictionary<Guid, VisibleProject> visible, List<MyAction> first, List<MyCount> counts, CancellationToken ct)
    {
        if (db.Projects.Count == 0) return;
        var (name, today) = (actor.Name, Today);
        var week = today.AddDays(7);
        var mine = db.Set<ActionItem>().AsNoTracking().Where(a => a.Owner == name && a.DoneAt == null && a.ArchivedAt == null);
        counts.AddRange((await mine.GroupBy(a => a.ProjectId)
            .Select(g => new { g.Key, Open = g.Count(), Late = g.Count(a => a.DueOn < today), Today = g.Count(a => a.DueOn == today), Week = g.Count(a => a.DueOn > today && a.DueOn <= week) })
            .ToListAsync(ct)).Select(c => new MyCount(visible[c.Key], c.Open, c.Late, c.Today, c.Week)));
        first.AddRange((await mine.OrderBy(a => a.DueOn == null).ThenBy(a => a.DueOn).ThenBy(a => a.SaidAt).Take(Most)
            .Select(a => new { a.ProjectId, a.Id, a.Number, a.Text, a.DueOn }).ToListAsync(ct)).Select(a => new MyAction(visible[a.ProjectId], a.Id, a.Number, a.Text, a.DueOn)));
    }
}
