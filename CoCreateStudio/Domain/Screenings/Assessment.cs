using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Domain.Screenings;

/// <summary>What somebody says of one trait of one candidate.</summary>
/// <param name="Date">The day of going live; only for <see cref="Trait.GoLive"/>.</param>
/// <param name="ContactId">Who speaks for the project; only for <see cref="Trait.Authority"/>.</param>
public sealed record Assessment(TraitState State, string? Note = null, DateOnly? Date = null, Guid? ContactId = null)
{
    public const int NoteLength = 1000;

    /// <summary>How many words are "a few".</summary>
    public const int FewWords = 3;

    // Chinese writes no blanks: two of its characters are about a word.
    private const double WordsACharacter = 0.5;

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
        _ when Words(Note ?? "") < FewWords => nameof(RuleText.MetNeedsNote),
        _ => null,
    };

    /// <summary>What shall be, where others wrote other fields meanwhile.</summary>
    /// <param name="seen">What the person saw who changed it.</param>
    /// <exception cref="RuleException">Somebody else changed the same field.</exception>
    public Assessment Onto(Assessment now, Assessment seen) =>
        new(Field(now.State, seen.State, State), Field(now.Note, seen.Note, Note), Field(now.Date, seen.Date, Date), Field(now.ContactId, seen.ContactId, ContactId));

    private static T Field<T>(T now, T seen, T wanted)
    {
        var same = EqualityComparer<T>.Default;
        if (same.Equals(wanted, seen)) return now;
        return same.Equals(now, seen) || same.Equals(now, wanted) ? wanted : throw new RuleException(nameof(RuleText.ChangedJustNow));
    }

    private static double Words(string note)
    {
        var (words, inWord) = (0.0, false);
        foreach (var letter in note)
        {
            var isChinese = Chinese.Is(letter) && char.IsLetter(letter);
            if (isChinese) words += WordsACharacter;
            else if (char.IsLetterOrDigit(letter) && !inWord) words++;
            inWord = !isChinese && (char.IsLetterOrDigit(letter) || (inWord && letter is '\'' or '’' or '-' or '.' or ','));
        }

        return words;
    }
}
