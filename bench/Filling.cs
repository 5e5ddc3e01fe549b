using System.Globalization;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using CoCreateStudio.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>Fills an empty installation through the domain: one project of 50,000 requirements and one of 10,000, or one of 1,000 meetings.</summary>
internal sealed class Filling : IAsyncDisposable
{
    public const string Email = "mei@example.com";
    public const string Password = "two sides one record";
    public const int Many = 50_000;
    public const int Some = 10_000;

    private static readonly string[] Things = ["Export", "Search", "工单列表", "Change request", "附件上传", "Dashboard", "审批流程", "Label print", "条码扫描", "Shift report", "库存查询", "User rights"];
    private static readonly string[] Troubles = ["stops after ten minutes", "显示的时间不对", "should remember the last filter", "需要支持批量修改", "is slow with many rows", "点击保存后没有反应", "misses the unit", "希望能导出为Excel"];
    private static readonly string[] Categories = ["Search", "Import", "Reports", "Mobile", "Rights", "Printing"];
    private static readonly string[] Names = ["Mei Lin", "Tom Berger", "王丽", "李强", "Ana Souza", "Jan Kowal", "陈晨", "Eva Novak", "赵敏", "Liam Byrne"];

    private readonly ServiceProvider _services;
    private readonly Random _random = new(20260302);
    private readonly DateTime _now = DateTime.UtcNow;

    /// <param name="settings">Where the data goes, as the application is told too.</param>
    public Filling(IReadOnlyDictionary<string, string?> settings)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(config).AddStudio(config).BuildServiceProvider();
    }

    /// <param name="withMeetings">Also fills a project with years of meetings, instead of the two with requirements.</param>
    public async Task FillAsync(bool withMeetings)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StudioDb>().Database.MigrateAsync();
        if (scope.ServiceProvider.GetRequiredService<StudioDb>() is SqliteStudioDb sqlite) await sqlite.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
        Project[] projects = [new("Fifty thousand", "MANY"), new("Ten thousand", "SOME"), new("A thousand meetings", "MEET")];
        Customer[] customers = [.. Enumerable.Range(1, 6).Select(i => new Customer($"Customer {i} Electronics", $"Customer {i}"))];
        Person mei = new("Mei Lin", Email, isAdministrator: true);
        Login login = new() { Id = mei.Id, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") };
        login.Answer(Email);
        login.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Login>>().HashPassword(login, Password);
        MeetingFilling meetings = new(projects[2], customers[..3], mei, _now);
        var acts = People(projects, customers, mei, login).Concat(withMeetings ? meetings.Acts() : Requirements(projects[..2], customers, mei));
        await scope.ServiceProvider.GetRequiredService<InstallationDb>().FillAsync([.. projects.Select(p => p.Id)], acts.ToAsyncEnumerable());
        if (withMeetings) await meetings.CloseAsync(_services);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private IEnumerable<InstallationAct> People(Project[] projects, Customer[] customers, Person mei, Login login)
    {
        yield return new(_now, null, db =>
        {
            db.AddRange(mei, login);
            db.AddRange(projects);
            db.AddRange(customers);
            db.AddRange(projects.Select(p => new Membership(p.Id, mei.Id, ProjectRole.Lead)));
            db.AddRange(projects.SelectMany(p => customers.Select(c => Participation.Admit(new(p.Id, c.Id, mayScreen: true, mei.Name, _now), "To be measured", mei.Name, _now))));
        });
    }

    private IEnumerable<InstallationAct> Requirements(Project[] projects, Customer[] customers, Person mei)
    {
        foreach (var (project, rows) in projects.Zip([Many, Some]))
        {
            NumberSequence sequence = new(project.Id, NumberSequence.OfRequirements);
            foreach (var batch in Enumerable.Range(0, rows).Chunk(2000))
                yield return new(_now, mei, db => db.AddRange(batch.Select(_ => Made(project.Id, sequence.Next(), customers))));
            yield return new(_now, mei, db => db.Add(sequence));
        }
    }

    private Requirement Made(Guid projectId, int number, Customer[] customers)
    {
        var at = _now.AddMinutes(-_random.Next(300_000));
        Requirement made = new(projectId, number, $"{Any(Things)} {Any(Troubles)} ({number % 97})", $"{Any(Things)} {Any(Troubles)}. {Any(Things)} {Any(Troubles)}.\n{Any(Names)} {number}", at, Any(Names));
        made.StartAs(Any([.. Workflow.All, .. Workflow.Open, .. Workflow.Open]), null);
        made.Write(RequirementField.Customer, Any(customers).Id.ToString(), at);
        made.Write(RequirementField.Category, Any(Categories), at);
        made.Write(RequirementField.Urgency, Any(Enum.GetNames<Urgency>()), at);
        made.Write(RequirementField.Reporter, Any(Names), at);
        made.Write(RequirementField.Owner, Any(Names), at);
        made.Write(RequirementField.Shared, (number % 3 == 0).ToString(), at);
        if (number % 4 == 0) made.Write(RequirementField.TargetDate, DateOnly.FromDateTime(_now.AddDays(_random.Next(-20, 60))).ToString("O", CultureInfo.InvariantCulture), at);
        return made;
    }

    private T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
