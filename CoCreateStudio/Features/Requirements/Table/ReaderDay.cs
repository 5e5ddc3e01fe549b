using System.Linq.Expressions;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>The day that it is where the reader lives, and where that is: "late" and "reported on" mean days there.</summary>
public readonly record struct ReaderDay(DateOnly Today, TimeZoneInfo Zone, AnswerLimits Answers)
{
    // Counts are remembered under it, so it moves in steps.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    public static ReaderDay At(DateTime now, TimeZoneInfo zone, AnswerTargets? targets) =>
        new(ClockTime.Day(now, zone), zone, AnswerLimits.Of(targets, now.AddTicks(-(now.Ticks % Step.Ticks)), zone));
}

/// <summary>Per urgency the moment before which a requirement that nobody has answered had to come in to be overdue now; null where there is no target.</summary>
public readonly record struct AnswerLimits(DateTime? Low, DateTime? Medium, DateTime? High, DateTime? Critical)
{
    public static AnswerLimits Of(AnswerTargets? targets, DateTime now, TimeZoneInfo zone)
    {
        DateTime? Limit(Urgency urgency) => targets?[urgency]?.Limit(now, zone);
        return new(Limit(Urgency.Low), Limit(Urgency.Medium), Limit(Urgency.High), Limit(Urgency.Critical));
    }

    /// <summary>Whether a row's first answer is overdue.</summary>
    public Expression<Func<Requirement, bool>> Overdue()
    {
        var (low, medium, high, critical) = this;
        return r => r.Status == RequirementStatus.New && r.FirstAnsweredAt == null && (
            (r.Urgency == Urgency.Critical && r.CreatedAt < critical) || (r.Urgency == Urgency.High && r.CreatedAt < high)
            || (r.Urgency == Urgency.Low && r.CreatedAt < low) || ((r.Urgency == null || r.Urgency == Urgency.Medium) && r.CreatedAt < medium));
    }
}
