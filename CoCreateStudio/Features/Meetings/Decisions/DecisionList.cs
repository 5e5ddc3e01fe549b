using System.Runtime.CompilerServices;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Decisions;

/// <summary>A decision, and where and when it was made.</summary>
public sealed record DecisionRow(
    Guid Id, int Number, string Text, string? DecidedBy, string? Why, string Author, DateTime SaidAt, Guid? CustomerId, int? MeetingNumber, string? MeetingTitle, string? Topic)
{
    /// <summary>"D-3", as it is called in minutes.</summary>
    public string Name => NoteKind.Decision.Reference(Number)!;
}

/// <summary>Reads the decisions of a project, the latest first.</summary>
public sealed class DecisionList(ProjectDbFactory projects, CurrentActor actor)
{
    public const int PageLength = 50;

    /// <summary>So many of those that fit, and how many fit in all.</summary>
    public async Task<(IReadOnlyList<DecisionRow> Rows, int Count)> ReadAsync(Guid projectId, DecisionFilter filter, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        var rows = Matching(db, filter);
        var page = filter.Before is { } before ? rows.Where(d => d.Number < before) : rows;
        return (await Rows(db, page.OrderByDescending(d => d.Number).Take(PageLength)).ToListAsync(ct), await rows.CountAsync(ct));
    }

    /// <summary>The acceptance criteria that these decisions serve; for us alone.</summary>
    public async Task<ILookup<Guid, ServedCriterion>> ServesAsync(Guid projectId, IReadOnlyCollection<Guid> decisions, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        return await db.ServedAsync(ServedBy.Decision, decisions, ct);
    }

    /// <summary>All that fit, one after the other.</summary>
    public async IAsyncEnumerable<DecisionRow> StreamAsync(Guid projectId, DecisionFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
        await foreach (var row in Rows(db, Matching(db, filter).OrderByDescending(d => d.Number)).AsAsyncEnumerable().WithCancellation(ct)) yield return row;
    }

    // Contains, and not the beginning of words: Chinese has none.
    private IQueryable<Decision> Matching(StudioDb db, DecisionFilter filter)
    {
        var rows = db.Set<Decision>().AsNoTracking().Where(d => d.ArchivedAt == null);
        if (filter.CustomerId is { } customer) rows = rows.Where(d => d.CustomerId == customer);
        if (Begin(filter.From) is { } from) rows = rows.Where(d => d.SaidAt >= from);
        if (filter.To < DateOnly.MaxValue && Begin(filter.To.Value.AddDays(1)) is { } to) rows = rows.Where(d => d.SaidAt < to);
        if (filter.Person.Trim().Length > 0)
        {
            var name = LikePart.Of(filter.Person);
            rows = rows.Where(d => EF.Functions.Like(d.DecidedBy!.ToLower(), name, "\\") || EF.Functions.Like(d.Author.ToLower(), name, "\\"));
        }

        var text = filter.Text.Trim();
        if (text.Length == 0) return rows;
        if (NoteKind.Decision.NumberIn(text) is { } number) return rows.Where(d => d.Number == number);
        var part = LikePart.Of(text);
        int? maybe = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) ? bare : null;
        return rows.Where(d => d.Number == maybe || EF.Functions.Like(d.Text.ToLower(), part, "\\") || EF.Functions.Like(d.Why!.ToLower(), part, "\\")
            || db.Set<AgendaItem>().Any(i => i.Id == d.ItemId && EF.Functions.Like(i.Title.ToLower(), part, "\\")));
    }

    private static IQueryable<DecisionRow> Rows(StudioDb db, IQueryable<Decision> decisions) =>
        from d in decisions
        join m in db.Set<Meeting>() on d.MeetingId equals (Guid?)m.Id into meetings
        from m in meetings.DefaultIfEmpty()
        join i in db.Set<AgendaItem>() on d.ItemId equals (Guid?)i.Id into items
        from i in items.DefaultIfEmpty()
        orderby d.Number descending
        select new DecisionRow(d.Id, d.Number, d.Text, d.DecidedBy, d.Why, d.Author, d.SaidAt, d.CustomerId, m == null ? null : m.Number, m == null ? null : m.Title, i == null ? null : i.Title);

    private DateTime? Begin(DateOnly? day) => day is not { } known ? null : TimeZoneInfo.ConvertTimeToUtc(NextValid(known.ToDateTime(TimeOnly.MinValue)), actor.TimeZone);

    // Where the clocks are put forward at midnight, the day begins an hour later.
    private DateTime NextValid(DateTime local) => actor.TimeZone.IsInvalidTime(local) ? local.AddHours(1) : local;
}
