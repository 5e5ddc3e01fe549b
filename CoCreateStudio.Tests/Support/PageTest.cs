using Bunit;
using CoCreateStudio.Domain;
using CoCreateStudio.Features.Access;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Support;

/// <summary>Renders pages over the real stores and a real database; only the browser is pretend.</summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    private readonly TestData _data = new();

    // How long a test that is going to fail takes; one that passes goes on at once, also on a slow machine.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddSingleton(_data.Configuration).AddStudio(_data.Configuration);
        Services.AddSingleton<TimeProvider>(Clock);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    protected static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    protected TestClock Clock { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    protected T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Signs this person in.</summary>
    protected async Task BecomeAsync(Guid personId)
    {
        Get<Passes>().Forget(personId);
        var pass = await Get<Passes>().OfAsync(personId) ?? throw new InvalidOperationException("There is no such person.");
        Get<CurrentActor>().Become(pass.PersonId, pass.Name, pass.IsAdministrator, pass.TimeZone);
    }

    /// <summary>Puts rows into the database without asking for any right.</summary>
    protected async Task AddAsync(params Entity[] rows)
    {
        await using var db = await Get<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        db.Projects = [.. rows.OfType<IInProject>().Select(r => r.ProjectId).Distinct()];
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }
}
