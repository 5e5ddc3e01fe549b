using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Screenings;

/// <summary>Traits and verdicts in the reader's words.</summary>
internal static class ScreeningWords
{
    private const int Week = 7;
    private const int Month = 30;

    /// <summary>What a trait is about, in half a line.</summary>
    public static string About(this Trait trait) => Of($"About{trait}");

    /// <summary>A trait's name in an address.</summary>
    public static string Slug(this Trait trait) => trait.ToString().ToLowerInvariant();

    public static Trait? TraitOf(string? slug) => Enum.TryParse<Trait>(slug, ignoreCase: true, out var trait) && Enum.IsDefined(trait) ? trait : null;

    /// <summary>What to ask to find out about a trait.</summary>
    public static IReadOnlyList<string> Questions(this Trait trait) => Of($"Ask{trait}").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Why the verdict is what it is: "4 of 6; no go-live date; contact's authority unknown for 3 weeks".</summary>
    public static string Explanation(this Screening screening, DateTime now)
    {
        var verdict = screening.Verdict;
        if (verdict.Kind == VerdictKind.Qualified) return ScreeningsText.AllMet;
        IEnumerable<string> parts =
        [
            Said(ScreeningsText.MetOfSix, verdict.Met.Count),
            .. verdict.NotMet.Select(t => Of($"Lacks{t}")),
            .. verdict.Unknown.Select(t => Said(Of($"Unknown{t}"), Since(screening.Of(t).StateSince, now))),
        ];
        return string.Join(ScreeningsText.Separator, parts);
    }

    /// <summary>How long a state lasts, after which "unknown" stands: "for 3 weeks"; nothing on the first day.</summary>
    public static string Since(DateTime since, DateTime now)
    {
        var days = (int)(now - since).TotalDays;
        return days switch
        {
            < 1 => "",
            < 2 * Week => Said(ScreeningsText.ForDays, days),
            < 2 * Month => Said(ScreeningsText.ForWeeks, days / Week),
            _ => Said(ScreeningsText.ForMonths, days / Month),
        };
    }

    /// <summary>How a customer came to take part, with every exception that was made for it.</summary>
    public static string Said(this Participation participation, TimeZoneInfo zone, DateOnly today)
    {
        IEnumerable<string> began = participation.Grounds switch
        {
            ParticipationGrounds.Earlier => [ScreeningsText.TakesPartEarlier],
            ParticipationGrounds.Qualified => [Said(ScreeningsText.TakesPartSince, Format.Day(participation.BeganAt ?? default, zone, today))],
            _ => [],
        };
        return string.Join(ScreeningsText.Separator, began.Concat(participation.Exceptions.Select(e => e.Said(zone, today))));
    }

    public static string Said(string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    private static string Of(string key) => ScreeningsText.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text {key}.");
}
