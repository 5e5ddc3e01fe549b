using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Record;

/// <summary>Checks the agreements of a project: every version, every signature, and that each version follows the one before.</summary>
internal sealed class AgreementRecord : ISealedRecord
{
    public async Task<IReadOnlyList<RecordVerdict>> CheckAsync(StudioDb db, CancellationToken ct)
    {
        var agreements = await (from a in db.Set<AcceptanceAgreement>() join c in db.Set<Customer>() on a.CustomerId equals c.Id orderby c.ShortName select new { a.Id, a.LastVersion, c.ShortName }).ToListAsync(ct);
        List<RecordVerdict> verdicts = [];
        foreach (var agreement in agreements.Where(a => a.LastVersion > 0))
        {
            var versions = await db.Set<AgreementVersion>().AsNoTracking().Where(v => v.AgreementId == agreement.Id).OrderBy(v => v.Number).ToListAsync(ct);
            var signatures = await db.Set<SignOff>().AsNoTracking().Where(s => s.AgreementId == agreement.Id).OrderBy(s => s.At).ToListAsync(ct);
            verdicts.Add(Verdict(agreement.ShortName, versions, signatures, AgreementChain.Faults(agreement.LastVersion, versions, signatures, isWhole: true)));
        }

        return verdicts;
    }

    // What a version's fingerprint does not hold, its signatures' do: whoever keeps these can prove all of it.
    private static RecordVerdict Verdict(string customer, List<AgreementVersion> versions, List<SignOff> signatures, IReadOnlyList<AgreementFault> faults)
    {
        List<string> lines = [.. faults.Select(f => f.Said())];
        if (versions.LastOrDefault() is { } last)
        {
            lines.Add($"{AcceptanceWords.Said(AcceptanceText.RecordHead, last.Number)}: {last.Hash}");
            var binding = versions.LastOrDefault(v => v.State == VersionState.BothSigned);
            foreach (var version in new[] { binding, last }.OfType<AgreementVersion>().Distinct()) lines.AddRange(signatures.Where(s => s.VersionId == version.Id).Select(s => Signed(version, s)));
        }

        return new(faults.Count == 0, AcceptanceWords.Said(faults.Count == 0 ? AcceptanceText.RecordAllFit : AcceptanceText.RecordFaults, customer, versions.Count, signatures.Count, faults.Count), lines);
    }

    private static string Signed(AgreementVersion version, SignOff signature) => signature.OwnHash is { } own
        ? $"{AcceptanceWords.Said(AcceptanceText.RecordSigned, version.Number, signature.Name)}: {own}"
        : AcceptanceWords.Said(AcceptanceText.RecordUnsealed, version.Number, signature.Name);
}
