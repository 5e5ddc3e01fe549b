using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.RoundTrip;

/// <summary>A table that we sent, as it is needed when it comes back.</summary>
/// <param name="Version">Counts up each time it is taken in: whoever looked at an older one looks again.</param>
/// <param name="Facts">What the customer knows of the project, and its words.</param>
/// <param name="Zone">The zone in which its moments are written, wherever it is read.</param>
/// <param name="Sent">What its rows said.</param>
/// <param name="Seen">The rows that the customer may see today.</param>
public sealed record ReturnedTable(
    Guid Id, int Version, Guid CustomerId, string Customer, DateTime At, string By, DateTime? ReturnedAt, string? ReturnedBy, ProjectFacts Facts, TimeZoneInfo Zone,
    IReadOnlyDictionary<Guid, IReadOnlyDictionary<RequirementField, string?>> Sent, IReadOnlySet<Guid> Seen)
{
    /// <summary>Marks it as taken in, with the save that is going on.</summary>
    /// <param name="changed">The requirements that the file changes.</param>
    /// <exception cref="RuleException">It was revoked or taken in since it was looked at, or the customer no longer sees a row.</exception>
    public async Task MustStillStandAsync(StudioDb db, IReadOnlyCollection<Requirement> changed, DateTime at, string by, CancellationToken ct)
    {
        var table = await db.Set<SentTable>().SingleOrDefaultAsync(t => t.Id == Id, ct) ?? throw new RuleException(nameof(RuleText.TableUnknown));
        if (table.Version != Version && table.RevokedAt is null) throw new RuleException(nameof(RuleText.TableTakenIn), table.ReturnedBy ?? "");
        table.Return(at, by);
        var hidden = changed.Where(r => !r.Shared || r.CustomerId != CustomerId).Select(r => $"R-{r.Number}").ToList();
        if (hidden.Count > 0) throw new RuleException(nameof(RuleText.ChangedMeanwhile), string.Join(", ", hidden.Take(5)), hidden.Count);
    }
}
