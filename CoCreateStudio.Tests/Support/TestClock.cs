namespace CoCreateStudio.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How much time passes whenever somebody asks.</summary>
    public TimeSpan Step { get; set; }

    /// <summary>Where it is set, timers wait here until the test lets them go off.</summary>
    public List<Action>? Held { get; set; }

    public override DateTimeOffset GetUtcNow() => Now += Step;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Held?.Add(() => callback(state));
        return Held is null ? base.CreateTimer(callback, state, dueTime, period) : base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Pass(TimeSpan time) => Now += time;
}
