using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Shell;

/// <summary>What happens once, before the first request: the database is made and brought up to date.</summary>
public static class StartUp
{
    public static async Task MakeReadyAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<StudioDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }
}
