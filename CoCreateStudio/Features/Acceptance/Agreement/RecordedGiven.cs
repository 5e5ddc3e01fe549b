using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Agreement;

internal static class RecordedGiven
{
    /// <summary>What the customer gave outside, as somebody of us writes it down: it names the meeting with this customer, or the scan beside the version, that shows it.</summary>
    public static async Task<Given> RecordedAsync(this StudioDb db, AcceptanceAgreement agreement, AgreementVersion version, Given given, string by, DateTime at, CancellationToken ct)
    {
        if (given.How == GivenHow.Online) throw new RuleException(nameof(RuleText.OnlyCustomersAnswer));
        if (given.MeetingId is { } meetingId)
        {
            var meeting = await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == meetingId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
            meeting.MustShow(version);
            if (!await db.HeldWith(agreement.CustomerId).AnyAsync(m => m.Id == meetingId, ct)) throw new RuleException(nameof(RuleText.MeetingWithoutThem));
        }

        if (given.ScanId is { } scan && !await db.Set<Evidence>().AnyAsync(e => e.Id == scan && e.OwnerId == version.Id && e.RemovedAt == null, ct)) throw new RuleException(nameof(RuleText.NotThere));
        return given with { RecordedBy = by, RecordedAt = at };
    }
}
