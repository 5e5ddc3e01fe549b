using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Links;

/// <summary>What serves a criterion: requirements and decisions, by their numbers.</summary>
public sealed class CriterionLinks(ProjectDbFactory projects)
{
    public Task AddAsync(Guid projectId, Guid criterionId, ServedBy kind, int number, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
    {
        var (criterion, agreement) = await db.CriterionAsync(criterionId, ct);
        var target = kind == ServedBy.Requirement
            ? await db.Set<Requirement>().Where(r => r.Number == number && r.ArchivedAt == null).Select(r => new Target(r.Id, r.CustomerId, r.Status)).SingleOrDefaultAsync(ct)
            : await db.Set<Decision>().Where(d => d.Number == number && d.ArchivedAt == null).Select(d => new Target(d.Id, d.CustomerId, null)).SingleOrDefaultAsync(ct);
        if (target is not { Id: var id }) throw new RuleException(nameof(RuleText.NoSuchNumber), number);
        if (target.CustomerId is { } customer && customer != agreement.CustomerId) throw new RuleException(nameof(RuleText.OfAnotherCustomer), number);
        if (target.Status is RequirementStatus.Declined or RequirementStatus.Duplicate) throw new RuleException(nameof(RuleText.ServesNoMore), number);
        if (!await db.Set<CriterionLink>().AnyAsync(l => l.CriterionId == criterionId && l.Kind == kind && l.TargetId == id, ct)) db.Add(new CriterionLink(criterion, kind, id));
    }, ct);

    public Task RemoveAsync(Guid projectId, Guid linkId, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.EditCriteria, async db =>
        db.Remove(await db.Set<CriterionLink>().SingleOrDefaultAsync(l => l.Id == linkId, ct) ?? throw new RuleException(nameof(RuleText.NotThere))), ct);

    private sealed record Target(Guid Id, Guid? CustomerId, RequirementStatus? Status);
}
