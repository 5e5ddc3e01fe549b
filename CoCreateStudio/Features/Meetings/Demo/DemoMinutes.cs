using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Demo;

/// <summary>The texts of a series in the demo, as meetings.json has them; days are counted from the meeting, and those of meetings in weeks.</summary>
internal sealed record DemoSeries(
    string Project, string Customer, string Title, string Host, DayOfWeek Day, TimeOnly At, string TimeZone, int Minutes, string Place, string Link,
    ContactCard Contact, IReadOnlyList<DemoTopic> Topics, IReadOnlyList<DemoHeld> Held, IReadOnlyList<DemoTopic> Next, IReadOnlyList<DemoProposal> Proposals)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static DemoSeries Read()
    {
        using var stream = typeof(DemoSeries).Assembly.GetManifestResourceStream("demo-meetings.json") ?? throw new InvalidOperationException("demo-meetings.json is not in the assembly.");
        return JsonSerializer.Deserialize<DemoSeries>(stream, Format) ?? throw new InvalidOperationException("demo-meetings.json is empty.");
    }
}

internal sealed record DemoTopic(string Title, int Minutes, string? By = null, string? Url = null, string? UrlTitle = null);

/// <summary>A meeting that was held: what was said under each topic of the series, then under those of its own.</summary>
/// <param name="Away">Who was excused; whoever is neither here nor remote.</param>
internal sealed record DemoHeld(IReadOnlyList<DemoTalk> Topics, IReadOnlyList<string> Remote, IReadOnlyList<string> Away);

/// <param name="Topic">Of its own; without it the next one of the series' agenda.</param>
/// <param name="Used">Minutes.</param>
internal sealed record DemoTalk(int Used, IReadOnlyList<DemoSaid> Said, DemoTopic? Topic = null, bool Deferred = false);

/// <param name="By">Who wrote it; the host without.</param>
/// <param name="Days">Until an action is due, after the meeting.</param>
/// <param name="Done">Days after which it was done, or the issue was resolved.</param>
internal sealed record DemoSaid(
    NoteKind Kind, string Text, string? By = null, string? Owner = null, int? Days = null, int? Done = null, string? Why = null, string? DecidedBy = null, string? Answer = null);

internal sealed record DemoProposal(string By, string Title, int Minutes, string? Note = null, string? Url = null, string? UrlTitle = null);
