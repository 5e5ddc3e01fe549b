using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Projects;

/// <summary>The departments and product categories of a project, in the order people want them.</summary>
public sealed class ProjectListStore(ProjectDbFactory projects, TimeProvider clock)
{
    public Task AddAsync(Guid projectId, ProjectList list, string name, CancellationToken ct = default) =>
        ChangeAsync(projectId, list, (_, names) => Insert(names, name, names.Count), ct);

    /// <summary>Puts a name back where it stood.</summary>
    public Task PutBackAsync(Guid projectId, ProjectList list, string name, int at, CancellationToken ct = default) =>
        ChangeAsync(projectId, list, (_, names) => Insert(names, name, Math.Min(at, names.Count)), ct);

    /// <summary>Renames it in the list and in every requirement that uses it, as one act.</summary>
    public Task RenameAsync(Guid projectId, ProjectList list, string name, string newName, CancellationToken ct = default) => ChangeAsync(projectId, list, async (db, names) =>
    {
        newName = newName.Trim();
        if (newName.Length == 0) throw new RuleException(nameof(RuleText.NameNeeded), Requirement.NameLength);
        MustBeNew([.. names.Where(n => n != name)], newName);
        names[PlaceOf(names, name)] = newName;
        var rows = list == ProjectList.Categories ? db.Set<Requirement>().Where(r => r.Category == name) : db.Set<Requirement>().Where(r => r.Department == name);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct)) row.Write(FieldOf(list), newName, clock.GetUtcNow().UtcDateTime);
    }, ct);

    public Task MoveAsync(Guid projectId, ProjectList list, string name, int by, CancellationToken ct = default) => ChangeAsync(projectId, list, (_, names) =>
    {
        var to = Math.Clamp(PlaceOf(names, name) + by, 0, names.Count - 1);
        names.Remove(name);
        names.Insert(to, name);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Takes it out of the list; requirements that use it keep it.</summary>
    public Task RemoveAsync(Guid projectId, ProjectList list, string name, CancellationToken ct = default) => ChangeAsync(projectId, list, (_, names) =>
    {
        names.Remove(name);
        return Task.CompletedTask;
    }, ct);

    // Names are said, not places: two people who change the list at once both get what they wanted.
    private Task ChangeAsync(Guid projectId, ProjectList list, Func<StudioDb, List<string>, Task> change, CancellationToken ct) => projects.ChangeAsync(projectId, Right.SetUpProject, async db =>
    {
        var project = await db.Set<Project>().SingleAsync(ct);
        List<string> names = [.. list == ProjectList.Categories ? project.Categories : project.Departments];
        await change(db, names);
        if (list == ProjectList.Categories) project.ListCategories(names);
        else project.ListDepartments(names);
    }, ct);

    private static Task Insert(List<string> names, string name, int at)
    {
        name = name.Trim();
        if (name.Length == 0) throw new RuleException(nameof(RuleText.NameNeeded), Requirement.NameLength);
        MustBeNew(names, name);
        names.Insert(at, name);
        return Task.CompletedTask;
    }

    private static int PlaceOf(List<string> names, string name) =>
        names.IndexOf(name) is >= 0 and var at ? at : throw new RuleException(nameof(RuleText.ListedNoLonger), name);

    private static void MustBeNew(List<string> names, string name)
    {
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new RuleException(nameof(RuleText.ListedAlready), name);
    }

    private static RequirementField FieldOf(ProjectList list) => list == ProjectList.Categories ? RequirementField.Category : RequirementField.Department;
}
