using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Meetings.Invitations;

/// <summary>What goes out to those invited.</summary>
/// <param name="People">Those with an address; nobody for a customer's reader, who gets an entry for their own calendar.</param>
/// <param name="WithoutAddress">Invited, but a mail does not reach them.</param>
public sealed record Invitation(Meeting Meeting, IReadOnlyList<AgendaItem> Items, CalendarPerson? Organizer, IReadOnlyList<CalendarPerson> People, IReadOnlyList<string> WithoutAddress)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Meeting.TimeZone);

    /// <summary>An invitation is sent by somebody to somebody; without either it is an entry to keep.</summary>
    public CalendarMethod Method => Meeting.State == MeetingState.Cancelled ? CalendarMethod.Cancel
        : Organizer is not null && People.Count > 0 ? CalendarMethod.Request : CalendarMethod.Publish;

    /// <param name="reader">The zone of whoever reads it.</param>
    /// <param name="address">Where the meeting is prepared and followed.</param>
    public CalendarEntry Entry(DateTime stamp, TimeZoneInfo reader, string address) =>
        new($"{Meeting.Id}@cocreate-studio", Meeting.Sequence, stamp, Meeting.StartsAt, Meeting.Minutes, Meeting.Title)
        {
            Description = InvitationWords.Body(this, reader, address),
            Place = string.Join(", ", new[] { Meeting.Place, Meeting.Link }.Where(p => p is not null)) is { Length: > 0 } place ? place : null,
            Organizer = Organizer,
            Attendees = Method == CalendarMethod.Publish ? [] : People,
        };

    public MailDraft Draft(TimeZoneInfo reader, string address) => new(InvitationWords.Subject(this), InvitationWords.Body(this, reader, address), People);
}
