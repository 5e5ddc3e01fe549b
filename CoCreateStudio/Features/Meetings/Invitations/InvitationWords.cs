using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Invitations;

/// <summary>An invitation in the reader's language: times in the zone of the meeting and, where the clocks differ, in the reader's.</summary>
internal static class InvitationWords
{
    public static string Subject(Invitation invitation)
    {
        var meeting = invitation.Meeting;
        var text = meeting.State == MeetingState.Cancelled ? InvitationText.SubjectOff : meeting.Sequence > 0 ? InvitationText.SubjectChanged : InvitationText.Subject;
        return MeetingWords.Said(text, meeting.Title, MeetingWords.When(meeting.StartsAt, meeting.Minutes, invitation.Zone));
    }

    public static string Body(Invitation invitation, TimeZoneInfo reader, string address)
    {
        var meeting = invitation.Meeting;
        return string.Join("\n", Lines().Where(l => l is not null));

        IEnumerable<string?> Lines()
        {
            yield return meeting.State == MeetingState.Cancelled ? MeetingWords.Said(InvitationText.IsOff, meeting.Title) : meeting.Title;
            yield return "";
            yield return Named(MeetingsText.When, MeetingWords.Said(InvitationText.InZone, MeetingWords.When(meeting.StartsAt, meeting.Minutes, invitation.Zone), meeting.TimeZone));
            if (Differs(meeting.StartsAt, invitation.Zone, reader)) yield return MeetingWords.Said(InvitationText.ForYou, MeetingWords.When(meeting.StartsAt, meeting.Minutes, reader), reader.Id);
            yield return Named(MeetingsText.Place, meeting.Place);
            yield return Named(MeetingsText.Link, meeting.Link);
            yield return Named(MeetingsText.Host, meeting.Host);
            yield return meeting.State == MeetingState.Cancelled ? Named(InvitationText.Reason, meeting.Remark) : null;
            if (meeting.State == MeetingState.Cancelled) yield break;
            if (invitation.Items.Count > 0) yield return $"\n{MeetingsText.Agenda}";
            foreach (var (item, n) in invitation.Items.Select((item, i) => (item, i + 1)))
                yield return MeetingWords.Said(InvitationText.AgendaLine, n, item.Title, MeetingWords.Said(MeetingsText.MinutesShort, item.Minutes)) + (item.Presenter is { } presenter ? $", {presenter}" : null);
            yield return "";
            yield return Named(InvitationText.Prepare, address);
        }
    }

    public static bool Differs(DateTime at, TimeZoneInfo one, TimeZoneInfo other) => one.GetUtcOffset(at) != other.GetUtcOffset(at);

    private static string? Named(string name, string? value) => value is null ? null : MeetingWords.Said(InvitationText.Named, name, value);
}
