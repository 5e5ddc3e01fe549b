namespace CoCreateStudio.Domain.Acceptance;

public enum AgreementFaultKind
{
    /// <summary>The content of a version is not what was sealed.</summary>
    Changed,

    /// <summary>It does not follow the version before it.</summary>
    NotLinked,

    /// <summary>Its content says another number, sender or time than what stands beside it.</summary>
    Elsewhere,

    /// <summary>There was such a version, and it is gone.</summary>
    VersionGone,

    /// <summary>A signature is not as it was given.</summary>
    SignatureChanged,

    /// <summary>A signature was given to another content.</summary>
    SignatureOther,

    /// <summary>Signed by both without two signatures, or the other way round.</summary>
    NotAsSigned,
}

/// <summary>Something in an agreement that is not as it was sealed.</summary>
/// <param name="Who">Whose signature it is about.</param>
public sealed record AgreementFault(AgreementFaultKind Kind, int Version, string? Who = null);

/// <summary>Checks an agreement version by version: contents, signatures, and that each follows the one before.</summary>
public static class AgreementChain
{
    /// <param name="made">How many versions there ever were.</param>
    /// <param name="isWhole">False for a reader who does not see what was recalled: a gap is then no fault.</param>
    public static IReadOnlyList<AgreementFault> Faults(int made, IEnumerable<AgreementVersion> versions, IEnumerable<SignOff> signatures, bool isWhole)
    {
        List<AgreementFault> faults = [];
        var signed = signatures.ToLookup(s => s.VersionId);
        var before = (Number: 0, Hash: "");
        foreach (var version in versions.OrderBy(v => v.Number))
        {
            if (isWhole) faults.AddRange(Gone(before.Number, version.Number));
            faults.AddRange(Of(version, before.Number == version.Number - 1 ? before.Hash : null, [.. signed[version.Id]]));
            before = (version.Number, version.Hash);
        }

        if (isWhole) faults.AddRange(Gone(before.Number, made + 1));
        return faults;
    }

    private static IEnumerable<AgreementFault> Gone(int last, int next) => Enumerable.Range(last + 1, next - last - 1).Select(n => new AgreementFault(AgreementFaultKind.VersionGone, n));

    private static IEnumerable<AgreementFault> Of(AgreementVersion version, string? previousHash, IReadOnlyList<SignOff> signatures)
    {
        if (!version.IsAsSealed) yield return new(AgreementFaultKind.Changed, version.Number);
        else if (AgreementContent.TryRead(version.Content) is not { } content || (content.Version, content.SentBy, content.SentAt) != (version.Number, version.SentBy, version.SentAt)) yield return new(AgreementFaultKind.Elsewhere, version.Number);
        if (previousHash is not null && version.PreviousHash != previousHash) yield return new(AgreementFaultKind.NotLinked, version.Number);
        foreach (var signature in signatures)
        {
            if (signature.Hash != version.Hash) yield return new(AgreementFaultKind.SignatureOther, version.Number, signature.Name);
            else if (signature.IsAsSealed == false) yield return new(AgreementFaultKind.SignatureChanged, version.Number, signature.Name);
        }

        if (version.State == VersionState.BothSigned != signatures.Count > 1) yield return new(AgreementFaultKind.NotAsSigned, version.Number);
    }
}
