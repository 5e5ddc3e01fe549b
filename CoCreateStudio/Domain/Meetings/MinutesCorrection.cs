namespace CoCreateStudio.Domain.Meetings;

/// <summary>How one line shall read; what its kind does not have, such as a date of a decision, is left out.</summary>
public sealed record LineCorrection(string Id, string Text, string? Owner = null, DateOnly? Due = null, string? DecidedBy = null, string? Why = null, bool IsStruck = false);

/// <summary>A line that was forgotten, under a topic by its place on the agenda, or under none.</summary>
public sealed record ForgottenLine(int? Topic, SealedLine Line);

/// <summary>What a correction may change of minutes; when they were, what was on the agenda, and who wrote which line stays.</summary>
/// <param name="Lines">Those that are corrected; all others stay.</param>
/// <param name="People">By their names.</param>
public sealed record MinutesCorrection(
    string? Place, string? Remark, IReadOnlyDictionary<string, Attended?> People, IReadOnlyList<LineCorrection> Lines, IReadOnlyList<ForgottenLine> Forgotten)
{
    /// <summary>Who was forgotten on the attendance list.</summary>
    public IReadOnlyList<SealedPerson> ForgottenPeople { get; init; } = [];

    /// <summary>The minutes of the next version.</summary>
    /// <exception cref="RuleException">Something does not fit, or nothing is different.</exception>
    public SealedMinutes Apply(SealedMinutes before, string why, string by, DateTime at)
    {
        if (Lines.Any(l => before.All.All(s => s.Id != l.Id)) || Forgotten.Any(f => f.Topic < 0 || f.Topic >= before.Topics.Count)) throw new RuleException(nameof(RuleText.NotThere));
        var after = before with
        {
            Place = TypedText.Tidy(Place, Meeting.PlaceLength),
            Remark = TypedText.Tidy(Remark, Meeting.RemarkLength),
            People = [.. before.People.Select(p => People.TryGetValue(p.Name, out var state) ? p with { State = state } : p), .. Added(before)],
            Topics = [.. before.Topics.Select((t, i) => t with { Said = Corrected(t.Said, i) })],
            Said = Corrected(before.Said, topic: null),
        };
        if (MinutesDifference.Between(before, after).Count == 0) throw new RuleException(nameof(RuleText.NothingCorrected), before.Version);
        return after with { Version = before.Version + 1, Why = why.Trim(), SealedBy = by, SealedAt = SealedMinutes.Moment(at) };
    }

    private List<SealedPerson> Added(SealedMinutes before)
    {
        List<SealedPerson> added = [];
        foreach (var person in ForgottenPeople)
        {
            var name = Attendance.Called(person.Name);
            if (before.People.Concat(added).Any(p => p.Name == name)) throw new RuleException(nameof(RuleText.InvitedAlready), name);
            added.Add(person with { Name = name });
        }

        return added;
    }

    private List<SealedLine> Corrected(IReadOnlyList<SealedLine> lines, int? topic) =>
    [
        .. from line in lines let change = Lines.FirstOrDefault(c => c.Id == line.Id) where change is not { IsStruck: true } select change is null ? line : Corrected(line, change),
        .. from forgotten in Forgotten where forgotten.Topic == topic select forgotten.Line,
    ];

    private static SealedLine Corrected(SealedLine line, LineCorrection change) => line with
    {
        Text = Entry.Words(change.Text),
        Owner = line.Kind is NoteKind.Action or NoteKind.OpenIssue or NoteKind.Risk ? Entry.Name(change.Owner) : line.Owner,
        Due = line.Kind == NoteKind.Action ? change.Due : line.Due,
        DecidedBy = line.Kind == NoteKind.Decision ? Entry.Name(change.DecidedBy) : line.DecidedBy,
        Why = line.Kind == NoteKind.Decision ? TypedText.Tidy(change.Why, Entry.TextLength) : line.Why,
    };
}
