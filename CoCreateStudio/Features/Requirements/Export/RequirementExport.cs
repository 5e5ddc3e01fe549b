using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Requirements.Export;

/// <summary>Writes the table as the screen shows it: same rows, columns, order and language.</summary>
public sealed class RequirementExport(
    RequirementTable table, TableGroups groups, ProjectFactsReader facts, AttachmentStore files, CurrentActor actor, TimeProvider clock)
{
    /// <param name="site">The address of this installation, for the links in the file.</param>
    /// <param name="columns">The columns on the screen; null for the usual ones.</param>
    public async Task WriteAsync(Stream output, VisibleProject project, string site, RequirementFilter filter, IReadOnlyList<string>? columns, CancellationToken ct)
    {
        var known = await facts.ReadAsync(project.Id, ct);
        var totals = await groups.CountAsync(project.Id, filter, ct);
        var pictures = await files.ByOwnerAsync(project.Id, ct);
        var sheet = new RequirementSheet(site + Urls.Requirements(project.Key) + "/", known, clock, id => [.. pictures[id].Select(p => files.ForSheet(project.Id, p))]);
        List<string> shown = [.. (columns ?? RequirementColumns.Usual).Where(c => project.Grant.Allows(Right.SeeInternal) || !RequirementColumns.IsInternal(c))];
        var rows = table.StreamAsync(project.Id, filter, filter.GroupedBy == GroupBy.None ? [TableGroups.Nobody] : [.. totals.Groups.Select(g => g.Key)], ct: ct);
        var cover = new WorkbookCover(RequirementsText.Requirements, project.Name, actor.Name, clock.GetUtcNow().UtcDateTime, actor.TimeZone) { Filter = FilterWords.Of(filter, known) };
        await WorkbookWriter.WriteAsync(output, cover, [new ListSheet<RequirementRow>(RequirementsText.Requirements, sheet.Columns(shown, pictures.Count > 0), rows) { FrozenColumns = 3 }], ct: ct);
    }
}
