namespace CoCreateStudio.Domain.Meetings;

public enum UnfinishedKind
{
    ActionWithoutOwner,
    ActionWithoutDate,
    ItemUndecided,
    PersonUnmarked,
    NobodyHere,
}

/// <summary>Something that keeps a meeting from being closed clean; <paramref name="Id"/> is the action, the item or the attendance.</summary>
public sealed record Unfinished(UnfinishedKind Kind, Guid Id, string Name)
{
    /// <summary>What of a meeting is still to be mended, in the order in which it is shown.</summary>
    /// <param name="current">The item that is talked about now: closing means that it was discussed.</param>
    public static IReadOnlyList<Unfinished> Of(Guid? current, IEnumerable<AgendaItem> items, IEnumerable<ActionItem> actions, IReadOnlyCollection<Attendance> people) =>
    [
        .. from action in actions where action.IsOpen && action.Owner is null select new Unfinished(UnfinishedKind.ActionWithoutOwner, action.Id, action.Text),
        .. from action in actions where action.IsOpen && action.DueOn is null select new Unfinished(UnfinishedKind.ActionWithoutDate, action.Id, action.Text),
        .. from item in items where item.State == ItemState.Open && item.Id != current select new Unfinished(UnfinishedKind.ItemUndecided, item.Id, item.Title),
        .. people.Any(p => p.IsHere) ? [] : new[] { new Unfinished(UnfinishedKind.NobodyHere, Guid.Empty, "") },
        .. people.Any(p => p.IsHere) ? from person in people where person.State is null select new Unfinished(UnfinishedKind.PersonUnmarked, person.Id, person.Name) : [],
    ];
}
