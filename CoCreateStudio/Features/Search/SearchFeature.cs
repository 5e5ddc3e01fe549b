using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Search;

public sealed class SearchFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<SearchStore>();
}
