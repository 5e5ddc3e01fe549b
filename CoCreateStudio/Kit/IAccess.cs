using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Kit;

/// <summary>A project as its people meet it: where it is, what it is called, and what the actor may do in it.</summary>
public sealed record VisibleProject(Guid Id, string Key, string Name, Grant Grant);

/// <summary>What the current actor may do.</summary>
public interface IAccess
{
    /// <summary>The projects that the actor may see and work in, by name.</summary>
    ValueTask<IReadOnlyList<VisibleProject>> ProjectsAsync(CancellationToken ct = default);

    /// <summary>Those of them that are archived: nobody works in them any more, and what came of them is still theirs to know.</summary>
    ValueTask<IReadOnlyList<VisibleProject>> ArchivedAsync(CancellationToken ct = default);

    ValueTask<bool> AdministersAsync(CancellationToken ct = default);
}

public static class AccessQuestions
{
    /// <summary>The project with a key; null when there is none, or none that the actor may see.</summary>
    public static async ValueTask<VisibleProject?> ToAsync(this IAccess access, string key, CancellationToken ct = default) =>
        (await access.ProjectsAsync(ct)).FirstOrDefault(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));

    public static async ValueTask<Grant?> InAsync(this IAccess access, Guid projectId, CancellationToken ct = default) =>
        (await access.ProjectsAsync(ct)).FirstOrDefault(p => p.Id == projectId)?.Grant;

    /// <exception cref="RuleException">The actor is no administrator.</exception>
    public static async ValueTask MustAdministerAsync(this IAccess access, CancellationToken ct = default)
    {
        if (!await access.AdministersAsync(ct)) throw new RuleException(nameof(RuleText.AdministratorsOnly));
    }

    /// <summary>Companies are the same in all projects: whoever has a right in one project that they see from inside has it for all companies; so have administrators.</summary>
    public static async ValueTask<bool> InDirectoryAsync(this IAccess access, Right right, CancellationToken ct = default) =>
        (await access.ProjectsAsync(ct)).Any(p => p.Grant.Allows(Right.SeeInternal) && p.Grant.Allows(right)) || await access.AdministersAsync(ct);
}
