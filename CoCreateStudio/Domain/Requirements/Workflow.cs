namespace CoCreateStudio.Domain.Requirements;

/// <summary>The requirement workflow: New → Accepted → Planned → In progress → Delivered → Verified; or Declined, Duplicate with a reason.</summary>
public static class Workflow
{
    public static readonly IReadOnlyList<RequirementStatus> All = Enum.GetValues<RequirementStatus>();

    public static readonly IReadOnlyList<RequirementStatus> Open =
        [RequirementStatus.New, RequirementStatus.Accepted, RequirementStatus.Planned, RequirementStatus.InProgress, RequirementStatus.Delivered];

    /// <summary>The statuses in which the next step is the customer's.</summary>
    public static readonly IReadOnlyList<RequirementStatus> WithCustomer = [RequirementStatus.Delivered];

    public static readonly IReadOnlyList<RequirementStatus> WithUs = [.. Open.Except(WithCustomer)];

    public static bool IsOpen(this RequirementStatus status) => status < RequirementStatus.Verified;

    public static bool NeedsReason(this RequirementStatus status) => status is RequirementStatus.Declined or RequirementStatus.Duplicate;

    /// <summary>Who has to act next; null where nobody waits.</summary>
    public static Side? WaitsFor(this RequirementStatus status) =>
        !status.IsOpen() ? null : WithCustomer.Contains(status) ? Side.Customer : Side.Us;

    /// <summary>Steps may be skipped and gone back, but only what was delivered can be verified.</summary>
    public static bool CanMoveTo(this RequirementStatus from, RequirementStatus to) =>
        from != to && (to != RequirementStatus.Verified || from == RequirementStatus.Delivered);

    /// <summary>
    /// The steps of each side. The customer judges what was delivered: confirms it, or sends it back to work, also after having
    /// confirmed it. Every other step says what we do, so it is ours.
    /// </summary>
    public static bool CanMoveTo(this RequirementStatus from, RequirementStatus to, Side by) => from.CanMoveTo(to) && (by == Side.Us || (from, to) is
        (RequirementStatus.Delivered, RequirementStatus.Verified) or
        (RequirementStatus.Delivered or RequirementStatus.Verified, RequirementStatus.InProgress));

    /// <summary>The statuses between which the customer moves a requirement.</summary>
    public static readonly IReadOnlyList<RequirementStatus> JudgedByCustomer =
        [.. All.Where(s => All.Any(other => s.CanMoveTo(other, Side.Customer) || other.CanMoveTo(s, Side.Customer)))];

    /// <summary>Going back to work on what was finished.</summary>
    public static bool Reopens(this RequirementStatus from, RequirementStatus to) => !from.IsOpen() && to.IsOpen();
}
