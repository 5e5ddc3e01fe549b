using System.Text;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>A ready mail to the customer's people who are waited for.</summary>
internal static class ReminderMail
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/projects/{key}/acceptance.eml", FileAsync);

    private static async Task<IResult> FileAsync(string key, Guid? customer, IAccess access, AcceptanceReader reader, AcceptanceChoices choices, CurrentActor actor, TimeProvider clock, HttpContext context)
    {
        if (await access.ToAsync(key, context.RequestAborted) is not { } project || !project.Grant.Allows(Right.EditCriteria)) return Results.NotFound();
        var room = await reader.ReadAsync(project.Id, customer, context.RequestAborted);
        var view = room.View(null, isInside: true);
        if (room.Sent is not { } sent || view.Waits.FirstOrDefault(w => w.Side == Side.Customer) is null) return Results.NotFound();
        var contacts = (await choices.ReadAsync(project.Id, room.CustomerId!.Value, context.RequestAborted)).Contacts;
        var mail = Of(project, view, sent, contacts, $"{context.Request.Scheme}://{context.Request.Host}{Urls.Acceptance(project.Key, customerId: room.CustomerId)}", actor, actor.Today(clock));
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(mail.File()), "message/rfc822", $"{project.Key}_v{sent.Number}.eml");
    }

    /// <summary>Goes to those who answer for what is open; where none of them has an address, to all whom we know.</summary>
    internal static MailDraft Of(VisibleProject project, AgreementView view, AgreementVersion sent, IReadOnlyList<(string Name, string? Title, string? Email)> contacts, string address, CurrentActor from, DateOnly today)
    {
        var asked = view.Answers.Unreplied(Side.Us).Select(a => a.CriterionId).ToHashSet();
        var owed = view.Answers.Owed(Side.Customer).Select(c => c.Id).ToHashSet();
        var open = view.Agreed.Where(c => asked.Contains(c.Id) || owed.Contains(c.Id)).ToList();
        var owners = open.Select(c => c.TheirOwner).ToHashSet();
        var reachable = contacts.Where(c => MailDraft.IsUsable(c.Email)).Select(c => new CalendarPerson(c.Name, c.Email!)).ToList();
        var to = reachable.Where(c => owners.Contains(c.Name)).ToList();
        var lines = open.Select(c => $"{c.Code}  {c.Statement}: {AcceptanceWords.Target(c, today)} {c.Unit}".TrimEnd());
        var body = string.Join('\n', [
            AcceptanceWords.Said(AcceptanceText.MailHello, string.Join(AcceptanceText.BetweenNames, (to.Count > 0 ? to : reachable).Select(c => c.Name))), "",
            AcceptanceWords.Said(open.Count > 0 ? AcceptanceText.MailAnswers : AcceptanceText.MailSignature, sent.Number, project.Name, open.Count, Format.Day(sent.SentAt, from.TimeZone, today)), "",
            .. lines, "", address, "", AcceptanceWords.Said(AcceptanceText.MailSeal, sent.Number, sent.Hash), "", from.Name,
        ]);
        return new(AcceptanceWords.Said(AcceptanceText.MailSubject, project.Name, sent.Number), body, to.Count > 0 ? to : reachable);
    }
}
