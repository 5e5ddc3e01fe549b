using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Screenings.Demo;
using CoCreateStudio.Features.Screenings.Out;
using CoCreateStudio.Features.Screenings.Predictions;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Screenings;

public sealed class ScreeningsFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("screening", () => ScreeningsText.Screening, "people", Right.SeeInternal)];

    public void AddServices(IServiceCollection services) => services.AddScoped<BoardReader>().AddScoped<ScreeningStore>().AddScoped<ResultsReader>().AddSingleton<IEvidenceOwner, TraitEvidence>().AddSingleton<IDemoChapter, ScreeningsDemo>();

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        ScreeningEndpoints.Map(app);
        ResultsEndpoints.Map(app);
    }
}
