using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Panel;

/// <summary>Comments and links of requirements.</summary>
public sealed class RequirementTalk(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    public async Task SayAsync(Guid projectId, Guid id, string text, bool isInternal, CancellationToken ct = default)
    {
        while (true)
        {
            await using var db = await projects.OpenAsync(projectId, Right.Comment, ct);
            if (isInternal && db.OnlyCustomer is not null) throw new RuleException(nameof(RuleText.NotAllowed));
            var requirement = await FindAsync(db, id, ct);
            var comment = db.Add(new RequirementComment(requirement, text, isInternal, actor.PersonId, actor.Name, clock.GetUtcNow().UtcDateTime)).Entity;
            if (!isInternal && db.OnlyCustomer is null && requirement.Shared) requirement.AnswerFirst(comment.At);
            if (await db.SavedAsync(ct)) return;
        }
    }

    /// <param name="target">A web or mail address, or the number of another requirement, such as "R-12".</param>
    public async Task LinkAsync(Guid projectId, Guid id, string target, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        var requirement = await FindAsync(db, id, ct);
        db.Add(int.TryParse(target.Trim().TrimStart('R', 'r', '-', '#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RequirementLink(requirement, await db.Set<Requirement>().SingleOrDefaultAsync(r => r.Number == number, ct) ?? throw new RuleException(nameof(RuleText.NotThere)))
            : new RequirementLink(requirement, target, title: null));
        await db.SaveChangesAsync(ct);
    }

    public async Task UnlinkAsync(Guid projectId, Guid linkId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        db.Remove(await db.Set<RequirementLink>().SingleOrDefaultAsync(l => l.Id == linkId, ct) ?? throw new RuleException(nameof(RuleText.NotThere)));
        await db.SaveChangesAsync(ct);
    }

    private static async Task<Requirement> FindAsync(StudioDb db, Guid id, CancellationToken ct) =>
        await db.Set<Requirement>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RuleException(nameof(RuleText.NotThere));
}
