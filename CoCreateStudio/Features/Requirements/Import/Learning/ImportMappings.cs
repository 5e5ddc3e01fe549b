using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Import.Learning;

/// <summary>What imports of a project have taught about the files that come.</summary>
public sealed class ImportMappings(ProjectDbFactory projects)
{
    private const int Most = 300;

    public async Task<IReadOnlyList<ImportMapping>> ListAsync(Guid projectId, CancellationToken ct = default)
    {
        await using var db = await projects.OpenAsync(projectId, Right.ImportRequirements, ct);
        return await db.Set<ImportMapping>().AsNoTracking().OrderByDescending(m => m.At).Take(Most).ToListAsync(ct);
    }

    /// <summary>Keeps how the tables of an import were taken, with its next save.</summary>
    internal static async Task LearnAsync(StudioDb db, ImportRun run, ImportOrder order, CancellationToken ct)
    {
        var shapes = order.Tables.Select(t => t.Shape).ToList();
        var known = await db.Set<ImportMapping>().Where(m => m.CustomerId == order.CustomerId && shapes.Contains(m.Shape)).ToListAsync(ct);
        foreach (var table in order.Tables)
        {
            var mapping = known.Find(m => m.Shape == table.Shape);
            if (mapping is null) db.Add(mapping = new(run.ProjectId, order.CustomerId, table.Shape));
            mapping.Learn(table.Columns, table.Sheets, table.DayFirst, run.FileName, run.By, run.At);
        }
    }
}
