namespace CoCreateStudio.Domain.Meetings;

/// <summary>
/// Minutes as they were when a meeting was closed or corrected. Never changed: a correction is a new version. All versions of a
/// project are one chain, since the hash of each goes over its content and the hash of the one before.
/// </summary>
public sealed class MinutesVersion : Entity, IInProject
{
    public const int WhyLength = 500;

    private MinutesVersion()
    {
    }

    public MinutesVersion(Meeting meeting, int number, int place, string content, string previousHash, string hash, string? why, string by, DateTime at)
    {
        why = why?.Trim();
        if (number > 1 && string.IsNullOrEmpty(why)) throw new RuleException(nameof(RuleText.CorrectionNeedsWhy));
        if (why?.Length > WhyLength) throw new RuleException(nameof(RuleText.TooLong), WhyLength);
        (ProjectId, MeetingId, Number, Place) = (meeting.ProjectId, meeting.Id, number, place);
        (Content, PreviousHash, Hash, Why, By, At) = (content, previousHash, hash, why, by, at);
    }

    public Guid ProjectId { get; private init; }
    public Guid MeetingId { get; private init; }

    /// <summary>1 is what closing made; what is higher corrects it.</summary>
    public int Number { get; private init; }

    /// <summary>Where it stands in the chain of the project, from 1.</summary>
    public int Place { get; private init; }

    /// <summary>Canonical JSON, exactly the text that was hashed.</summary>
    public string Content { get; private init; } = "";

    public string PreviousHash { get; private init; } = "";
    public string Hash { get; private init; } = "";
    public string? Why { get; private init; }
    public string By { get; private init; } = "";
    public DateTime At { get; private init; }

    /// <summary>Whoever builds on a version builds on the latest one.</summary>
    /// <param name="seen">The version that the person has before them.</param>
    public void MustBe(int seen)
    {
        if (seen != Number) throw new RuleException(nameof(RuleText.MinutesNewer), Number, By);
    }
}
