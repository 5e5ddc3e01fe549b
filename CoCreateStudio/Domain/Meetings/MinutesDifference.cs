namespace CoCreateStudio.Domain.Meetings;

public enum MinutesField
{
    Place,
    Remark,
    Attendance,
    Person,
    Line,
    Text,
    Owner,
    Due,
    DecidedBy,
    Why,
}

/// <summary>One thing that differs between two versions of minutes: a whole line, a person, or a field of one, or of the meeting.</summary>
/// <param name="Subject">The person, or the line as it reads now; nothing for the meeting itself.</param>
/// <param name="Old">As it was sealed; null for what was added.</param>
/// <param name="New">Null for what was taken out.</param>
public sealed record MinutesChange(MinutesField Field, string? Subject, SealedLine? Line, string? Old, string? New);

/// <summary>What changed from one version of minutes to another, in the order in which it is read.</summary>
public static class MinutesDifference
{
    public static IReadOnlyList<MinutesChange> Between(SealedMinutes before, SealedMinutes after) =>
    [
        .. Field(MinutesField.Place, null, null, before.Place, after.Place),
        .. Field(MinutesField.Remark, null, null, before.Remark, after.Remark),
        .. after.People.SelectMany(p => before.People.FirstOrDefault(b => b.Name == p.Name) is { } was
            ? Field(MinutesField.Attendance, p.Name, null, was.State?.ToString(), p.State?.ToString())
            : [new(MinutesField.Person, p.Name, null, null, p.State?.ToString())]),
        .. Lines([.. before.All], [.. after.All]),
    ];

    private static IEnumerable<MinutesChange> Lines(List<SealedLine> before, List<SealedLine> after)
    {
        foreach (var line in before.Where(b => after.All(a => a.Id != b.Id))) yield return new(MinutesField.Line, line.Text, line, line.Text, null);
        foreach (var line in after)
        {
            if (before.Find(b => b.Id == line.Id) is not { } was)
            {
                yield return new(MinutesField.Line, line.Text, line, null, line.Text);
                continue;
            }

            foreach (var change in Fields(was, line)) yield return change;
        }
    }

    private static IEnumerable<MinutesChange> Fields(SealedLine was, SealedLine now) =>
    [
        .. Field(MinutesField.Text, now.Text, now, was.Text, now.Text),
        .. Field(MinutesField.Owner, now.Text, now, was.Owner, now.Owner),
        .. Field(MinutesField.Due, now.Text, now, Text(was.Due), Text(now.Due)),
        .. Field(MinutesField.DecidedBy, now.Text, now, was.DecidedBy, now.DecidedBy),
        .. Field(MinutesField.Why, now.Text, now, was.Why, now.Why),
    ];

    private static IEnumerable<MinutesChange> Field(MinutesField field, string? subject, SealedLine? line, string? old, string? now) =>
        old == now ? [] : [new(field, subject, line, old, now)];

    private static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
