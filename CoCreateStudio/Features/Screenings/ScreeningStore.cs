using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Screenings;

/// <summary>Writes how candidates stand to the six traits, and opens the gate. A candidate is named by its company.</summary>
public sealed class ScreeningStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a company a candidate; from whoever may not screen it is a proposal.</summary>
    /// <returns>The company's id.</returns>
    public async Task<Guid> AddAsync(Guid projectId, CustomerChoice choice, CancellationToken ct = default)
    {
        var id = Guid.Empty;
        var mayScreen = (await projects.AskAsync(projectId, Right.Propose, ct)).Allows(Right.ScreenCustomers);
        await projects.ChangeAsync(projectId, Right.Propose, async db =>
        {
            var customer = (await db.CustomersAsync([choice], ct)).Single();
            if (await db.Set<Screening>().AnyAsync(s => s.CustomerId == customer.Id, ct)) throw new RuleException(nameof(RuleText.CandidateAlready), customer.ShortName);
            db.Add(new Screening(projectId, customer.Id, mayScreen, actor.Name, Now));
            id = customer.Id;
        }, ct);
        return id;
    }

    /// <summary>Says how a candidate stands to a trait.</summary>
    /// <param name="seen">What the person saw: other fields merge, and where somebody else changed the same one it is told, not overwritten.</param>
    public Task AssessAsync(Guid projectId, Guid customerId, Trait trait, Assessment seen, Assessment assessment, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, async (db, screening) =>
        {
            await MustBeTheirsAsync(db, customerId, assessment, ct);
            screening.Assess(trait, assessment.Onto(screening.Of(trait).Now, seen), actor.Name, Now);
        }, ct);

    /// <summary>Offers an assessment to those who may write it.</summary>
    public Task ProposeAsync(Guid projectId, Guid customerId, Trait trait, Assessment assessment, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.Propose, async (db, screening) =>
        {
            await MustBeTheirsAsync(db, customerId, assessment, ct);
            db.Add(new AssessmentProposal(screening, trait, assessment, actor.Name, Now));
        }, ct);

    /// <summary>Takes a proposed assessment over, or turns it down.</summary>
    public Task SettleAsync(Guid projectId, Guid customerId, Guid proposalId, bool take, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, async (db, screening) =>
        {
            var proposal = await db.Set<AssessmentProposal>().SingleOrDefaultAsync(p => p.Id == proposalId && p.ScreeningId == screening.Id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
            if (take) proposal.Take(screening, actor.Name, Now);
            else proposal.TurnDown(actor.Name, Now);
        }, ct);

    /// <summary>Says that a trait was looked at and is still so.</summary>
    public Task ConfirmAsync(Guid projectId, Guid customerId, Trait trait, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, screening => screening.Confirm(trait, actor.Name, Now), ct);

    public Task TakeOnAsync(Guid projectId, Guid customerId, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, screening => screening.TakeOn(Now), ct);

    public Task ScreenAgainAsync(Guid projectId, Guid customerId, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, screening => screening.ScreenAgain(Now), ct);

    public Task DeclineAsync(Guid projectId, Guid customerId, string reason, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, async (db, screening) =>
            screening.Decline(reason, await db.Set<Participation>().AnyAsync(p => p.CustomerId == customerId, ct), actor.Name, Now), ct);

    public Task ReopenAsync(Guid projectId, Guid customerId, CancellationToken ct = default) =>
        ChangeAsync(projectId, customerId, Right.ScreenCustomers, screening => screening.Reopen(), ct);

    /// <summary>Lets a qualified candidate take part.</summary>
    public Task BeginAsync(Guid projectId, Guid customerId, CancellationToken ct = default) =>
        EnterAsync(projectId, customerId, Right.ScreenCustomers, SpeakerIsThereAsync, s => Participation.Begin(s, actor.Name, Now), (p, s) => p.BeginAgain(s, actor.Name, Now), ct);

    /// <summary>Lets a candidate take part that is not qualified; the reason stays.</summary>
    public Task AdmitAsync(Guid projectId, Guid customerId, string reason, CancellationToken ct = default) =>
        EnterAsync(projectId, customerId, Right.AdmitCustomers, (_, _, _) => Task.CompletedTask, s => Participation.Admit(s, reason, actor.Name, Now), (p, s) => p.AdmitAgain(s, reason, actor.Name, Now), ct);

    private Task EnterAsync(Guid projectId, Guid customerId, Right right, Func<StudioDb, Screening, CancellationToken, Task> mustHold, Func<Screening, Participation> begin, Action<Participation, Screening> again, CancellationToken ct) =>
        ChangeAsync(projectId, customerId, right, async (db, screening) =>
        {
            var known = await db.Set<Participation>().IgnoreQueryFilters([StudioDb.StillHere]).SingleOrDefaultAsync(p => p.CustomerId == customerId, ct);
            if (known is { LeftAt: null }) throw new RuleException(nameof(RuleText.CameInAlready), known.By);
            await mustHold(db, screening, ct);
            screening.TakeOn(Now);
            if (known is null) db.Add(begin(screening));
            else again(known, screening);
        }, ct);

    // Whoever spoke for the company when the trait was looked at may have left it since.
    private static async Task SpeakerIsThereAsync(StudioDb db, Screening screening, CancellationToken ct)
    {
        var speaker = screening.Of(Trait.Authority).ContactId;
        if (await db.Set<Contact>().Where(c => c.Id == speaker && c.ArchivedAt != null).Select(c => c.Name).SingleOrDefaultAsync(ct) is { } gone) throw new RuleException(nameof(RuleText.SpeakerIsGone), gone);
    }

    private static async Task MustBeTheirsAsync(StudioDb db, Guid customerId, Assessment assessment, CancellationToken ct)
    {
        if (assessment.ContactId is { } contact && !await db.Set<Contact>().AnyAsync(c => c.Id == contact && c.CustomerId == customerId && (c.ArchivedAt == null || assessment.State != TraitState.Met), ct)) throw new RuleException(nameof(RuleText.NotThere));
    }

    private Task ChangeAsync(Guid projectId, Guid customerId, Right right, Action<Screening> change, CancellationToken ct) =>
        ChangeAsync(projectId, customerId, right, (_, screening) =>
        {
            change(screening);
            return Task.CompletedTask;
        }, ct);

    // The screening is saved along with whatever belongs to it, so that nobody passes the gate on traits that change at that moment.
    private Task ChangeAsync(Guid projectId, Guid customerId, Right right, Func<StudioDb, Screening, Task> change, CancellationToken ct) => projects.ChangeAsync(projectId, right, async db =>
    {
        var screening = await db.Set<Screening>().SingleOrDefaultAsync(s => s.CustomerId == customerId, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
        db.Claim(screening);
        await change(db, screening);
    }, ct);
}
