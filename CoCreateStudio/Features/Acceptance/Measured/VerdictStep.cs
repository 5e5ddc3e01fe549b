using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Audit;

namespace CoCreateStudio.Features.Acceptance.Measured;

/// <summary>One time that a criterion was judged, waived or opened again, as the history has it.</summary>
/// <param name="Version">In which version the target stood.</param>
public sealed record VerdictStep(string By, DateTime At, VerificationResult Result, string? Value, string? Reason, string? ForThem, string? Version)
{
    // Entries say what changed and from what, so the way goes back from what is there now.
    internal static IEnumerable<VerdictStep> Of(Verification now, IEnumerable<AuditEntry> newestFirst)
    {
        Dictionary<string, string?> known = new()
        {
            [nameof(Verification.Result)] = now.Result.ToString(),
            [nameof(Verification.Value)] = now.Value,
            [nameof(Verification.Reason)] = now.Reason,
            [nameof(Verification.WaivedForThem)] = now.WaivedForThem,
            [nameof(Verification.VersionNumber)] = now.VersionNumber.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var entry in newestFirst)
        {
            var was = Enum.TryParse<VerificationResult>(known[nameof(Verification.Result)], out var told) ? told : VerificationResult.Open;
            if (entry.Action == AuditAction.Added || entry.Changes.Exists(c => c.Field is nameof(Verification.Result) or nameof(Verification.JudgedAt)))
                yield return new(entry.Actor, entry.At, was, known[nameof(Verification.Value)], known[nameof(Verification.Reason)], known[nameof(Verification.WaivedForThem)], known[nameof(Verification.VersionNumber)]);
            foreach (var change in entry.Changes.Where(c => known.ContainsKey(c.Field))) known[change.Field] = change.Old;
        }
    }
}
