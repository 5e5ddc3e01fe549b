using CoCreateStudio.Domain.Access;

namespace CoCreateStudio.Kit;

/// <summary>An area of an open project in the menu; <paramref name="Path"/> is relative to the project's address.</summary>
public sealed record NavEntry(string Path, Func<string> Label, string Icon, Right Needs = Right.ViewProject);

/// <summary>Everything a feature brings to the house.</summary>
public interface IFeature
{
    IEnumerable<NavEntry> Nav => [];

    void AddServices(IServiceCollection services)
    {
    }

    void MapEndpoints(IEndpointRouteBuilder app)
    {
    }
}
