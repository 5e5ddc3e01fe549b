using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Features.Demo;

/// <summary>Gives the moments of one requirement's life: in order, in the working hours of whoever acts, never in the future.</summary>
internal sealed class DemoDiary(DateTime now, Random chance)
{
    private readonly DateTime _latest = now.AddMinutes(-100);
    private DateTime _last = DateTime.MinValue;

    public DateTime Next(DateTime wish, Person actor)
    {
        var at = AtWork(wish, TimeZoneInfo.FindSystemTimeZoneById(actor.TimeZone));
        if (at > _latest) at = _latest;
        if (at <= _last) at = _last.AddMinutes(7);
        return _last = at;
    }

    public DateTime Start(DateTime at) => _last = at;

    /// <summary>What comes next comes after this.</summary>
    public void Wait(DateTime until) => _last = _last > until ? _last : until;

    private DateTime AtWork(DateTime wish, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(wish, zone).Date;
        var back = day.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        return TimeZoneInfo.ConvertTimeToUtc(day.AddDays(-back).AddHours(8.5).AddSeconds(chance.Next(9 * 3600)), zone);
    }
}
