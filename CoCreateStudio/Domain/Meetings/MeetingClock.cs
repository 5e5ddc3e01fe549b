namespace CoCreateStudio.Domain.Meetings;

public enum ClockTone
{
    Calm,

    /// <summary>The last fifth of the item, or its last two minutes.</summary>
    Soon,

    Over,
}

/// <summary>What the clock knows of an item. One without planned minutes has no limit.</summary>
/// <param name="Used">What was used before it became the current one, too.</param>
/// <param name="IsOpen">Neither discussed nor deferred.</param>
/// <param name="IsRequired">Never suggested for deferring.</param>
public sealed record ClockItem(Guid Id, int PlannedMinutes, TimeSpan Used, bool IsOpen, bool IsRequired = false)
{
    public TimeSpan Planned => TimeSpan.FromMinutes(PlannedMinutes);
}

/// <summary>The time of a running meeting at one moment; who shows it counts on from there.</summary>
/// <param name="Items">In their order, the most important first.</param>
/// <param name="Current">The item that is being discussed.</param>
/// <param name="Since">When it became the current one, or went on after a pause; nothing while it is paused.</param>
public sealed record MeetingClock(IReadOnlyList<ClockItem> Items, Guid? Current, DateTime? Since, DateTime Start, int SlotMinutes, DateTime Now)
{
    private static readonly TimeSpan LastMinutes = TimeSpan.FromMinutes(2);

    public TimeSpan Elapsed => Now > Start ? Now - Start : TimeSpan.Zero;

    public ClockItem? Item => Items.FirstOrDefault(i => i.Id == Current);

    /// <summary>What the current item has used, this time and before.</summary>
    public TimeSpan Used => Item is null ? TimeSpan.Zero : Item.Used + (Now > Since ? Now - Since.Value : TimeSpan.Zero);

    /// <summary>What is left of the current item; below zero when it is over.</summary>
    public TimeSpan? Left => Item is { PlannedMinutes: > 0 } ? Item.Planned - Used : null;

    public ClockTone Tone => Left switch
    {
        null => ClockTone.Calm,
        { } left when left <= TimeSpan.Zero => ClockTone.Over,
        { } left when left <= LastMinutes || left <= Item!.Planned / 5 => ClockTone.Soon,
        _ => ClockTone.Calm,
    };

    /// <summary>When all that is open will have had its planned minutes.</summary>
    public DateTime PredictedEnd => (Now > Start ? Now : Start) + Rest + TimeSpan.FromMinutes(Waiting.Sum(i => i.PlannedMinutes));

    /// <summary>A minute that has begun counts.</summary>
    public int MinutesOver => Math.Max(0, (int)Math.Ceiling((PredictedEnd - Start).TotalMinutes) - SlotMinutes);

    /// <summary>
    /// What to defer so that the rest fits, in order: the last ones that are not required, as few and as unimportant as will do. Where not even
    /// all of them are enough, all of them.
    /// </summary>
    public IReadOnlyList<ClockItem> ToDefer
    {
        get
        {
            var over = MinutesOver;
            var chosen = new List<ClockItem>();
            foreach (var item in Waiting.Where(i => i is { IsRequired: false, PlannedMinutes: > 0 }).Reverse())
            {
                if (chosen.Sum(c => c.PlannedMinutes) >= over) break;
                chosen.Insert(0, item);
            }
            // A long item may have made a shorter, later one needless: what can stay, stays, the most important first.
            foreach (var item in chosen.ToList())
                if (chosen.Sum(c => c.PlannedMinutes) - item.PlannedMinutes >= over)
                    chosen.Remove(item);
            return chosen;
        }
    }

    private TimeSpan Rest => Left > TimeSpan.Zero ? Left.Value : TimeSpan.Zero;

    private IEnumerable<ClockItem> Waiting => Items.Where(i => i.IsOpen && i.Id != Current);
}
