using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>The filter as a query: one place for page, counts and export.</summary>
internal static class ActionQuery
{
    /// <summary>Both kinds as the same rows, still in the database.</summary>
    public static IQueryable<ActionRow> Rows(this StudioDb db, ActionKind kind) => kind == ActionKind.Actions
        ? db.Set<ActionItem>().AsNoTracking().Where(a => a.ArchivedAt == null).Select(a => new ActionRow
        {
            Id = a.Id, Kind = ActionKind.Actions, Number = a.Number, Text = a.Text, Owner = a.Owner, DueOn = a.DueOn, EndedAt = a.DoneAt, Ended = a.DoneBy,
            CustomerId = a.CustomerId, SaidAt = a.SaidAt, Author = a.Author, MeetingId = a.MeetingId,
        })
        : db.Set<OpenIssue>().AsNoTracking().Where(i => i.ArchivedAt == null).Select(i => new ActionRow
        {
            Id = i.Id, Kind = ActionKind.Issues, Number = i.Number, Text = i.Text, Owner = i.Owner, DueOn = null, EndedAt = i.ResolvedAt, Ended = i.Resolution,
            CustomerId = i.CustomerId, SaidAt = i.SaidAt, Author = i.Author, MeetingId = i.MeetingId,
        });

    /// <summary>What was searched for, of a customer or of all.</summary>
    public static IQueryable<ActionRow> Saying(this IQueryable<ActionRow> rows, ActionFilter filter)
    {
        if (filter.CustomerId is { } customer) rows = rows.Where(r => r.CustomerId == customer);
        var text = filter.Text.Trim();
        if (text.Length == 0) return rows;
        if (int.TryParse(text.TrimStart('A', 'a', 'I', 'i', '-', '#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return rows.Where(r => r.Number == number);
        var part = LikePart.Of(text);
        return rows.Where(r => EF.Functions.Like(r.Text.ToLower(), part, "\\") || EF.Functions.Like(r.Owner!.ToLower(), part, "\\"));
    }

    /// <param name="me">The name of whoever asks.</param>
    public static IQueryable<ActionRow> Shown(this IQueryable<ActionRow> rows, ActionFilter filter, DateOnly today, string me)
    {
        var owner = filter.Owner == ActionFilter.Me ? me : filter.Owner;
        if (owner == ActionFilter.Nobody) rows = rows.Where(r => r.Owner == null);
        else if (owner.Length > 0) rows = rows.Where(r => r.Owner == owner);
        return filter.Show switch
        {
            ActionShow.Open => rows.Where(r => r.EndedAt == null),
            ActionShow.Overdue => filter.Of == ActionKind.Actions ? rows.Where(r => r.EndedAt == null && r.DueOn < today) : rows.Where(_ => false),
            ActionShow.Done => rows.Where(r => r.EndedAt != null),
            _ => rows,
        };
    }

    /// <summary>By the sorted column; else what is open first, in the order of its days, then what was said first.</summary>
    public static IQueryable<ActionRow> InOrder(this IQueryable<ActionRow> rows, ActionFilter filter)
    {
        var down = filter.Descending;
        return (filter.SortedBy switch
        {
            "no" => down ? rows.OrderByDescending(r => r.Number) : rows.OrderBy(r => r.Number),
            "title" => down ? rows.OrderByDescending(r => r.Text) : rows.OrderBy(r => r.Text),
            "owner" => down ? rows.OrderByDescending(r => r.Owner) : rows.OrderBy(r => r.Owner),
            "due" when filter.Of == ActionKind.Actions => down ? rows.OrderByDescending(r => r.DueOn) : rows.OrderBy(r => r.DueOn),
            "ended" => down ? rows.OrderByDescending(r => r.EndedAt) : rows.OrderBy(r => r.EndedAt),

            // What was said later was carried less often.
            "carried" => down ? rows.OrderBy(r => r.SaidAt) : rows.OrderByDescending(r => r.SaidAt),
            "said" => down ? rows.OrderByDescending(r => r.SaidAt) : rows.OrderBy(r => r.SaidAt),
            _ => Usual(rows, filter),
        }).ThenBy(r => r.Number);
    }

    private static IOrderedQueryable<ActionRow> Usual(IQueryable<ActionRow> rows, ActionFilter filter) => filter switch
    {
        { Show: ActionShow.Done } => rows.OrderByDescending(r => r.EndedAt),
        { Of: ActionKind.Issues } => rows.OrderBy(r => r.EndedAt != null).ThenBy(r => r.SaidAt),
        _ => rows.OrderBy(r => r.EndedAt != null).ThenBy(r => r.DueOn == null).ThenBy(r => r.DueOn).ThenBy(r => r.SaidAt),
    };
}
