using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>
/// Who gave an answer or a signature, when, and how it came to us. What was given on paper or in a meeting is written down by one of our
/// people and needs what proves it: the meeting, or a scan.
/// </summary>
public sealed record Given(string Name, string? Title, DateTime At, GivenHow How = GivenHow.Online, string? RecordedBy = null, DateTime? RecordedAt = null, Guid? MeetingId = null, Guid? ScanId = null)
{
    public const int NameLength = 120;

    /// <summary>When it came into the record, which is later than it was given where somebody wrote it down.</summary>
    public DateTime EnteredAt => RecordedAt ?? At;

    /// <exception cref="RuleException">A name is missing, or what proves it, or it was given before there was this version to answer.</exception>
    public Given Checked(AgreementVersion version)
    {
        var given = Checked();
        return given.How != GivenHow.Online && At < version.SentAt ? throw new RuleException(nameof(RuleText.GivenBeforeSent), version.Number) : given;
    }

    /// <exception cref="RuleException">A name is missing, or what proves it.</exception>
    public Given Checked()
    {
        var (name, title) = (AcceptanceCriterion.Text(Name, NameLength), AcceptanceCriterion.Text(Title, NameLength));
        if (name is null) throw new RuleException(nameof(RuleText.GivenNeedsName));
        if (How == GivenHow.Online) return this with { Name = name, Title = title, RecordedBy = null, RecordedAt = null, MeetingId = null, ScanId = null };
        if (string.IsNullOrWhiteSpace(RecordedBy) || RecordedAt is null) throw new ArgumentException("Somebody records it.");
        if (At > RecordedAt) throw new RuleException(nameof(RuleText.GivenInFuture));
        if (MeetingId is null && ScanId is null) throw new RuleException(nameof(RuleText.RecordNeedsProof));
        return this with { Name = name, Title = title };
    }
}

public static class Sides
{
    public static Side Other(this Side side) => side == Side.Us ? Side.Customer : Side.Us;
}
