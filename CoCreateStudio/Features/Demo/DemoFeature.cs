using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Demo;

public sealed class DemoFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<DemoData>();
}
