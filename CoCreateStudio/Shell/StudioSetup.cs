using CoCreateStudio.Features;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using CoCreateStudio.Kit.Ui;
using Radzen;

namespace CoCreateStudio.Shell;

/// <summary>Everything the product registers, so that tests start from exactly what production runs.</summary>
public static class StudioSetup
{
    public static IServiceCollection AddStudio(this IServiceCollection services, IConfiguration config)
    {
        services.AddRadzenComponents();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LiveHub>();
        services.AddSingleton<SharedReads>();
        services.AddSingleton<Presence>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Notices>();
        services.AddScoped<SaveBoard>();
        services.AddStudioData(config);
        services.AddStudioIdentity(config);
        foreach (var feature in StudioFeatures.All) feature.AddServices(services);
        return services;
    }
}
