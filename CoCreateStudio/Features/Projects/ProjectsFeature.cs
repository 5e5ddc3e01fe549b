using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Projects;

public sealed class ProjectsFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("set-up", () => ProjectsText.SetUp, "setup", Right.SetUpProject)];

    public void AddServices(IServiceCollection services) => services
        .AddScoped<ProjectStore>()
        .AddScoped<ProjectOverview>()
        .AddScoped<ProjectSetUpStore>()
        .AddScoped<ProjectListStore>()
        .AddScoped<ProjectPeopleStore>();
}
