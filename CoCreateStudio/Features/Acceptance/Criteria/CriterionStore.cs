using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Criteria;

/// <summary>Writing criteria into the draft. What a Member writes is a proposal until somebody who may takes it. One act, one save.</summary>
public sealed class CriterionStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Author Me => new(actor.PersonId, actor.Name);

    private DateOnly Today => actor.Today(clock);

    /// <summary>Puts a criterion into the draft.</summary>
    /// <returns>Its code.</returns>
    public Task<string> AddAsync(Guid projectId, Guid customerId, Dimension dimension, string statement, CancellationToken ct = default) =>
        AddAsync(projectId, Right.EditCriteria, customerId, agreement => [new AcceptanceCriterion(agreement, dimension, statement)], ct);

    /// <summary>Offers a criterion.</summary>
    /// <returns>Its code.</returns>
    public Task<string> ProposeAsync(Guid projectId, Guid customerId, Dimension dimension, string statement, CancellationToken ct = default) =>
        AddAsync(projectId, Right.Propose, customerId, agreement => [new AcceptanceCriterion(agreement, dimension, statement, Me)], ct);

    /// <summary>Offers criteria of the library, in the reader's language.</summary>
    /// <param name="chosen">Their places in the library.</param>
    /// <returns>The code of the first.</returns>
    public Task<string> ProposeChosenAsync(Guid projectId, Guid customerId, IReadOnlyCollection<int> chosen, CancellationToken ct = default) =>
        AddAsync(projectId, Right.Propose, customerId, agreement => [.. chosen.Order().Select(i => CriterionLibrary.All[i].Make(agreement, Me, Today))], ct);

    /// <summary>Puts criteria of the library into the draft, in the reader's language.</summary>
    /// <param name="chosen">Their places in the library.</param>
    /// <returns>The code of the first.</returns>
    public Task<string> InsertAsync(Guid projectId, Guid customerId, IReadOnlyCollection<int> chosen, CancellationToken ct = default) =>
        AddAsync(projectId, Right.EditCriteria, customerId, agreement => [.. chosen.Order().Select(i => CriterionLibrary.All[i].Make(agreement, null, Today))], ct);

    /// <param name="seen">The field as the person saw it; somebody else's change since is told, not overwritten.</param>
    public Task WriteAsync(Guid projectId, Guid criterionId, CriterionField field, string? seen, string? text, CancellationToken ct = default) => ChangeAsync(projectId, criterionId, (criterion, agreement) =>
    {
        var before = CriterionContent.Of(criterion).Read(field);
        if ((before ?? "") != (seen ?? "") && (before ?? "") != (text?.Trim() ?? "")) throw new RuleException(nameof(RuleText.ChangedJustNow));
        criterion.Write(agreement, field, text, Today);
    }, ct);

    public Task TakeAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var (criterion, agreement) = await db.CriterionAsync(criterionId, ct);
        criterion.Take(agreement);
    }, ct);

    public Task ArchiveAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => ChangeAsync(projectId, criterionId, (criterion, agreement) => criterion.Archive(agreement, Now), ct);

    public Task RestoreAsync(Guid projectId, Guid criterionId, CancellationToken ct = default) => ChangeAsync(projectId, criterionId, (criterion, agreement) => criterion.Restore(agreement), ct);

    /// <summary>Puts it before its neighbour of the same dimension, or after the next.</summary>
    public Task MoveAsync(Guid projectId, Guid criterionId, bool up, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var (criterion, _) = await db.CriterionAsync(criterionId, ct);
        var others = db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == criterion.AgreementId && c.Dimension == criterion.Dimension && c.ArchivedAt == null);
        var neighbour = up
            ? await others.Where(c => c.Position < criterion.Position).OrderByDescending(c => c.Position).FirstOrDefaultAsync(ct)
            : await others.Where(c => c.Position > criterion.Position).OrderBy(c => c.Position).FirstOrDefaultAsync(ct);
        if (neighbour is not null) criterion.Swap(neighbour);
    }, ct);

    private async Task<string> AddAsync(Guid projectId, Right right, Guid customerId, Func<AcceptanceAgreement, IReadOnlyList<AcceptanceCriterion>> make, CancellationToken ct) => (await ProjectNumbers.InTurnAsync(projectId, async () =>
    {
        await using var db = await projects.OpenAsync(projectId, right, ct);
        var made = make(await db.AgreementWithAsync(projectId, customerId, ct));
        db.AddRange(made);
        return await db.SavedAsync(ct) ? made : null;
    }, ct))[0].Code;

    // A proposal is written by whoever offered it; all else, and what others offered, by whoever answers for the draft.
    private Task ChangeAsync(Guid projectId, Guid criterionId, Action<AcceptanceCriterion, AcceptanceAgreement> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.Propose, async db =>
    {
        var (criterion, agreement) = await db.CriterionAsync(criterionId, ct);
        if (!criterion.IsOfferedBy(Me)) await projects.AskAsync(projectId, Right.EditCriteria, ct);
        change(criterion, agreement);
    }, ct);
}
