namespace CoCreateStudio.Domain.Screenings;

/// <summary>What somebody says of one trait of one candidate.</summary>
/// <param name="Date">The day of going live; only for <see cref="Trait.GoLive"/>.</param>
/// <param name="ContactId">Who speaks for the project; only for <see cref="Trait.Authority"/>.</param>
public sealed record Assessment(TraitState State, string? Note = null, DateOnly? Date = null, Guid? ContactId = null)
{
    public const int NoteLength = 1000;

    public static readonly Assessment Nothing = new(TraitState.Unknown);

    /// <summary>The same, tidied.</summary>
    /// <exception cref="RuleException">It says that the trait is met without what proves it.</exception>
    internal Assessment For(Trait trait)
    {
        var tidy = this with
        {
            Note = TypedText.Tidy(Note, NoteLength),
            Date = trait == Trait.GoLive ? Date : null,
            ContactId = trait == Trait.Authority ? ContactId : null,
        };
        return tidy.MissingFor(trait) is { } missing && State == TraitState.Met ? throw new RuleException(missing) : tidy;
    }

    /// <summary>The rule that stands in the way of calling a trait met; null when nothing does.</summary>
    public string? MissingFor(Trait trait) => trait switch
    {
        Trait.GoLive when Date is null => nameof(RuleText.MetNeedsDate),
        Trait.Authority when ContactId is null => nameof(RuleText.MetNeedsContact),
        _ when !TypedText.IsAFewWords(Note) => nameof(RuleText.MetNeedsNote),
        _ => null,
    };

    /// <summary>As much of it as may be written: where it calls a trait met without what proves it, the state stays, and so does a note that proved it.</summary>
    public Assessment ProvenFor(Trait trait, Assessment now)
    {
        if (State != TraitState.Met || MissingFor(trait) is null) return this;
        return now.State == TraitState.Met ? this with { Note = now.Note } : this with { State = now.State };
    }

    /// <summary>What shall be, where others wrote other fields meanwhile.</summary>
    /// <param name="seen">What the person saw who changed it.</param>
    /// <exception cref="RuleException">Somebody else changed the same field.</exception>
    public Assessment Onto(Assessment now, Assessment seen) =>
        new(Field(now.State, seen.State, State), Field(now.Note, seen.Note, Note), Field(now.Date, seen.Date, Date), Field(now.ContactId, seen.ContactId, ContactId));

    /// <summary>What it changes of what was seen, put over what stands there now.</summary>
    public Assessment Over(Assessment now, Assessment seen) => new(
        State == seen.State ? now.State : State, Note == seen.Note ? now.Note : Note, Date == seen.Date ? now.Date : Date, ContactId == seen.ContactId ? now.ContactId : ContactId);

    private static T Field<T>(T now, T seen, T wanted)
    {
        var same = EqualityComparer<T>.Default;
        if (same.Equals(wanted, seen)) return now;
        return same.Equals(now, seen) || same.Equals(now, wanted) ? wanted : throw new RuleException(nameof(RuleText.ChangedJustNow));
    }
}
