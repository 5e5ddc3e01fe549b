using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

public static class DataSetup
{
    public static IServiceCollection AddStudioData(this IServiceCollection services, IConfiguration config)
    {
        var options = config.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions();
        var connection = config.GetConnectionString("Studio");
        services.AddSingleton(new SingleWriter(options.Provider == DataProvider.Sqlite));
        services.AddScoped<StudioDbServices>();
        return options.Provider == DataProvider.Postgres
            ? services.AddStudioDb<PostgresStudioDb>(o => o.UseNpgsql(connection))
            : services.AddStudioDb<SqliteStudioDb>(o => o.UseSqlite(connection ?? FileIn(options.Folder)).AddInterceptors(new SqliteLower()));
    }

    /// <summary>Foreign keys are on for every connection; a busy file is waited for rather than refused.</summary>
    private static string FileIn(string folder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(folder, "studio.db"),
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    // Scoped, so that a context records the actor of the circuit that asked for it.
    private static IServiceCollection AddStudioDb<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> provider) where TDb : StudioDb
    {
        var make = ActivatorUtilities.CreateFactory<TDb>([typeof(StudioDbServices)]);
        return services.AddDbContextFactory<TDb>((_, options) => provider(options), ServiceLifetime.Scoped)
            .AddScoped<IDbContextFactory<StudioDb>, AnyStudioDb<TDb>>()
            .AddScoped<StudioDb>(provided => provided.GetRequiredService<TDb>())
            .AddScoped<ProjectDbFactory>()
            .AddScoped<PreferenceStore>()
            .AddScoped(provided => new InstallationDb(each => make(provided, [each]), provided.GetRequiredService<StudioDbServices>()));
    }

    private sealed class AnyStudioDb<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<StudioDb> where TDb : StudioDb
    {
        public StudioDb CreateDbContext() => inner.CreateDbContext();
    }
}
