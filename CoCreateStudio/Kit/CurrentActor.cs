namespace CoCreateStudio.Kit;

/// <summary>Who is acting in this scope: set once per circuit, per request or per job.</summary>
public sealed class CurrentActor
{
    public Guid? PersonId { get; private set; }
    public string Name { get; private set; } = "system";
    public bool IsAdministrator { get; private set; }
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The time on this person's clocks.</summary>
    public DateTime Now(TimeProvider clock) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZone).DateTime;

    /// <summary>The day that it is where this person lives.</summary>
    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock));

    public void Become(Guid personId, string name, bool isAdministrator, TimeZoneInfo timeZone) =>
        (PersonId, Name, IsAdministrator, TimeZone) = (personId, name, isAdministrator, timeZone);

    public void BecomeNobody() => (PersonId, Name, IsAdministrator, TimeZone) = (null, "", false, TimeZoneInfo.Utc);
}
