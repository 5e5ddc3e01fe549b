using CoCreateStudio.Features.Requirements.Blocks;
using CoCreateStudio.Features.Requirements.Export;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Inspect;
using CoCreateStudio.Features.Requirements.Import.Learning;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Features.Requirements.Reply;
using CoCreateStudio.Features.Requirements.RoundTrip;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Features.Requirements.Triage;
using CoCreateStudio.Features.Requirements.Views;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Requirements;

public sealed class RequirementsFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("requirements", () => RequirementsText.Requirements, "list", Daily: true)];

    public IEnumerable<FeatureCommand> Commands => [new(InspectCommand.Name, InspectCommand.Run)];

    public void AddServices(IServiceCollection services) => services
        .AddMemoryCache()
        .AddScoped<RequirementTable>()
        .AddScoped<TableGroups>()
        .AddScoped<ProjectFactsReader>()
        .AddScoped<RequirementStore>()
        .AddScoped<RequirementDetails>()
        .AddScoped<RequirementTalk>()
        .AddScoped<ViewStore>()
        .AddScoped<BlockStore>()
        .AddScoped<RequirementExport>()
        .AddScoped<CustomerExport>()
        .AddScoped<TriageList>()
        .AddScoped<BulkReply>()
        .AddScoped<SimilarRequirements>()
        .AddScoped<SentTableStore>()
        .AddScoped<ImportStore>()
        .AddScoped<ImportMappings>()
        .AddScoped<ImportFileStore>();

    public void MapEndpoints(IEndpointRouteBuilder app) => RequirementEndpoints.Map(app);
}
