using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Meetings;

/// <summary>Values of meetings in the reader's words.</summary>
internal static class MeetingWords
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static string Word(this MeetingKind kind) => Of($"Kind{kind}");

    public static string Word(this MeetingState state) => Of($"State{state}");

    public static string Word(this NoteKind kind) => Of($"KindOf{kind}");

    public static string Word(this Attended attended) => Of($"Attended{attended}");

    public static string Said(this Unfinished unfinished) => Said(Of($"Mend{unfinished.Kind}"), unfinished.Name);

    /// <summary>The symbol of a kind; a note has none.</summary>
    public static string? Mark(this NoteKind kind) => kind switch
    {
        NoteKind.Decision => "diamond",
        NoteKind.Action => "arrow",
        NoteKind.OpenIssue => "clock",
        NoteKind.KeyPoint => "flag",
        NoteKind.Risk => "risk",
        NoteKind.Requirement => "list",
        _ => null,
    };

    /// <summary>What is typed at the start of a line to make it one of this kind: "/action ", "/行动 ".</summary>
    public static string Slash(this NoteKind kind) => $"/{EntryLine.WordOf(kind, IsChinese)} ";

    public static string Said(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>"Fri 20 Nov 10:00–11:00" in a zone, "11月20日周五 10:00–11:00".</summary>
    public static string When(DateTime startsAt, int minutes, TimeZoneInfo zone)
    {
        var (from, to) = (TimeZoneInfo.ConvertTimeFromUtc(startsAt, zone), TimeZoneInfo.ConvertTimeFromUtc(startsAt.AddMinutes(minutes), zone));
        return IsChinese
            ? $"{from.ToString("yyyy年M月d日ddd HH:mm", CultureInfo.GetCultureInfo("zh-Hans"))}–{to.ToString("HH:mm", CultureInfo.InvariantCulture)}"
            : $"{from.ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture)}–{to.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>For the reader, and in the meeting's own zone where its clocks differ: "Fri 20 Nov 2026 10:00–11:00 (17:00–18:00, Asia/Shanghai)", with the day where it is another.</summary>
    public static string When(DateTime startsAt, int minutes, TimeZoneInfo reader, string zone)
    {
        var here = When(startsAt, minutes, reader);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var own) || own.GetUtcOffset(startsAt) == reader.GetUtcOffset(startsAt)) return here;
        var there = ClockTime.Day(startsAt, own) == ClockTime.Day(startsAt, reader) ? $"{ClockTime.Of(startsAt, own)}–{ClockTime.Of(startsAt.AddMinutes(minutes), own)}" : When(startsAt, minutes, own);
        return $"{here} ({there}, {zone})";
    }

    private static string Of(string key) => MeetingsText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
