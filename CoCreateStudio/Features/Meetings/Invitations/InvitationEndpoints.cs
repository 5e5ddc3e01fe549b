using System.Text;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Meetings.Invitations;

/// <summary>Calendar files and mail drafts, in the language and with the times of whoever fetches them.</summary>
internal static class InvitationEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/projects/{key}/meetings/{number:int}/invitation.ics", CalendarAsync);
        app.MapGet("/projects/{key}/meetings/{number:int}/invitation.eml", MailAsync);
        app.MapGet("/projects/{key}/meetings/series/{number:int}/meetings.ics", SeriesAsync);
    }

    private static async Task<IResult> CalendarAsync(string key, int number, IAccess access, InvitationStore store, InvitationReader reader, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        if (project.Grant.Allows(Right.HoldMeetings)) await store.OrganizeAsync(project.Id, number, context.RequestAborted);
        if (await reader.ReadAsync(project.Id, number, context.RequestAborted) is not { } invitation) return Results.NotFound();
        return File(Calendar(invitation.Method, [invitation], project.Key, actor, clock, context), "text/calendar; charset=utf-8", $"{project.Key}_meeting-{number}.ics", context);
    }

    private static async Task<IResult> MailAsync(string key, int number, IAccess access, InvitationStore store, InvitationReader reader, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project || !project.Grant.Allows(Right.HoldMeetings)) return Results.NotFound();
        await store.OrganizeAsync(project.Id, number, context.RequestAborted);
        if (await reader.ReadAsync(project.Id, number, context.RequestAborted) is not { } invitation) return Results.NotFound();
        var draft = invitation.Draft(actor.TimeZone, Address(project.Key, number, context));
        return File(draft.File(invitation.Method, Calendar(invitation.Method, [invitation], project.Key, actor, clock, context)), "message/rfc822", $"{project.Key}_meeting-{number}.eml", context);
    }

    private static async Task<IResult> SeriesAsync(string key, int number, IAccess access, InvitationReader reader, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project) return Results.NotFound();
        var invitations = await reader.OfSeriesAsync(project.Id, number, clock.GetUtcNow().UtcDateTime, context.RequestAborted);
        if (invitations.Count == 0) return Results.NotFound();

        // Several meetings are no invitation, which is about one, but entries to keep; each is updated by its own file.
        return File(Calendar(CalendarMethod.Publish, invitations, project.Key, actor, clock, context), "text/calendar; charset=utf-8", $"{project.Key}_series-{number}.ics", context);
    }

    private static string Calendar(CalendarMethod method, IReadOnlyList<Invitation> invitations, string key, CurrentActor actor, TimeProvider clock, HttpContext context) =>
        CalendarFile.Write(method, invitations[0].Zone, [.. invitations.Select(i => i.Entry(clock.GetUtcNow().UtcDateTime, actor.TimeZone, Address(key, i.Meeting.Number, context)) is var entry && method == CalendarMethod.Publish ? entry with { Attendees = [] } : entry)]);

    private static string Address(string key, int number, HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{Urls.Meeting(key, number)}";

    private static IResult File(string text, string type, string name, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(text), type, name);
    }
}
