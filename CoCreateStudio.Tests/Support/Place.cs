using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Support;

/// <summary>A project with two customers, to put requirements into.</summary>
public sealed class Place(StudioFixture studio)
{
    public Project Project { get; } = Samples.Project();
    public Customer Ours { get; } = Samples.Customer();
    public Customer Theirs { get; } = Samples.Customer();
    public Guid Id => Project.Id;

    public static async Task<Place> MakeAsync(StudioFixture studio)
    {
        var place = new Place(studio);
        await studio.AddAsync(place.Project, place.Ours, place.Theirs);
        await studio.AddAsync(Samples.Participation(place.Id, place.Ours.Id), Samples.Participation(place.Id, place.Theirs.Id));
        return place;
    }

    public Task<Acting> As(ProjectRole role, string? name = null) => studio.AsRole(Id, role, role == ProjectRole.Customer ? Ours.Id : null, name);

    /// <summary>Adds a requirement of this project, filled in as given.</summary>
    public async Task<Requirement> AddAsync(params (RequirementField Field, string? Value)[] fields)
    {
        var requirement = Samples.Requirement(Id);
        foreach (var (field, value) in fields) requirement.Write(field, value, Samples.Now);
        await studio.AddAsync(requirement);
        return requirement;
    }

    /// <summary>Adds a requirement that the people of <see cref="Ours"/> see.</summary>
    public Task<Requirement> AddSharedAsync(params (RequirementField Field, string? Value)[] fields) =>
        AddAsync([(RequirementField.Customer, Ours.Id.ToString()), (RequirementField.Shared, bool.TrueString), .. fields]);

    /// <summary>A row as it is in the database now.</summary>
    public Task<T> ReadAsync<T>(Guid id) where T : Entity => studio.InDbAsync(db => db.Set<T>().IgnoreQueryFilters().AsNoTracking().SingleAsync(r => r.Id == id));
}
