using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Kit.Ui;

/// <summary>A page of one project: enters it by its key, then loads and follows what it watches in it.</summary>
public abstract class StudioPage : LoadingPage
{
    [Parameter] public string ProjectKey { get; set; } = "";

    [Inject] private IAccess Access { get; set; } = default!;

    /// <summary>The open project; null until it is known that the actor may see it.</summary>
    protected VisibleProject? Project { get; private set; }

    protected Guid ProjectId => Project?.Id ?? Guid.Empty;

    protected virtual IReadOnlyCollection<Type> Watches => [];

    protected override async Task OnParametersSetAsync()
    {
        if (!string.Equals(Project?.Key, ProjectKey, StringComparison.OrdinalIgnoreCase) && !await EnterAsync()) return;
        await ReloadAsync();
    }

    protected override void Leave()
    {
        Project = null;
        base.Leave();
    }

    private async Task<bool> EnterAsync()
    {
        Project = await Access.ToAsync(ProjectKey, Left);
        if (Project is null)
        {
            Leave();
            return false;
        }

        Hear(Project.Id, Watches);
        return true;
    }
}
