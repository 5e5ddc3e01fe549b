using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>
/// What waits for a decision: everything new that nobody put off. First what should have been answered by now, then the most urgent,
/// then what came in first.
/// </summary>
public sealed class TriageList(ProjectDbFactory projects, RequirementTable table)
{
    /// <returns>The numbers of the requirements, in the order in which to decide them.</returns>
    public async Task<IReadOnlyList<int>> ReadAsync(Guid projectId, RequirementFilter filter, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        var reader = await table.ReaderAsync(projectId, ct);
        var overdue = reader.Answers.Overdue();
        return await db.Set<Requirement>().AsNoTracking().Matching(ForTriage(filter), reader).Snoozed(false, reader.Today)
            .OrderByDescending(overdue).ThenByDescending(r => r.Urgency ?? Domain.Projects.AnswerTargets.Unsaid).ThenBy(r => r.CreatedAt).ThenBy(r => r.Number)
            .Select(r => r.Number).ToListAsync(ct);
    }

    /// <summary>A filter of the table as far as it makes sense here: which status a row has is not for it to say.</summary>
    public static RequirementFilter ForTriage(RequirementFilter filter) => new()
    {
        Text = filter.Text,
        Statuses = [RequirementStatus.New],
        Fields = filter.Fields.Remove(RequirementField.SnoozedUntil),
        LateOnly = filter.LateOnly,
        AnswerLate = filter.AnswerLate,
        FromImport = filter.FromImport,
    };
}
