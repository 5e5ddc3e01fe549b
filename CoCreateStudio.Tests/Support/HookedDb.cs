using System.Data.Common;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoCreateStudio.Tests.Support;

/// <summary>A context of one project, in whose every pause between two reads somebody else does something.</summary>
internal static class HookedDb
{
    public static StudioDb Open(Acting acting, Guid projectId, Func<Task> before)
    {
        var services = acting.Get<StudioDbServices>();
        StudioDb db = TestData.IsPostgres ? new PostgresStudioDb(Options<PostgresStudioDb>(acting, before), services) : new SqliteStudioDb(Options<SqliteStudioDb>(acting, before), services);
        db.Projects = [projectId];
        return db;
    }

    private static DbContextOptions<T> Options<T>(Acting acting, Func<Task> before) where T : DbContext =>
        new DbContextOptionsBuilder<T>(acting.Get<DbContextOptions<T>>()).AddInterceptors(new BeforeReads(before)).Options;

    private sealed class BeforeReads(Func<Task> before) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await before();
            return result;
        }
    }
}
