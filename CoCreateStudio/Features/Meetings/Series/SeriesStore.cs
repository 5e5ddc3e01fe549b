using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Series;

/// <summary>Planning meetings that come again. One act, one save.</summary>
public sealed class SeriesStore(ProjectDbFactory projects, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Plans a series, and its first meetings.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> AddAsync(Guid projectId, SeriesPlan plan, CancellationToken ct = default) => (await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
        MeetingSeries series = new(projectId, (await ProjectNumbers.SequenceAsync(db, projectId, NumberSequence.OfSeries, ct)).Next(), plan);
        db.Add(series);
        await db.AddMissingAsync(series, Now, ct);
        return await db.SavedAsync(ct) ? series : null;
    }, ct)).Number;

    /// <summary>Changes what is agreed. The drafts ahead that follow the series change along; what was shown or changed by hand stays.</summary>
    /// <param name="seen">The plan as the person saw it; somebody else's change since is told, not overwritten.</param>
    public Task ChangeAsync(Guid projectId, Guid id, SeriesPlan seen, SeriesPlan plan, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, series) =>
    {
        if (series.Planned != seen) throw new RuleException(nameof(RuleText.ChangedJustNow));
        if (plan.CustomerId != series.CustomerId) throw new RuleException(nameof(RuleText.SeriesCustomerStays));
        series.Plan(plan);
        series.Guide(await db.NotPastAsync(id, Now, ct), Now);
    }, ct);

    /// <summary>Changes what each meeting begins with. Drafts ahead on whose agenda nobody has worked yet get it, too.</summary>
    /// <param name="seen">The list as the person saw it; somebody else's change since is told, not overwritten.</param>
    public Task ListTopicsAsync(Guid projectId, Guid id, IReadOnlyList<SeriesTopic> seen, IReadOnlyList<SeriesTopic> topics, CancellationToken ct = default) => ChangeAsync(projectId, id, async (db, series) =>
    {
        var before = series.Topics;
        if (!before.SequenceEqual(seen)) throw new RuleException(nameof(RuleText.ChangedJustNow));
        series.ListTopics(topics);
        var drafts = (await db.NotPastAsync(id, Now, ct)).Where(m => m.FollowsSeries && m.StartsAt > Now).ToDictionary(m => m.Id);
        var agendas = (await db.Set<AgendaItem>().Where(i => drafts.Keys.Contains(i.MeetingId)).OrderBy(i => i.Position).ToListAsync(ct)).ToLookup(i => i.MeetingId);
        var worked = await db.WorkedOnAsync([.. agendas.SelectMany(a => a).Select(i => i.Id)], ct);
        foreach (var draft in drafts.Values.Where(d => agendas[d.Id].Select(i => new SeriesTopic(i.Title, i.Minutes, i.Presenter)).SequenceEqual(before) && !agendas[d.Id].Any(i => worked.Contains(i.Id))))
        {
            db.RemoveRange(agendas[draft.Id]);
            db.AddRange(SeriesMeetings.Agenda(draft, series.Topics));
        }
    }, ct);

    /// <summary>Ends it and calls off the drafts ahead that nobody has touched.</summary>
    /// <returns>Names the act, to undo it.</returns>
    public async Task<Guid> EndAsync(Guid projectId, Guid id, CancellationToken ct = default)
    {
        var act = Guid.Empty;
        await projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
        {
            (await FindAsync(db, id, ct)).End(await db.NotPastAsync(id, Now, ct), Now);
            act = db.ActId;
        }, ct);
        return act;
    }

    /// <summary>Lets a series go on whose end was a mistake, with the meetings that were called off by it.</summary>
    public Task UndoEndAsync(Guid projectId, Guid actId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.HoldMeetings, async db =>
    {
        if ((await db.PutBackAsync<MeetingSeries>(actId, ct)).Back == 0) throw new RuleException(nameof(RuleText.NothingToUndo));
        await db.PutBackAsync<Meeting>(actId, ct);
        foreach (var back in db.ChangeTracker.Entries<Meeting>()) back.Entity.SendAgain();
    }, ct);

    /// <summary>Makes the meetings that are missing ahead in all series of the project.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> FillAsync(Guid projectId, CancellationToken ct = default)
    {
        var made = await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
            foreach (var series in await db.Set<MeetingSeries>().Where(s => s.EndedAt == null).ToListAsync(ct)) await db.AddMissingAsync(series, Now, ct);
            var count = db.ChangeTracker.Entries<Meeting>().Count(m => m.State == EntityState.Added);
            return count == 0 || await db.SavedAsync(ct) ? new { Count = count } : null;
        }, ct);
        return made.Count;
    }

    private async Task ChangeAsync(Guid projectId, Guid id, Func<StudioDb, MeetingSeries, Task> change, CancellationToken ct) => await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, Right.HoldMeetings, ct);
        var series = await FindAsync(db, id, ct);
        await change(db, series);
        return await db.SavedAsync(ct) ? series : null;
    }, ct);

    private static async Task<MeetingSeries> FindAsync(StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<MeetingSeries>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
}
