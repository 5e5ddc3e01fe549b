namespace CoCreateStudio.Domain.Screenings;

public enum VerdictKind
{
    /// <summary>Nothing speaks against it, but something is not known yet.</summary>
    Incomplete,
    Qualified,
    NotQualified,
}

/// <summary>What follows from the six traits. It is never typed.</summary>
public sealed record Verdict(IReadOnlyList<Trait> Met, IReadOnlyList<Trait> NotMet, IReadOnlyList<Trait> Unknown)
{
    public VerdictKind Kind => NotMet.Count > 0 ? VerdictKind.NotQualified : Unknown.Count > 0 ? VerdictKind.Incomplete : VerdictKind.Qualified;

    public static Verdict Of(IReadOnlyDictionary<Trait, TraitState> states)
    {
        var byState = Enum.GetValues<Trait>().ToLookup(t => states.GetValueOrDefault(t));
        return new([.. byState[TraitState.Met]], [.. byState[TraitState.NotMet]], [.. byState[TraitState.Unknown]]);
    }
}
