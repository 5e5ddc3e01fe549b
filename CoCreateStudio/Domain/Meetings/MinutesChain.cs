using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Domain.Meetings;

public enum ChainFaultKind
{
    /// <summary>The content is not what was hashed.</summary>
    Changed,

    /// <summary>It does not follow the one before it.</summary>
    NotLinked,

    /// <summary>Its content is about another meeting or version, or was sealed by somebody else or at another time.</summary>
    Elsewhere,

    /// <summary>A version of a meeting is missing.</summary>
    VersionGone,

    /// <summary>A meeting is closed and has no minutes.</summary>
    NoMinutes,

    /// <summary>The places of the chain do not run on.</summary>
    PlaceGone,

    /// <summary>More versions were made than there are.</summary>
    CutOff,

    /// <summary>Somebody answered to a content that is not the one that is there.</summary>
    AnsweredOther,
}

/// <summary>Something in the record of a project that does not fit; the names of what it is about, where it is about minutes.</summary>
/// <param name="Who">Whose answer it is about.</param>
public sealed record ChainFault(ChainFaultKind Kind, int Place, int? Meeting = null, int? Version = null, string? Who = null);

/// <summary>A version as it is kept: what stands beside its content is checked against the content.</summary>
public sealed record ChainLink(int Place, int Meeting, int Version, string Previous, string Content, string Hash, string By, DateTime At, string? Why)
{
    /// <summary>What was answered to it.</summary>
    public IReadOnlyList<Confirmation> Answers { get; init; } = [];
}

/// <summary>Checks the whole record of a project, link by link in the order of their places: what was changed, taken out, moved or cut off.</summary>
/// <param name="isWhole">False for a reader who sees only some of the versions: gaps are then no fault.</param>
public sealed class MinutesChain(bool isWhole = true)
{
    private readonly List<ChainFault> _faults = [];
    private readonly Dictionary<int, int> _versions = [];
    private ChainLink? _last;

    public int Count { get; private set; }
    public IReadOnlyList<ChainFault> Faults => _faults;

    /// <summary>The last hash: who keeps it elsewhere can prove that nothing was cut off.</summary>
    public string? Head => _last?.Hash;

    public void Add(ChainLink link)
    {
        Count++;
        CheckPlace(link);
        if (!Seal.Fits(link.Hash, link.Previous, link.Content)) Fault(ChainFaultKind.Changed, link);
        else if (!IsWhatItSays(link)) Fault(ChainFaultKind.Elsewhere, link);
        foreach (var answer in link.Answers.Where(a => a.Hash != link.Hash)) _faults.Add(new(ChainFaultKind.AnsweredOther, link.Place, link.Meeting, link.Version, answer.Name));
        CheckVersion(link);
        _last = link;
    }

    /// <summary>After the last link.</summary>
    /// <param name="made">How many versions the project has ever had.</param>
    /// <param name="closed">The numbers of all meetings that are closed.</param>
    public void End(int made, IEnumerable<int> closed)
    {
        foreach (var meeting in closed.Where(m => !_versions.ContainsKey(m)).Order()) _faults.Add(new(ChainFaultKind.NoMinutes, 0, meeting));
        var place = _last?.Place ?? 0;
        if (isWhole && made > place) _faults.Add(new(ChainFaultKind.CutOff, made));
    }

    // Across a gap, the gap is what is wrong: what comes after it cannot follow what is there before it.
    private void CheckPlace(ChainLink link)
    {
        var runsOn = link.Place == (_last?.Place ?? 0) + 1;
        if (runsOn && link.Previous != (_last?.Hash ?? "")) Fault(ChainFaultKind.NotLinked, link);
        if (!runsOn && (isWhole || link.Place <= _last?.Place)) _faults.Add(new(ChainFaultKind.PlaceGone, (_last?.Place ?? 0) + 1));
    }

    private void CheckVersion(ChainLink link)
    {
        for (var version = _versions.GetValueOrDefault(link.Meeting) + 1; version < link.Version; version++) _faults.Add(new(ChainFaultKind.VersionGone, link.Place, link.Meeting, version));
        _versions[link.Meeting] = link.Version;
    }

    // The oldest minutes do not say who sealed them, and when.
    private static bool IsWhatItSays(ChainLink link) => SealedMinutes.TryRead(link.Content) is { } minutes
        && (minutes.Meeting, minutes.Version, minutes.Why) == (link.Meeting, link.Version, link.Why)
        && (minutes.SealedAt is null || (minutes.SealedBy, minutes.SealedAt) == (link.By, SealedMinutes.Moment(link.At)));

    private void Fault(ChainFaultKind kind, ChainLink link) => _faults.Add(new(kind, link.Place, link.Meeting, link.Version));
}
