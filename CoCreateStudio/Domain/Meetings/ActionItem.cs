namespace CoCreateStudio.Domain.Meetings;

/// <summary>What somebody does, until when. Open until it is ticked off, whatever meeting looks at it.</summary>
public sealed class ActionItem : Entry
{
    private ActionItem()
    {
    }

    public ActionItem(Said said, int number, string text, string? owner, DateOnly? dueOn) : base(said, text)
    {
        Number = number;
        Give(owner);
        Date(dueOn);
    }

    public int Number { get; private init; }
    public string? Owner { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public string? DoneBy { get; private set; }

    public bool IsOpen => DoneAt is null && ArchivedAt is null;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    public void Give(string? owner) => Owner = Name(owner);

    public void Date(DateOnly? dueOn) => DueOn = dueOn;

    /// <summary>Done, or open again; who ticks once more what is done changes nothing.</summary>
    public void Tick(bool done, string by, DateTime at)
    {
        if (done == DoneAt is not null) return;
        (DoneAt, DoneBy) = (done ? at : null, done ? by : null);
    }
}
