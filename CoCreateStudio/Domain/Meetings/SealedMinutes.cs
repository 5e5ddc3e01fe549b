using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>Minutes as they were sealed: read from the text that was hashed, whatever became of the things since.</summary>
/// <param name="Customer">As it was called.</param>
/// <param name="Minutes">The slot.</param>
/// <param name="SealedBy">Who closed the meeting, or corrected its minutes; the oldest minutes do not say.</param>
public sealed record SealedMinutes(
    string Project, int Meeting, int Version, string? Why, string Title, MeetingKind Kind, string? Customer, string? Host, string? Place, string TimeZone,
    DateTime Planned, int Minutes, DateTime? Started, DateTime? Ended, string? Remark, string? SealedBy, DateTime? SealedAt,
    IReadOnlyList<SealedPerson> People, IReadOnlyList<SealedTopic> Topics, IReadOnlyList<SealedLine> Said)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What was said, topic by topic, then what belongs to none.</summary>
    [JsonIgnore]
    public IEnumerable<SealedLine> All => Topics.SelectMany(t => t.Said).Concat(Said);

    /// <exception cref="JsonException">This text is no minutes.</exception>
    public static SealedMinutes Read(string content)
    {
        var read = JsonSerializer.Deserialize<SealedMinutes>(content, Shape);
        if (read is not { People: not null, Topics: not null, Said: not null } || read.Topics.Any(t => t.Said is null)) throw new JsonException("These are no minutes.");
        return read with { Topics = [.. read.Topics.Select((t, i) => t with { Said = Named(t.Said, i) })], Said = Named(read.Said, read.Topics.Count) };
    }

    /// <summary>As <see cref="Read"/>; null where somebody tampered with the text so that it is no minutes any more.</summary>
    public static SealedMinutes? TryRead(string content)
    {
        try
        {
            return Read(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text that is hashed.</summary>
    public string Write() => Seal.Canonical(JsonSerializer.SerializeToNode(this, Shape)!);

    /// <summary>A moment as it is sealed: to the second.</summary>
    public static DateTime Moment(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    // The oldest minutes do not name their lines: there, the place is the name.
    private static IReadOnlyList<SealedLine> Named(IReadOnlyList<SealedLine> lines, int topic) => [.. lines.Select((l, i) => l.Id is null ? l with { Id = $"{topic}.{i}" } : l)];
}

public sealed record SealedPerson(string Name, Side Side, Attended? State)
{
    [JsonIgnore]
    public bool IsHere => State is Attended.Present or Attended.Remote;
}

/// <param name="Planned">In minutes.</param>
public sealed record SealedTopic(string Title, string? Presenter, ItemState State, int Planned, int UsedSeconds, IReadOnlyList<SealedLine> Said);

/// <param name="Id">The same in all versions of the minutes.</param>
public sealed record SealedLine(string? Id, NoteKind Kind, int? Number, string Text, string By, DateTime At, string? Owner, DateOnly? Due, string? DecidedBy, string? Why)
{
    /// <summary>"A-3": what it is called in the project; nothing for what has no number.</summary>
    [JsonIgnore]
    public string? Reference => Kind.Reference(Number);
}
