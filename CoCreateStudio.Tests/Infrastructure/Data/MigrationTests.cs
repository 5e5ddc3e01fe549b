using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CoCreateStudio.Tests.Infrastructure.Data;

public class MigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_migrations_for_sqlite_make_the_model()
    {
        using var db = new SqliteDesign().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_migrations_for_postgresql_make_the_model()
    {
        using var db = new PostgresDesign().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var postgres = new PostgresDesign().CreateDbContext([]);

        Assert.Equal(Names(sqlite), Names(postgres));
    }

    [Fact]
    public async Task The_database_of_the_first_release_is_brought_up_to_date_with_all_that_is_in_it()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        await connection.OpenAsync(Token);
        var options = new DbContextOptionsBuilder<SqliteStudioDb>().UseSqlite(connection).Options;
        await using (var first = new SqliteStudioDb(options, DesignServices.Make()))
        {
            await first.GetService<IMigrator>().MigrateAsync(first.Database.GetMigrations().First(), Token);
            await first.Database.ExecuteSqlRawAsync(Yesterday, Token);
            await first.Database.ExecuteSqlRawAsync(TakingPart, Token);
        }

        await using var db = new SqliteStudioDb(options, DesignServices.Make());
        await db.Database.MigrateAsync(Token);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Token));
        Assert.Equal("mei@example.com", (await db.Set<Person>().SingleAsync(Token)).Email);
        Assert.Equal(["Search"], (await db.Set<Project>().IgnoreQueryFilters().SingleAsync(Token)).Categories);
        var row = await db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(Token);
        Assert.Equal(("导出报错", RequirementStatus.Delivered, Urgency.High, "4"), (row.Title, row.Status, row.Urgency, row.Extra["Line"]));
        var participation = await db.Set<Participation>().IgnoreQueryFilters().SingleAsync(Token);
        Assert.Equal((ParticipationGrounds.Earlier, 0), (participation.Grounds, participation.TraitsAtStart.Count));
    }

    private static IEnumerable<string> Names(StudioDb db) => db.Database.GetMigrations().Select(m => m.Split('_', 2)[1]);

    // As the first release wrote it. Never to be changed: it stands for the files that people have.
    private const string Yesterday = """
        INSERT INTO "People" ("Id", "Name", "Email", "IsAdministrator", "TimeZone", "Version")
            VALUES ('0199F2C4-0000-7000-8000-000000000001', 'Mei', 'mei@example.com', 1, 'Asia/Shanghai', 0);
        INSERT INTO "Projects" ("Id", "ProjectId", "Name", "Key", "Purpose", "StatusNames", "Departments", "Categories", "Version")
            VALUES ('0199F2C4-0000-7000-8000-000000000002', '0199F2C4-0000-7000-8000-000000000002', 'Line 4', 'LINE4', '', '{{}}', '[]', '["Search"]', 3);
        INSERT INTO "Memberships" ("Id", "ProjectId", "PersonId", "Role", "Version")
            VALUES ('0199F2C4-0000-7000-8000-000000000003', '0199F2C4-0000-7000-8000-000000000002', '0199F2C4-0000-7000-8000-000000000001', 'Lead', 0);
        INSERT INTO "Requirements" ("Id", "ProjectId", "Number", "Title", "Status", "StatusSince", "Urgency", "Reopened", "Shared", "Extra", "CreatedAt", "CreatedBy", "Version")
            VALUES ('0199F2C4-0000-7000-8000-000000000004', '0199F2C4-0000-7000-8000-000000000002', 1, '导出报错', 40, '2026-03-02 09:00:00', 30, 0, 1, '{{"Line":"4"}}', '2026-03-01 09:00:00', 'Mei', 5);
        """;

    // A customer from the time before there was a gate.
    private const string TakingPart = """
        INSERT INTO "Customers" ("Id", "Name", "ShortName", "Version") VALUES ('0199F2C4-0000-7000-8000-000000000005', 'Helian', 'Helian', 0);
        INSERT INTO "Participations" ("Id", "ProjectId", "CustomerId", "Version")
            VALUES ('0199F2C4-0000-7000-8000-000000000006', '0199F2C4-0000-7000-8000-000000000002', '0199F2C4-0000-7000-8000-000000000005', 0);
        """;
}
