using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoCreateStudio.Infrastructure.Data;

// "dotnet ef migrations add NAME --context SqliteStudioDb|PostgresStudioDb" makes its contexts here and needs no server.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteStudioDb>
{
    public SqliteStudioDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStudioDb>().UseSqlite("Data Source=:memory:").Options, DesignServices.Make());
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresStudioDb>
{
    public PostgresStudioDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStudioDb>().UseNpgsql("Host=localhost").Options, DesignServices.Make());
}

internal static class DesignServices
{
    public static StudioDbServices Make() =>
        new(new CurrentActor(), TimeProvider.System, new LiveHub(NullLogger<LiveHub>.Instance), new SingleWriter(false));
}
