using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Views;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Requirements.Export;

/// <summary>Writes the table as the screen shows it, or each of the project's views on a sheet of its own: same rows, columns, order and language.</summary>
public sealed class RequirementExport(
    RequirementTable table, TableGroups groups, ProjectFactsReader facts, ViewStore views, AttachmentStore files, CurrentActor actor, TimeProvider clock)
{
    /// <param name="site">The address of this installation, for the links in the file.</param>
    /// <param name="columns">The columns on the screen; null for the usual ones.</param>
    public async Task WriteAsync(Stream output, VisibleProject project, string site, RequirementFilter filter, IReadOnlyList<string>? columns, CancellationToken ct)
    {
        var source = await SourceAsync(project, site, ct);
        var cover = Cover(RequirementsText.Requirements, project) with { Filter = FilterWords.Of(filter, source.Facts) };
        await WorkbookWriter.WriteAsync(output, cover, [await SheetAsync(source, RequirementsText.Requirements, filter, columns, ct)], ct: ct);
    }

    /// <summary>A sheet for each view of the project that the actor has; without any, the usual table.</summary>
    public async Task WriteViewsAsync(Stream output, VisibleProject project, string site, CancellationToken ct)
    {
        var source = await SourceAsync(project, site, ct);
        List<(string Name, RequirementFilter Filter, IReadOnlyList<string>? Columns)> shown =
            [.. (await views.ListAsync(project.Id, ct)).Where(v => !v.IsMine).Select(v => (v.Name, v.State.Filter, v.State.Columns))];
        if (shown.Count == 0) shown.Add((RequirementsText.Requirements, RequirementFilter.OfOpen, null));
        List<ListSheet> sheets = [];
        foreach (var view in shown) sheets.Add(await SheetAsync(source, view.Name, view.Filter, view.Columns, ct));
        var cover = Cover(RequirementsText.AllViews, project) with { Filter = RequirementsText.AllViews, More = [.. shown.Select(v => new CoverLine(v.Name, FilterWords.Of(v.Filter, source.Facts)))] };
        await WorkbookWriter.WriteAsync(output, cover, sheets, ct: ct);
    }

    private sealed record Source(VisibleProject Project, ProjectFacts Facts, RequirementSheet Sheet, bool HasPictures);

    private async Task<Source> SourceAsync(VisibleProject project, string site, CancellationToken ct)
    {
        var known = await facts.ReadAsync(project.Id, ct);
        var pictures = await files.ByOwnerAsync(project.Id, ct);
        RequirementSheet sheet = new(site + Urls.Requirements(project.Key) + "/", known, clock, id => [.. pictures[id].Select(p => files.ForSheet(project.Id, p))]);
        return new(project, known, sheet, pictures.Count > 0);
    }

    private WorkbookCover Cover(string title, VisibleProject project) => new(title, project.Name, actor.Name, clock.GetUtcNow().UtcDateTime, actor.TimeZone);

    private async Task<ListSheet> SheetAsync(Source source, string name, RequirementFilter filter, IReadOnlyList<string>? columns, CancellationToken ct)
    {
        var project = source.Project;
        var totals = await groups.CountAsync(project.Id, filter, ct);
        List<string> shown = [.. (columns ?? RequirementColumns.Usual).Where(c => project.Grant.Allows(Right.SeeInternal) || !RequirementColumns.IsInternal(c))];
        var rows = table.StreamAsync(project.Id, filter, filter.GroupedBy == GroupBy.None ? [TableGroups.Nobody] : [.. totals.Groups.Select(g => g.Key)], ct: ct);
        return new ListSheet<RequirementRow>(name, source.Sheet.Columns(shown, source.HasPictures), rows) { FrozenColumns = 3 };
    }
}
