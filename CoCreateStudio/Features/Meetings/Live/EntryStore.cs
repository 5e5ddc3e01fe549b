using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Live;

/// <summary>What is said in a meeting, and what becomes of it afterwards. One act, one save.</summary>
public sealed class EntryStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Writes one line into a meeting, under the topic that is talked about.</summary>
    /// <param name="id">Made by whoever sends it: a line that is sent again after a lost answer is not doubled.</param>
    public async Task SayAsync(Guid projectId, Guid meetingId, Guid? itemId, Guid id, EntryLine line, CancellationToken ct = default)
    {
        await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.TakeNotes, ct);
            var meeting = await db.MeetingAsync(meetingId, ct);
            if (await db.Set<Entry>().AnyAsync(e => e.Id == id, ct)) return meeting;
            meeting.NotOver();
            if (itemId is not null && !await db.Set<AgendaItem>().AnyAsync(i => i.Id == itemId && i.MeetingId == meetingId, ct)) throw new RuleException(nameof(RuleText.NotOnAgenda));
            Said said = new(projectId, meetingId, itemId, meeting.CustomerId, actor.PersonId, actor.Name, Now);
            db.Add(await MakeAsync(db, said, line.Kind, WholeText(line), line.Owner, line.Due, id, ct));
            await db.CountLineAsync(projectId, ct);
            return await db.SavedAsync(ct) ? meeting : null;
        }, ct);
    }

    /// <summary>Rewrites a line, or what it was turned into. What somebody else changed elsewhere in it meanwhile is kept beside it.</summary>
    /// <param name="seen">The text as the person saw it before changing it.</param>
    /// <returns>The text as it is now.</returns>
    public async Task<SavedText> WriteAsync(Guid projectId, Guid id, string seen, string text, CancellationToken ct = default)
    {
        MergedNote merged = new(text, TouchedTheSame: false);
        Entry? written = null;
        await projects.ChangeAsync(projectId, Right.TakeNotes, async db =>
        {
            written = await FindAsync<Entry>(db, id, ct);
            while (written.BecameId is { } successor) written = await FindAsync<Entry>(db, successor, ct);
            written.MustStand();
            await MustGoOnAsync(db, written, ct);
            merged = NoteMerge.Merge(seen, text, written.Text);
            written.Write(merged.Text);
        }, ct);
        return new(written!.Text, written.Version, merged.TouchedTheSame);
    }

    /// <summary>Makes another kind of thing of a line: the line goes, the thing was said there and then.</summary>
    public async Task TurnAsync(Guid projectId, Guid id, NoteKind kind, CancellationToken ct = default)
    {
        await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.TakeNotes, ct);
            var entry = await FindAsync<Entry>(db, id, ct);
            await MustGoOnAsync(db, entry, ct);
            if (KindOf(entry) == kind) return entry;
            var successor = await MakeAsync(db, entry.Said, kind, entry.Text, OwnerOf(entry), (entry as ActionItem)?.DueOn, Guid.CreateVersion7(), ct);
            entry.Become(successor.Id, Now);
            db.Add(successor);
            return await db.SavedAsync(ct) ? entry : null;
        }, ct);
    }

    public Task GiveAsync(Guid projectId, Guid id, string? owner, CancellationToken ct = default) => ChangeAsync<Entry>(projectId, id, entry =>
    {
        if (entry is ActionItem action) action.Give(owner);
        else if (entry is OpenIssue issue) issue.Give(owner);
        else if (entry is Risk risk) risk.Give(owner);
        else throw new RuleException(nameof(RuleText.NotThere));
    }, ct);

    public Task DateAsync(Guid projectId, Guid id, DateOnly? dueOn, CancellationToken ct = default) => ChangeAsync<ActionItem>(projectId, id, action => action.Date(dueOn), ct);

    public Task TickAsync(Guid projectId, Guid id, bool done, CancellationToken ct = default) => ChangeAsync<ActionItem>(projectId, id, action => action.Tick(done, actor.Name, Now), ct);

    public Task ResolveAsync(Guid projectId, Guid id, string? resolution, CancellationToken ct = default) => ChangeAsync<OpenIssue>(projectId, id, issue => issue.Resolve(resolution, Now), ct);

    public Task ReopenAsync(Guid projectId, Guid id, CancellationToken ct = default) => ChangeAsync<OpenIssue>(projectId, id, issue => issue.Reopen(), ct);

    public Task DecideByAsync(Guid projectId, Guid id, string? decidedBy, CancellationToken ct = default) => ChangeSaidAsync<Decision>(projectId, id, decision => decision.Explain(decidedBy, decision.Why), ct);

    public Task GiveReasonAsync(Guid projectId, Guid id, string? why, CancellationToken ct = default) => ChangeSaidAsync<Decision>(projectId, id, decision => decision.Explain(decision.DecidedBy, why), ct);

    public Task ArchiveAsync(Guid projectId, Guid id, CancellationToken ct = default) => ChangeSaidAsync<Entry>(projectId, id, entry => entry.Archive(Now), ct);

    public Task RestoreAsync(Guid projectId, Guid id, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.TakeNotes, async db =>
    {
        var entry = await FindAsync<Entry>(db, id, ct);
        await MustGoOnAsync(db, entry, ct);
        entry.Restore();
        await db.CountLineAsync(projectId, ct);
    }, ct);

    public static NoteKind KindOf(Entry entry) => entry switch
    {
        Decision => NoteKind.Decision,
        ActionItem => NoteKind.Action,
        OpenIssue => NoteKind.OpenIssue,
        KeyPoint => NoteKind.KeyPoint,
        Risk => NoteKind.Risk,
        MeetingNote { Requirement: not null } => NoteKind.Requirement,
        _ => NoteKind.Note,
    };

    public static string? OwnerOf(Entry entry) => entry switch { ActionItem action => action.Owner, OpenIssue issue => issue.Owner, Risk risk => risk.Owner, _ => null };

    // A name that nobody answers to stays where it can be read.
    private static string WholeText(EntryLine line) => line.UnknownOwner is { } unknown ? $"{line.Text} @{unknown}" : line.Text;

    private Task ChangeAsync<T>(Guid projectId, Guid id, Action<T> change, CancellationToken ct) where T : Entry => projects.ChangeAsync(projectId, Right.TakeNotes, async db =>
        change(await FindAsync<T>(db, id, ct)), ct);

    // What was said changes only while the meeting goes on; what became of it, who does it and by when, does so for ever.
    private Task ChangeSaidAsync<T>(Guid projectId, Guid id, Action<T> change, CancellationToken ct) where T : Entry => projects.ChangeAsync(projectId, Right.TakeNotes, async db =>
    {
        var entry = await FindAsync<T>(db, id, ct);
        await MustGoOnAsync(db, entry, ct);
        change(entry);
    }, ct);

    private static async Task MustGoOnAsync(StudioDb db, Entry entry, CancellationToken ct)
    {
        if (entry.MeetingId is { } meeting) (await db.MeetingAsync(meeting, ct)).NotOver();
    }

    private static async Task<T> FindAsync<T>(StudioDb db, Guid id, CancellationToken ct) where T : Entry =>
        await db.Set<T>().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));

    /// <summary>A thing of the project out of what was said; the caller adds and saves it.</summary>
    internal static async Task<Entry> MakeAsync(StudioDb db, Said said, NoteKind kind, string text, string? owner, DateOnly? due, Guid id, CancellationToken ct)
    {
        Task<int> NextAsync(string name) => NumberAsync(db, said.ProjectId, name, ct);
        return kind switch
        {
            NoteKind.Decision => new Decision(said, await NextAsync(NumberSequence.OfDecisions), text) { Id = id },
            NoteKind.Action => new ActionItem(said, await NextAsync(NumberSequence.OfActions), text, owner, due) { Id = id },
            NoteKind.OpenIssue => new OpenIssue(said, await NextAsync(NumberSequence.OfOpenIssues), text, owner) { Id = id },
            NoteKind.Risk => new Risk(said, await NextAsync(NumberSequence.OfRisks), text, owner) { Id = id },
            NoteKind.Requirement => new MeetingNote(said, text, Collect(db, said, id, await NextAsync(NumberSequence.OfRequirements), text)) { Id = id },
            NoteKind.KeyPoint => new KeyPoint(said, text) { Id = id },
            _ => new MeetingNote(said, text) { Id = id },
        };
    }

    // A requirement is collected at once, for the customer whose meeting it is; triage gives it an owner. It has the id of its line, so
    // that the browser, which made that, can send pictures to it.
    private static int Collect(StudioDb db, Said said, Guid id, int number, string text)
    {
        Requirement requirement = new(said.ProjectId, number, title: null, text, said.At, said.Author) { Id = id };
        requirement.Write(RequirementField.Customer, said.CustomerId?.ToString(), said.At);
        db.Add(requirement);
        return number;
    }

    private static async Task<int> NumberAsync(StudioDb db, Guid projectId, string name, CancellationToken ct) => (await ProjectNumbers.SequenceAsync(db, projectId, name, ct)).Next();
}
