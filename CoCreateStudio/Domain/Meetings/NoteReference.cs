namespace CoCreateStudio.Domain.Meetings;

/// <summary>What the things of a project are called in minutes and lists: "A-3".</summary>
public static class NoteReference
{
    /// <returns>Nothing for what has no number.</returns>
    public static string? Reference(this NoteKind kind, int? number) =>
        number is { } known && Letter(kind) is { } letter ? string.Create(CultureInfo.InvariantCulture, $"{letter}-{known}") : null;

    /// <summary>The number that somebody names: "A-3", "a-3", "#3".</summary>
    public static int? NumberIn(this NoteKind kind, string text)
    {
        var digits = text.StartsWith('#') ? text.AsSpan(1)
            : text.Length > 2 && text[1] == '-' && char.ToUpperInvariant(text[0]) == Letter(kind) ? text.AsSpan(2) : [];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static char? Letter(NoteKind kind) => kind switch
    {
        NoteKind.Decision => 'D',
        NoteKind.Action => 'A',
        NoteKind.OpenIssue => 'I',
        NoteKind.Risk => 'K',
        NoteKind.Requirement => 'R',
        _ => null,
    };
}
