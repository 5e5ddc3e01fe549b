using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>Somebody invited to a meeting, and whether they came; null as long as nobody has said.</summary>
public sealed class Attendance : Entity, IInProject
{
    private Attendance()
    {
    }

    public Attendance(Meeting meeting, string name, Side side, Guid? personId = null)
    {
        (ProjectId, MeetingId, Name, Side, PersonId) = (meeting.ProjectId, meeting.Id, Called(name), side, personId);
    }

    /// <summary>Somebody of the customer who has no account.</summary>
    public Attendance(Meeting meeting, Contact contact) : this(meeting, contact.Name, Side.Customer) => ContactId = contact.Id;

    public Guid ProjectId { get; private init; }
    public Guid MeetingId { get; private init; }

    /// <summary>The account; null for somebody who has none.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>How to reach somebody without an account.</summary>
    public Guid? ContactId { get; private set; }

    public string Name { get; private init; } = "";
    public Side Side { get; private init; }
    public Attended? State { get; private set; }

    public bool IsHere => State is Attended.Present or Attended.Remote;

    /// <summary>Whoever was invited by name is this contact.</summary>
    public void Reach(Contact contact)
    {
        if (PersonId is not null) throw new RuleException(nameof(RuleText.InvitedAlready), Name);
        ContactId = contact.Id;
    }

    public void Mark(Attended? state) => State = state;

    internal static string Called(string name)
    {
        name = name.Trim();
        return name.Length is 0 or > Entry.NameLength ? throw new RuleException(nameof(RuleText.NameNeeded), Entry.NameLength) : name;
    }
}
