using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings;

internal static class MeetingRows
{
    /// <exception cref="RuleException">There is no such meeting for this reader.</exception>
    public static async Task<Meeting> MeetingAsync(this StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
}
