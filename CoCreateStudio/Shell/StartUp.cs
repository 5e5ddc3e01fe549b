using System.Data.Common;
using CoCreateStudio.Features.Access.Accounts;
using CoCreateStudio.Features.Demo;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Shell;

/// <summary>What happens once: the database is brought up to date before the first request, and the console says where we are.</summary>
public static class StartUp
{
    /// <returns>What stands in the way, in one sentence; null when all is ready.</returns>
    public static async Task<string?> TryMakeReadyAsync(this WebApplication app, bool withDemo)
    {
        try
        {
            await app.MakeReadyAsync(withDemo);
            return null;
        }
        catch (DbException e)
        {
            return $"The database cannot be used: {e.Message} Look at Data:Provider, Data:Folder and ConnectionStrings:Studio.";
        }
        catch (ArgumentException e) when (withDemo && e.ParamName == "password")
        {
            return $"Demo:Password does not do: {e.Message}";
        }
    }

    /// <param name="withDemo">Fill an empty installation with the demo.</param>
    public static async Task MakeReadyAsync(this WebApplication app, bool withDemo)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();

        // Readers do not wait for the writer. Said again each time, for a file that came from elsewhere.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
        if (withDemo) await FillDemoAsync(app, scope.ServiceProvider);
        var setUp = await scope.ServiceProvider.GetRequiredService<LinkStore>().OfferSetUpAsync();
        app.Lifetime.ApplicationStarted.Register(() => SayWhere(app, setUp));
    }

    private static async Task FillDemoAsync(WebApplication app, IServiceProvider services)
    {
        var demo = await services.GetRequiredService<DemoData>().FillAsync(app.Configuration["Demo:Password"]);
        if (!demo.WasFilled) Console.WriteLine("There is data here already: the demo was left out.");
        foreach (var signIn in demo.SignIns) Console.WriteLine($"{signIn.Role,-14} {signIn.Email,-34} {signIn.Password}");
    }

    // To the console and not to the log: a log is kept and passed on, and the set-up link is a secret.
    private static void SayWhere(WebApplication app, string? setUp)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Select(Reachable).ToList() ?? [];
        Console.WriteLine($"CoCreate Studio runs at {string.Join(" and ", addresses)}");
        if (setUp is not null) Console.WriteLine($"There is no administrator yet. Set up here, once: {addresses.FirstOrDefault()}{LinkSecret.Path(setUp)}");
    }

    private static string Reachable(string address) => address
        .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).TrimEnd('/');
}
