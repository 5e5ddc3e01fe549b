using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Meetings;

public enum ConfirmationAnswer
{
    Confirmed,
    Objected,
}

/// <summary>
/// What somebody of the attendance list says to one version of minutes, and to its hash. It is given by a line of that list and not by an account,
/// so that who has only a personal link can give it too. Said anew, it is replaced; what it was is history.
/// </summary>
public sealed class Confirmation : Entity, IInProject
{
    public const int RemarkLength = 1000;

    private Confirmation()
    {
    }

    public Confirmation(MinutesVersion version, Attendance person, ConfirmationAnswer answer, string? remark, DateTime at)
    {
        if (person.MeetingId != version.MeetingId) throw new RuleException(nameof(RuleText.NotOnAttendance));
        (ProjectId, MeetingId, VersionId, Hash) = (version.ProjectId, version.MeetingId, version.Id, version.Hash);
        (AttendanceId, Name, Side) = (person.Id, person.Name, person.Side);
        Say(answer, remark, at);
    }

    public Guid ProjectId { get; private init; }
    public Guid MeetingId { get; private init; }
    public Guid VersionId { get; private init; }

    /// <summary>Of the version, as it was when it was answered.</summary>
    public string Hash { get; private init; } = "";

    public Guid AttendanceId { get; private init; }
    public string Name { get; private init; } = "";
    public Side Side { get; private init; }
    public ConfirmationAnswer Answer { get; private set; }
    public string? Remark { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Answers, or answers otherwise than before.</summary>
    public void Say(ConfirmationAnswer answer, string? remark, DateTime at)
    {
        remark = TypedText.Tidy(remark, RemarkLength);
        if (answer == ConfirmationAnswer.Objected && remark is null) throw new RuleException(nameof(RuleText.ObjectionNeedsRemark));
        (Answer, Remark, At) = (answer, remark, at);
    }
}
