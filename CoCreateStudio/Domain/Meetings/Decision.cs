namespace CoCreateStudio.Domain.Meetings;

/// <summary>What was decided, by whom, and why.</summary>
public sealed class Decision : Entry
{
    private Decision()
    {
    }

    public Decision(Said said, int number, string text) : base(said, text) => Number = number;

    public int Number { get; private init; }

    /// <summary>Those who decided, as they are called.</summary>
    public string? DecidedBy { get; private set; }

    public string? Why { get; private set; }

    public void Explain(string? decidedBy, string? why)
    {
        why = why?.Trim();
        if (why?.Length > TextLength) throw new RuleException(nameof(RuleText.TooLong), TextLength);
        (DecidedBy, Why) = (Name(decidedBy), string.IsNullOrEmpty(why) ? null : why);
    }
}
