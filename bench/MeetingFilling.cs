using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;

namespace Bench;

/// <summary>Years of meetings in one project: held with clocks, written in, then closed by the application itself.</summary>
internal sealed class MeetingFilling(Project project, Customer[] customers, Person mei, DateTime now)
{
    public const int Meetings = 1000;
    private const int Actions = 20, Decisions = 10, Issues = 4, Notes = 12;

    private static readonly string[] Topics = ["Progress", "上周行动项", "Open defects", "Interface to ERP", "数据迁移", "Risks", "Label print", "验收标准", "Training", "Next steps"];
    private static readonly string[] Words = ["send the parts list", "确认接口字段", "repeat the test with real data", "补充截图", "ask purchasing for the date", "更新需求表", "print labels in two sizes", "与财务核对价格"];
    private static readonly string[] Names = ["Mei Lin", "Tom Berger", "王丽", "李强", "Ana Souza", "Jan Kowal", "陈晨", "Eva Novak"];

    private readonly Random _random = new(20260303);
    private readonly Dictionary<string, NumberSequence> _sequences = new[] { NumberSequence.OfMeetings, NumberSequence.OfActions, NumberSequence.OfDecisions, NumberSequence.OfOpenIssues }.ToDictionary(n => n, n => new NumberSequence(project.Id, n));

    public List<Guid> Held { get; } = [];

    public IEnumerable<InstallationAct> Acts()
    {
        foreach (var batch in Enumerable.Range(0, Meetings).Chunk(50))
        {
            List<Entity[]> rows = [.. batch.Select(Made)];
            for (var depth = 0; depth < 3; depth++) // what is pointed to comes first
            {
                var part = depth;
                yield return new(now, mei, db => db.AddRange(rows.SelectMany(r => r).Where(r => part == (r is Meeting ? 0 : r is AgendaItem ? 1 : 2))));
            }
        }

        yield return new(now, mei, db => db.AddRange(_sequences.Values));
    }

    /// <summary>Closes them one after the other, so that each has its sealed minutes; plans one more and lets it run.</summary>
    public async Task CloseAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(mei.Id, mei.Name, mei.IsAdministrator, TimeZoneInfo.Utc);
        var rooms = scope.ServiceProvider.GetRequiredService<RoomStore>();
        foreach (var id in Held.SkipLast(1)) await rooms.CloseAsync(project.Id, id, "As it was.");
    }

    private Entity[] Made(int at)
    {
        var from = now.AddHours(-26 * (Meetings - at));
        Meeting meeting = new(project.Id, _sequences[NumberSequence.OfMeetings].Next(),
            new($"Weekly {at % 7 + 1}", Any(Enum.GetValues<MeetingKind>()), at % 5 == 0 ? null : Any(customers).Id, Any(Names), from, 60, "Asia/Shanghai", "Room 2", null));
        AgendaItem[] items = [.. Enumerable.Range(1, 6).Select(i => new AgendaItem(meeting, i, Any(Topics), 5 * _random.Next(1, 4), Any(Names)))];
        meeting.Start(from);
        AgendaItem? before = null;
        foreach (var item in items)
        {
            meeting.GoTo(item, before, from);
            (before, from) = (item, from.AddSeconds(item.Minutes * 60 * (0.6 + _random.NextDouble())));
        }

        meeting.Hold(before, from);
        Held.Add(meeting.Id);
        return [meeting, .. items, .. Names.Take(5).Select(n => new Attendance(meeting, n, Side.Us)), .. Said(meeting, items)];
    }

    private IEnumerable<Entry> Said(Meeting meeting, AgendaItem[] items)
    {
        Said Where() => new(project.Id, meeting.Id, Any(items).Id, meeting.CustomerId, mei.Id, Any(Names), meeting.StartedAt!.Value.AddSeconds(_random.Next(3000)));
        for (var i = 0; i < Notes; i++) yield return new MeetingNote(Where(), $"{Any(Words)}, {Any(Words)} ({i})");
        for (var i = 0; i < Decisions; i++)
        {
            Decision decision = new(Where(), _sequences[NumberSequence.OfDecisions].Next(), $"We {Any(Words)} {_random.Next(1000)}: {Any(Words)}");
            decision.Explain(Any(Names), $"{Any(Words)}, {Any(Words)}");
            yield return decision;
        }

        for (var i = 0; i < Issues; i++) yield return new OpenIssue(Where(), _sequences[NumberSequence.OfOpenIssues].Next(), $"Who shall {Any(Words)}?", Any(Names));
        for (var i = 0; i < Actions; i++)
        {
            ActionItem action = new(Where(), _sequences[NumberSequence.OfActions].Next(), $"{Any(Words)} {_random.Next(1000)}", Any(Names), i % 7 == 0 ? null : DateOnly.FromDateTime(meeting.StartsAt.AddDays(_random.Next(1, 400))));
            if (i % 5 == 0) action.Tick(done: true, Any(Names), meeting.StartsAt.AddDays(3));
            yield return action;
        }
    }

    private T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
}
