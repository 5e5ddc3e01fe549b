using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Projects;

/// <summary>A project's targets for the first answer, per urgency: its own where it set one, the usual one elsewhere.</summary>
/// <param name="Own">What the project chose; null is "no target".</param>
public sealed record AnswerTargets(IReadOnlyDictionary<Urgency, AnswerTarget?> Own)
{
    /// <summary>What stands as urgent as this when nobody has said how urgent it is.</summary>
    public const Urgency Unsaid = Urgency.Medium;

    private static readonly Dictionary<Urgency, AnswerTarget> Usual = new()
    {
        [Urgency.Critical] = new(4, AnswerUnit.Hours),
        [Urgency.High] = new(1, AnswerUnit.WorkingDays),
        [Urgency.Medium] = new(3, AnswerUnit.WorkingDays),
        [Urgency.Low] = new(5, AnswerUnit.WorkingDays),
    };

    public static AnswerTargets OfAll { get; } = new(new Dictionary<Urgency, AnswerTarget?>());

    public AnswerTarget? this[Urgency? urgency] => Own.TryGetValue(urgency ?? Unsaid, out var own) ? own : Usual[urgency ?? Unsaid];

    public DateTime? Due(Urgency? urgency, DateTime since, TimeZoneInfo zone) => this[urgency]?.Due(since, zone);
}
