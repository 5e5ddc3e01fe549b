using System.Text;

namespace CoCreateStudio.Kit.Text;

public enum CalendarMethod
{
    /// <summary>An invitation, or a change of one: same uid, higher sequence.</summary>
    Request,

    /// <summary>It does not take place: same uid, higher sequence.</summary>
    Cancel,

    /// <summary>Entries to keep, which nobody has to answer.</summary>
    Publish,
}

public sealed record CalendarPerson(string Name, string Email);

/// <param name="Uid">The same for ever, also when the meeting is moved.</param>
/// <param name="Sequence">Counts the changes that were sent.</param>
/// <param name="Stamp">When this file was made, in UTC.</param>
/// <param name="Begins">In UTC.</param>
public sealed record CalendarEntry(string Uid, int Sequence, DateTime Stamp, DateTime Begins, int Minutes, string Title)
{
    public string? Description { get; init; }

    public string? Place { get; init; }

    public CalendarPerson? Organizer { get; init; }

    public IReadOnlyList<CalendarPerson> Attendees { get; init; } = [];
}

/// <summary>
/// Writes an .ics file (RFC 5545). Times are those on the clocks of the meeting's zone, and the zone's changes in the years concerned
/// come along, so that a calendar that does not know its name still shows the right hour.
/// </summary>
public static class CalendarFile
{
    private const int Octets = 75;

    public static string Write(CalendarMethod method, TimeZoneInfo zone, IReadOnlyList<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CoCreate Studio//Meetings//EN", "CALSCALE:GREGORIAN", $"METHOD:{Word(method)}",
            .. CalendarZone.Lines(zone, Years(zone, entries)), .. entries.SelectMany(e => Lines(method, zone, e)), "END:VCALENDAR",
        ];
        foreach (var line in lines) Fold(line, text);
        return text.ToString();
    }

    private static (int First, int Last) Years(TimeZoneInfo zone, IReadOnlyList<CalendarEntry> entries) =>
        entries.Count == 0 ? throw new ArgumentException("A calendar file needs an entry.", nameof(entries))
        : (Local(zone, entries.Min(e => e.Begins)).Year, Local(zone, entries.Max(e => e.Begins.AddMinutes(e.Minutes))).Year);

    private static IEnumerable<string> Lines(CalendarMethod method, TimeZoneInfo zone, CalendarEntry entry)
    {
        yield return "BEGIN:VEVENT";
        yield return "UID:" + Escape(entry.Uid);
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}");
        yield return $"DTSTAMP:{Time(entry.Stamp)}Z";
        yield return $"DTSTART;TZID={zone.Id}:{Time(Local(zone, entry.Begins))}";
        yield return $"DTEND;TZID={zone.Id}:{Time(Local(zone, entry.Begins.AddMinutes(entry.Minutes)))}";
        yield return "SUMMARY:" + Escape(entry.Title);
        if (entry.Description is not null) yield return "DESCRIPTION:" + Escape(entry.Description);
        if (entry.Place is not null) yield return "LOCATION:" + Escape(entry.Place);
        yield return method == CalendarMethod.Cancel ? "STATUS:CANCELLED" : "STATUS:CONFIRMED";
        if (entry.Organizer is { } organizer) yield return "ORGANIZER" + Person(organizer);
        foreach (var attendee in entry.Attendees) yield return "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE" + Person(attendee);
        yield return "END:VEVENT";
    }

    internal static string Word(CalendarMethod method) => method.ToString().ToUpperInvariant();

    private static DateTime Local(TimeZoneInfo zone, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    internal static string Time(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    // A parameter has no escape for quotation marks.
    private static string Person(CalendarPerson person) => $";CN=\"{Plain(person.Name).Replace('"', '\'')}\":mailto:{Plain(person.Email).Replace(" ", "", StringComparison.Ordinal)}";

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    private static string Escape(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)).Select(c => c switch
    {
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        '\n' => "\\n",
        _ => c.ToString(),
    }));

    /// <summary>A line has at most 75 octets; the next goes on with a blank. No letter is cut.</summary>
    private static void Fold(string line, StringBuilder text)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
