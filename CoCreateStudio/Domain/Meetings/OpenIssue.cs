namespace CoCreateStudio.Domain.Meetings;

/// <summary>A question that was left open, until somebody answers it.</summary>
public sealed class OpenIssue : Entry
{
    private OpenIssue()
    {
    }

    public OpenIssue(Said said, int number, string text, string? owner) : base(said, text)
    {
        Number = number;
        Give(owner);
    }

    public int Number { get; private init; }
    public string? Owner { get; private set; }
    public DateTime? ResolvedAt { get; private set; }
    public string? Resolution { get; private set; }

    public bool IsOpen => ResolvedAt is null && ArchivedAt is null;

    public void Give(string? owner) => Owner = Name(owner);

    public void Resolve(string? resolution, DateTime at)
    {
        resolution = resolution?.Trim();
        if (resolution?.Length > TextLength) throw new RuleException(nameof(RuleText.TooLong), TextLength);
        (ResolvedAt, Resolution) = (ResolvedAt ?? at, string.IsNullOrEmpty(resolution) ? null : resolution);
    }

    public void Reopen() => ResolvedAt = null;
}
