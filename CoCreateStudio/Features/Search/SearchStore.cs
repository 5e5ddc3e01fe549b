using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Search;

/// <summary>Finds across all projects that the actor may see, and in each only what the actor may see there.</summary>
public sealed class SearchStore(ProjectDbFactory projects, IAccess access)
{
    /// <summary>The most that one group shows.</summary>
    public const int Most = 8;

    public async Task<Found> FindAsync(string typed, CancellationToken ct = default)
    {
        var wanted = Wanted.From(typed);
        var visible = await access.ProjectsAsync(ct);
        FoundProject[] named = [.. visible.Where(p => Holds(p.Name, wanted) || Holds(p.Key, wanted)).Take(Most).Select(p => new FoundProject(p.Key, p.Name))];
        if (wanted.Text.Length == 0) return Found.Nothing with { Projects = named };

        var byId = visible.ToDictionary(p => p.Id);
        List<Row> rows = [];
        List<Part> parts = [];
        await using (var db = await projects.OpenVisibleAsync(ct)) await FindAsync(db, wanted, byId, rows, parts, ct);

        // A customer's own people see each project through their company's eyes, so each has a door of its own.
        foreach (var project in visible.Where(p => !p.Grant.Allows(Right.SeeInternal)))
        {
            await using var db = await projects.OpenAsync(project.Id, Right.ViewProject, ct);
            await FindAsync(db, wanted, byId, rows, parts, ct);
        }

        return new(
            [.. rows.OrderByDescending(r => r.Number == wanted.Number).ThenByDescending(r => r.InTitle).ThenBy(r => !r.Status.IsOpen()).ThenByDescending(r => r.Number).Take(Most)
                .Select(r => new FoundRequirement(byId[r.ProjectId].Key, byId[r.ProjectId].Name, r.Number, r.Title, r.Status))],
            named,
            [.. Customers(parts, byId).Take(Most)]);
    }

    private static IEnumerable<FoundCustomer> Customers(List<Part> parts, Dictionary<Guid, VisibleProject> visible) =>
        from part in parts
        let project = visible[part.ProjectId]
        group project by (part.Name, Address: project.Grant.Allows(Right.SeeInternal) ? Urls.Customer(part.CustomerId) : Urls.RequirementsOf(project.Key, part.CustomerId)) into found
        orderby found.Key.Name
        select new FoundCustomer(found.Key.Name, string.Join(" · ", found.Select(p => p.Name).Order(StringComparer.CurrentCultureIgnoreCase)), found.Key.Address);

    private static async Task FindAsync(
        StudioDb db, Wanted wanted, Dictionary<Guid, VisibleProject> visible, List<Row> rows, List<Part> parts, CancellationToken ct)
    {
        if (db.Projects.Count == 0) return;
        var pattern = wanted.Pattern;
        rows.AddRange(await Matching(db.Set<Requirement>().Where(r => r.ArchivedAt == null), wanted, visible)
            .OrderByDescending(r => r.Number == wanted.Number).ThenByDescending(r => EF.Functions.Like(r.Title.ToLower(), pattern, "\\"))
            .ThenBy(r => r.Status >= RequirementStatus.Verified).ThenByDescending(r => r.Number).Take(Most)
            .Select(r => new Row(r.ProjectId, r.Number, r.Title, r.Status, EF.Functions.Like(r.Title.ToLower(), pattern, "\\"))).ToListAsync(ct));
        parts.AddRange(await db.Set<Participation>().Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => new { p.ProjectId, p.CustomerId, c.Name, c.ShortName })
            .Where(c => EF.Functions.Like(c.Name.ToLower(), pattern, "\\") || EF.Functions.Like(c.ShortName.ToLower(), pattern, "\\"))
            .OrderBy(c => c.Name).Take(Most).Select(c => new Part(c.ProjectId, c.CustomerId, c.Name)).ToListAsync(ct));
    }

    private static IQueryable<Requirement> Matching(IQueryable<Requirement> rows, Wanted wanted, Dictionary<Guid, VisibleProject> visible)
    {
        var pattern = wanted.Pattern;
        if (wanted.Number is not { } number) return rows.Where(r => EF.Functions.Like(r.Title.ToLower(), pattern, "\\") || EF.Functions.Like(r.Description!.ToLower(), pattern, "\\"));
        if (wanted.ProjectKey is null) return rows.Where(r => r.Number == number || EF.Functions.Like(r.Title.ToLower(), pattern, "\\"));
        var project = visible.Values.FirstOrDefault(p => p.Key == wanted.ProjectKey)?.Id;
        return rows.Where(r => (r.ProjectId == project && r.Number == number) || EF.Functions.Like(r.Title.ToLower(), pattern, "\\"));
    }

    private static bool Holds(string text, Wanted wanted) => text.Contains(wanted.Text, StringComparison.CurrentCultureIgnoreCase);

    private sealed record Row(Guid ProjectId, int Number, string Title, RequirementStatus Status, bool InTitle);

    private sealed record Part(Guid ProjectId, Guid CustomerId, string Name);
}
