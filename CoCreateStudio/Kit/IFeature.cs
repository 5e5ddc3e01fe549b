using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Kit;

/// <summary>An area of an open project in the menu; <paramref name="Path"/> is relative to the project's address.</summary>
/// <param name="Daily">Opened many times a day: within a thumb's reach on a phone.</param>
public sealed record NavEntry(string Path, Func<string> Label, string Icon, Right Needs = Right.ViewProject, bool Daily = false);

/// <summary>What the application does instead of starting when its first argument is this name; answers with the exit code.</summary>
public sealed record FeatureCommand(string Name, Func<IReadOnlyList<string>, TextWriter, TextWriter, int> Run);

/// <summary>As <see cref="FeatureCommand"/>, on the data of the installation: it is given the services, and nothing is served meanwhile.</summary>
public sealed record DataCommand(string Name, Func<IServiceProvider, IReadOnlyList<string>, TextWriter, TextWriter, Task<int>> RunAsync);

/// <summary>Everything a feature brings to the house.</summary>
public interface IFeature
{
    IEnumerable<NavEntry> Nav => [];

    IEnumerable<FeatureCommand> Commands => [];

    IEnumerable<DataCommand> DataCommands => [];

    void AddServices(IServiceCollection services)
    {
    }

    void MapEndpoints(IEndpointRouteBuilder app)
    {
    }
}
