namespace CoCreateStudio.Domain.Acceptance;

public enum ForecastKind
{
    /// <summary>The last value meets the target.</summary>
    Met,

    /// <summary>Going on like this, the target is met on a day.</summary>
    Reaches,

    /// <summary>It would be met, and too late.</summary>
    TooLate,

    /// <summary>The values stand still or move away from the target.</summary>
    NotInSight,
}

/// <summary>Where the values lead if they go on as they went: a straight line through all that count.</summary>
/// <param name="On">The day on which the line meets the target.</param>
public sealed record Forecast(ForecastKind Kind, DateOnly? On = null)
{
    private const double FarAway = 3660;

    /// <summary>Null where fewer than two days were measured, or there is no number to go for.</summary>
    public static Forecast? Of(CriterionContent criterion, IEnumerable<Measurement> measurements)
    {
        if (!criterion.HasTarget || criterion.Comparison == Comparison.YesNo || CriterionValue.Day(criterion.Target) is not null) return null;
        Point[] points = [.. measurements.Where(m => m.Counts && m.Measures(criterion)).OrderBy(m => m.On).ThenBy(m => m.At).Select(m => new Point(m.On.DayNumber, (double)CriterionValue.Number(m.Value)!.Value, m.Value))];
        if (points.Select(p => p.Day).Distinct().Count() < 2) return null;
        if (criterion.IsMetBy(points[^1].Text) == true) return new(ForecastKind.Met);
        return Meets(points, Goal(criterion, points[^1].Value)) is not { } on ? new(ForecastKind.NotInSight) : new(on > criterion.DueOn ? ForecastKind.TooLate : ForecastKind.Reaches, on);
    }

    // Of a range the nearer end.
    private static double Goal(CriterionContent criterion, double last)
    {
        var target = (double)CriterionValue.Number(criterion.Target)!.Value;
        return criterion.Comparison == Comparison.Between && last > target ? (double)CriterionValue.Number(criterion.UpperTarget)!.Value : target;
    }

    private static DateOnly? Meets(Point[] points, double goal)
    {
        var (day, value) = (points.Average(p => p.Day), points.Average(p => p.Value));
        var slope = points.Sum(p => (p.Day - day) * (p.Value - value)) / points.Sum(p => (p.Day - day) * (p.Day - day));
        var last = points[^1];
        if (slope == 0 || Math.Sign(slope) != Math.Sign(goal - last.Value)) return null;
        var on = Math.Max(last.Day + 1, Math.Ceiling(day + ((goal - value) / slope)));
        return on - last.Day > FarAway ? null : DateOnly.FromDayNumber((int)on);
    }

    private sealed record Point(int Day, double Value, string Text);
}
