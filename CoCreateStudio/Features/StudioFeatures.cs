using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Access;
using CoCreateStudio.Features.Customers;
using CoCreateStudio.Features.Demo;
using CoCreateStudio.Features.Files;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Features.Search;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features;

/// <summary>Every feature of the product, in menu order. The only file that knows them all.</summary>
public static class StudioFeatures
{
    public static readonly IReadOnlyList<IFeature> All =
        [new AccessFeature(), new FilesFeature(), new ScreeningsFeature(), new AcceptanceFeature(), new MeetingsFeature(), new RequirementsFeature(), new CustomersFeature(), new ProjectsFeature(), new SearchFeature(), new DemoFeature()];

    public static FeatureCommand? Command(string? name) => All.SelectMany(f => f.Commands).FirstOrDefault(c => c.Name == name);

    public static DataCommand? DataCommand(string? name) => All.SelectMany(f => f.DataCommands).FirstOrDefault(c => c.Name == name);
}
