using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Meetings.Minutes.Confirming;

/// <summary>Confirming minutes, or objecting to them: who was on the attendance list answers for themselves, to the latest version.</summary>
public sealed class ConfirmationStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    /// <param name="seen">The version that the person read; where there is a newer one, nothing is written.</param>
    public async Task AnswerAsync(Guid projectId, Guid meetingId, int seen, ConfirmationAnswer answer, string? remark, CancellationToken ct = default)
    {
        await ProjectNumbers.InTurnAsync(projectId, async () =>
        {
            await using var db = await projects.OpenAsync(projectId, Right.ViewProject, ct);
            var meeting = await db.MeetingAsync(meetingId, ct);
            var person = await db.Set<Attendance>().SingleOrDefaultAsync(a => a.MeetingId == meetingId && a.PersonId != null && a.PersonId == actor.PersonId, ct) ?? throw new RuleException(nameof(RuleText.NotOnAttendance));
            var version = await db.Set<MinutesVersion>().Where(v => v.MeetingId == meetingId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct) ?? throw new RuleException(nameof(RuleText.NotThere));
            version.MustBe(seen);
            await SayAsync(db, version, person, answer, remark, ct);
            return await db.SavedAsync(ct) ? meeting : null;
        }, ct);
    }

    private async Task SayAsync(StudioDb db, MinutesVersion version, Attendance person, ConfirmationAnswer answer, string? remark, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<Confirmation>().SingleOrDefaultAsync(c => c.VersionId == version.Id && c.AttendanceId == person.Id, ct) is { } before) before.Say(answer, remark, now);
        else db.Add(new Confirmation(version, person, answer, remark, now));
    }
}
