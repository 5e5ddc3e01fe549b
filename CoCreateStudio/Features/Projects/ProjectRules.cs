using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>Rules that look at more than one project.</summary>
internal static class ProjectRules
{
    /// <exception cref="RuleException">Another project has the key, be it one that the actor may not see.</exception>
    public static async Task MustBeFreeAsync(this StudioDb db, Project project, CancellationToken ct)
    {
        if (await db.Set<Project>().IgnoreQueryFilters().AnyAsync(p => p.Key == project.Key && p.Id != project.Id, ct))
            throw new RuleException(nameof(RuleText.ProjectKeyTaken), project.Key);
    }
}
