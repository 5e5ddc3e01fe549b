using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Actions;

internal static class HeldReader
{
    /// <summary>When the meetings were held that the reader may see, since a moment: three columns, once for all that was carried.</summary>
    public static async Task<HeldMeetings> HeldAsync(this StudioDb db, DateTime since, CancellationToken ct) =>
        new(await db.Set<Meeting>().Where(m => m.State == MeetingState.Closed && m.StartedAt > since).Select(m => new HeldMeeting(m.Id, m.CustomerId, m.StartedAt!.Value)).ToListAsync(ct));
}
