using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.RoundTrip;

public enum CellOutcome
{
    /// <summary>The customer left it as it was sent.</summary>
    Unchanged,

    /// <summary>The customer changed it, and we did not.</summary>
    Taken,

    /// <summary>Both sides came to the same.</summary>
    SameOnBothSides,

    /// <summary>Both sides changed it, to something different.</summary>
    Conflict,

    /// <summary>The customer changed what is not theirs to change.</summary>
    Refused,
}

/// <summary>One cell three times: as it was sent, as it is with us today, and as it came back.</summary>
/// <param name="Rule">Why it is refused.</param>
public sealed record MergedCell(RequirementField Field, string? Sent, string? Ours, string? Theirs, CellOutcome Outcome, string? Rule = null)
{
    /// <summary>
    /// Who has the last word where nobody decides: in the customer's own columns the customer, in all others we. An emptied cell may
    /// be an accident, or a formula that nobody computed, and waits for somebody to take it.
    /// </summary>
    public bool TakesTheirs => Theirs is not null && (Outcome == CellOutcome.Taken || (Outcome == CellOutcome.Conflict && Field.WrittenBy() == Writer.Customer));
}

/// <summary>Compares a cell three ways.</summary>
public static class CellMerge
{
    public static MergedCell Of(RequirementField field, string? sent, string? ours, string? theirs)
    {
        if (SheetValue.IsSame(field, theirs, sent)) return Is(CellOutcome.Unchanged);
        if (SheetValue.IsSame(field, theirs, ours)) return Is(CellOutcome.SameOnBothSides);
        if (!field.IsWrittenBy(Side.Customer)) return Is(CellOutcome.Refused, nameof(RuleText.NotTheirField));
        if (field == RequirementField.Title && theirs is null) return Is(CellOutcome.Refused, nameof(RuleText.RequirementNeedsWords));
        var weChanged = !SheetValue.IsSame(field, ours, sent);
        if (field == RequirementField.Status && !(IsStep(sent, theirs) && IsStep(ours, theirs))) return Is(CellOutcome.Refused, nameof(RuleText.CustomerJudgesDelivered));
        return Is(weChanged ? CellOutcome.Conflict : CellOutcome.Taken);

        MergedCell Is(CellOutcome outcome, string? rule = null) => new(field, sent, ours, theirs, outcome, rule);
    }

    private static bool IsStep(string? from, string? to) =>
        Enum.TryParse<RequirementStatus>(from, out var before) && Enum.TryParse<RequirementStatus>(to, out var after) && before.CanMoveTo(after, Side.Customer);
}
