using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Tests.Support;

/// <summary>Things to test with. What must be unique is unique each time.</summary>
public static class Samples
{
    public static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static int _last;

    public static Project Project(string? name = null, string? key = null)
    {
        var number = Next();
        return new(name ?? $"Line {number}", key ?? $"P{number}");
    }

    public static Person Person(string? name = null, string? email = null, bool isAdministrator = false)
    {
        var number = Next();
        return new(name ?? $"Mei {number}", email ?? $"mei.{number}@example.com", isAdministrator);
    }

    public static Membership Membership(Guid projectId, Guid personId, ProjectRole role = ProjectRole.Member, Guid? customerId = null) =>
        new(projectId, personId, role, customerId);

    public static Customer Customer(string? name = null) => new(name ?? $"Helian {Next()}");

    /// <summary>A company that was let in.</summary>
    public static Participation Participation(Guid projectId, Guid customerId) =>
        CoCreateStudio.Domain.Customers.Participation.Admit(new(projectId, customerId, mayScreen: true, "Mei", Now), "Known for years", "Mei", Now);

    public static Requirement Requirement(Guid projectId, int? number = null, string? title = "Pause a line", string? description = null) =>
        new(projectId, number ?? Next(), title, description, Now, "Mei");

    /// <summary>An hour, a week from now.</summary>
    public static MeetingPlan Meeting(Guid? customerId = null, string title = "Weekly") =>
        new(title, MeetingKind.Regular, customerId, "Mei", Now.AddDays(7), 60, "Europe/Berlin", "Room 2", null);

    /// <summary>An hour at ten in Berlin, once a week.</summary>
    public static SeriesPlan Series(DateOnly first, Guid? customerId = null) =>
        new("Weekly", MeetingKind.Regular, customerId, "Mei", new(Every.Week, first, new(10, 0), "Europe/Berlin", 60), "Room 2", null);

    private static int Next() => Interlocked.Increment(ref _last);
}
