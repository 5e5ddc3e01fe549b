using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Support;

/// <summary>The product's own registrations on a database of its own, made by the migrations. Use it as a class fixture.</summary>
public sealed class StudioFixture : IAsyncLifetime
{
    private readonly TestData _data = new();
    private readonly ServiceProvider _services;

    public StudioFixture()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(_data.Configuration).AddStudio(_data.Configuration);
        services.AddSingleton<TimeProvider>(Clock);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public TestClock Clock { get; } = new();

    /// <summary>Where its data lies, for what reads it from outside.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _data.Settings;

    public async ValueTask InitializeAsync()
    {
        await using var nobody = Nobody();
        await nobody.Get<StudioDb>().Database.MigrateAsync();
    }

    /// <summary>A scope in which nobody is signed in, as at start or before sign-in.</summary>
    public Acting Nobody() => new(_services.CreateAsyncScope());

    /// <summary>A scope in which this person acts.</summary>
    public async Task<Acting> As(Guid personId)
    {
        Acting acting = new(_services.CreateAsyncScope());
        acting.Get<Passes>().Forget(personId);
        var pass = await acting.Get<Passes>().OfAsync(personId) ?? throw new InvalidOperationException("There is no such person, or the person is blocked.");
        acting.Actor.Become(pass.PersonId, pass.Name, pass.IsAdministrator, pass.TimeZone);
        return acting;
    }

    /// <summary>A scope in which somebody new acts who has this role in this project.</summary>
    public async Task<Acting> AsRole(Guid projectId, ProjectRole role, Guid? customerId = null, string? name = null)
    {
        var person = Samples.Person(name);
        await AddAsync(person, Samples.Membership(projectId, person.Id, role, customerId));
        return await As(person.Id);
    }

    public async Task<Acting> AsAdministrator(string? name = null)
    {
        var person = Samples.Person(name, isAdministrator: true);
        await AddAsync(person);
        return await As(person.Id);
    }

    /// <summary>Puts rows into the database without asking for any right.</summary>
    public Task AddAsync(params Entity[] rows) => InDbAsync(async db =>
    {
        db.Projects = [.. rows.OfType<IInProject>().Select(r => r.ProjectId).Distinct()];
        db.AddRange(rows);
        await db.SaveChangesAsync();
        foreach (var membership in rows.OfType<Membership>()) _services.GetRequiredService<Passes>().Forget(membership.PersonId);
    });

    /// <summary>Looks into the database itself, past the door. Rows inside projects need IgnoreQueryFilters.</summary>
    public async Task<T> InDbAsync<T>(Func<StudioDb, Task<T>> read)
    {
        await using var nobody = Nobody();
        await using var db = await nobody.Get<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public Task InDbAsync(Func<StudioDb, Task> act) => InDbAsync(async db =>
    {
        await act(db);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _data.Dispose();
    }
}
