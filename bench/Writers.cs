using System.Diagnostics;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using CoCreateStudio.Shell;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>Fifty people who change a requirement each, again and again, at the same time and in one SQLite file.</summary>
internal static class Writers
{
    private const int People = 50;
    private const int Rounds = 20;
    private const int Warming = 40;

    public static async Task MeasureAsync(string folder, Report report)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddStudio(config).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StudioDb>();
        var mei = await db.Set<Person>().SingleAsync();
        var project = await db.Set<Project>().IgnoreQueryFilters().Where(p => p.Key == "MANY").Select(p => p.Id).SingleAsync();
        var rows = await db.Set<Requirement>().IgnoreQueryFilters().Where(r => r.ProjectId == project).OrderBy(r => r.Number).Take(People).Select(r => r.Id).ToListAsync();

        await Task.WhenAll(rows.Select(row => Task.Run(() => WriteAsync(services, mei, project, row, "warming", Warming, []))));
        var (watch, cpu, waits) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, new List<double>());
        var refused = (await Task.WhenAll(rows.Select(row => Task.Run(() => WriteAsync(services, mei, project, row, "round", Rounds, waits))))).Sum();
        var seconds = watch.Elapsed.TotalSeconds;
        report.Add($"{People} writers at once, {People * Rounds} changes: refused", refused, "", 0);
        report.Add($"{People} writers at once: lost", await LostAsync(db, rows), "", 0);
        report.Add($"{People} writers at once, committed changes a second", People * Rounds / seconds, "");
        report.Add($"{People} writers at once, CPU a change", (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / (People * Rounds), "ms", 2);
        report.Add($"{People} writers at once, a change (median)", Report.Median(waits), "ms");
    }

    private static async Task<int> WriteAsync(IServiceProvider services, Person mei, Guid project, Guid row, string word, int rounds, List<double> waits)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(mei.Id, mei.Name, mei.IsAdministrator, TimeZoneInfo.Utc);
        var store = scope.ServiceProvider.GetRequiredService<RequirementStore>();
        var (refused, seen) = (0, word == "round" ? $"warming {Warming}" : null);
        for (var round = 1; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var outcome = await store.ChangeAsync(project, row, RequirementField.Notes, seen, $"{word} {round}");
            lock (waits) waits.Add(watch.Elapsed.TotalMilliseconds);
            if (outcome.ActId is null) refused++;
            seen = $"{word} {round}";
        }

        return refused;
    }

    private static async Task<int> LostAsync(StudioDb db, List<Guid> rows) =>
        rows.Count - await db.Set<Requirement>().IgnoreQueryFilters().CountAsync(r => rows.Contains(r.Id) && r.Notes == $"round {Rounds}");
}
