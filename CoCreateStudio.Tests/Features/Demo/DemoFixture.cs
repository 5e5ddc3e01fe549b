using CoCreateStudio.Features.Demo;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Shell;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Features.Demo;

/// <summary>A private SQLite database with the product's own registrations; the demo itself is only put in when asked for.</summary>
public sealed class DemoFixture : IAsyncDisposable
{
    private readonly SqliteConnection _keepAlive = new($"Data Source=demo-{Guid.NewGuid():N};Mode=Memory;Cache=Shared;Foreign Keys=True");
    private readonly ServiceProvider _services;

    public DemoFixture(TimeProvider? clock = null)
    {
        _keepAlive.Open();
        var config = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Studio", _keepAlive.ConnectionString)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddStudio(config);
        if (clock is not null) services.AddSingleton(clock);
        _services = services.BuildServiceProvider(validateScopes: true);
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public async Task<DemoResult> FillAsync(string? password = "a-password-for-all")
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<DemoData>().FillAsync(password, TestContext.Current.CancellationToken);
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public StudioDb Open() => _services.CreateScope().ServiceProvider.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContext();

    /// <summary>All rows of one kind, whatever project they are in.</summary>
    public async Task<List<T>> AllAsync<T>() where T : class
    {
        await using var db = Open();
        return await db.Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _keepAlive.DisposeAsync();
    }
}
