using System.Text.Json;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Minutes;

/// <summary>Minutes as they were sealed: read from the text that was hashed, whatever became of the things since.</summary>
internal sealed record SealedMinutes(string? Place, string? Remark, DateTime? Started, DateTime? Ended, IReadOnlyList<SealedTopic> Topics, IReadOnlyList<SealedLine> Said)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public IEnumerable<SealedLine> All => [.. Topics.SelectMany(t => t.Said), .. Said];

    public static SealedMinutes Read(MinutesVersion version) => JsonSerializer.Deserialize<SealedMinutes>(version.Content, Names)!;
}

internal sealed record SealedTopic(string Title, IReadOnlyList<SealedLine> Said);

/// <param name="Number">As text, like every number that is sealed.</param>
internal sealed record SealedLine(string Kind, string? Number, string Text, string By, DateTime At, string? Owner, DateOnly? Due, string? DecidedBy, string? Why)
{
    public NoteKind NoteKind => Enum.Parse<NoteKind>(Kind);
}
