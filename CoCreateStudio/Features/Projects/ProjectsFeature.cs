using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Projects;

public sealed class ProjectsFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services
        .AddScoped<ProjectStore>()
        .AddScoped<ProjectOverview>();
}
