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
            Id = a.Id,
            Kind = ActionKind.Actions,
            Number = a.Number,
            Text = a.Text,
            Owner = a.Owner,
            DueOn = a.DueOn,
            EndedAt = a.DoneAt,
            Ended = a.DoneBy,
            CustomerId = a.CustomerId,
            SaidAt = a.SaidAt,
            Author = a.Author,
            MeetingId = a.MeetingId,
        })
        : db.Set<OpenIssue>().AsNoTracking().Where(i => i.ArchivedAt == null).Select(i => new ActionRow
        {
            Id = i.Id,
            Kind = ActionKind.Issues,
            Number = i.Number,
            Text = i.Text,
            Owner = i.Owner,
            DueOn = null,
            EndedAt = i.ResolvedAt,
            Ended = i.Resolution,
            CustomerId = i.CustomerId,
            SaidAt = i.SaidAt,
            Author = i.Author,
            MeetingId = i.MeetingId,
        });

    /// <summary>What was searched for, of a customer or of all.</summary>
    public static IQueryable<ActionRow> Saying(this IQueryable<ActionRow> rows, ActionFilter filter)
    {
        if (filter.CustomerId is { } customer) rows = rows.Where(r => r.CustomerId == customer);
        var text = filter.Text.Trim();
        if (text.Length == 0) return rows;
        if (filter.Of.Note().NumberIn(text) is { } number) return rows.Where(r => r.Number == number);
        var part = LikePart.Of(text);
        int? maybe = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bare) ? bare : null;
        return rows.Where(r => r.Number == maybe || EF.Functions.Like(r.Text.ToLower(), part, "\\") || EF.Functions.Like(r.Owner!.ToLower(), part, "\\"));
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
            ActionShow.Overdue => rows.Where(r => r.EndedAt == null && r.DueOn < today),
            ActionShow.Done => rows.Where(r => r.EndedAt != null),
            _ => rows,
        };
    }

    /// <summary>The pieces that the rows are read in, one after the other, so that each is a walk along an index: a sort of all would touch every row.</summary>
    public static IReadOnlyList<ActionGroup> Groups(ActionFilter filter) => (filter.Of, filter.Show) switch
    {
        _ when IsSorted(filter) => [ActionGroup.All],
        (ActionKind.Issues, ActionShow.All) => [ActionGroup.Open, ActionGroup.Done],
        (_, ActionShow.Done) => [ActionGroup.Done],
        (ActionKind.Issues, _) => [ActionGroup.Open],
        (_, ActionShow.Overdue) => [ActionGroup.Dated],
        (_, ActionShow.Open) => [ActionGroup.Dated, ActionGroup.Undated],
        _ => [ActionGroup.Dated, ActionGroup.Undated, ActionGroup.Done],
    };

    /// <summary>One of those pieces in its order: by the sorted column; else by day and by when it was said, and what was done last first.</summary>
    public static IQueryable<ActionRow> InGroup(this IQueryable<ActionRow> rows, ActionFilter filter, ActionGroup group) => group switch
    {
        ActionGroup.Dated => rows.Where(r => r.EndedAt == null && r.DueOn != null).OrderBy(r => r.DueOn).ThenBy(r => r.SaidAt).ThenBy(r => r.Number),
        ActionGroup.Undated => rows.Where(r => r.EndedAt == null && r.DueOn == null).OrderBy(r => r.SaidAt).ThenBy(r => r.Number),
        ActionGroup.Open => rows.Where(r => r.EndedAt == null).OrderBy(r => r.SaidAt).ThenBy(r => r.Number),
        ActionGroup.Done => rows.Where(r => r.EndedAt != null).OrderByDescending(r => r.EndedAt).ThenByDescending(r => r.Number),
        _ => Sorted(rows, filter),
    };

    private static bool IsSorted(ActionFilter filter) => filter.SortedBy is "no" or "title" or "owner" or "carried" or "said" || (filter is { SortedBy: ActionColumns.Due, Of: ActionKind.Actions });

    private static IQueryable<ActionRow> Sorted(IQueryable<ActionRow> rows, ActionFilter filter)
    {
        var down = filter.Descending;
        return (filter.SortedBy switch
        {
            "title" => down ? rows.OrderByDescending(r => r.Text) : rows.OrderBy(r => r.Text),

            // What is not there comes last, whichever way the database sorts it.
            "owner" => down ? rows.OrderBy(r => r.Owner == null).ThenByDescending(r => r.Owner) : rows.OrderBy(r => r.Owner == null).ThenBy(r => r.Owner),
            "due" => down ? rows.OrderBy(r => r.DueOn == null).ThenByDescending(r => r.DueOn) : rows.OrderBy(r => r.DueOn == null).ThenBy(r => r.DueOn),

            // What was said later was carried less often.
            "carried" => down ? rows.OrderBy(r => r.SaidAt) : rows.OrderByDescending(r => r.SaidAt),
            "said" => down ? rows.OrderByDescending(r => r.SaidAt) : rows.OrderBy(r => r.SaidAt),
            _ => down ? rows.OrderByDescending(r => r.Number) : rows.OrderBy(r => r.Number),
        }).ThenBy(r => r.Number);
    }
}

/// <summary>A piece of the rows.</summary>
internal enum ActionGroup { All, Dated, Undated, Open, Done }
