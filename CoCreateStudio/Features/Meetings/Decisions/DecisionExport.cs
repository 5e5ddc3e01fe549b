using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Decisions;

/// <summary>Writes the decisions that the screen shows, all of them.</summary>
public sealed class DecisionExport(DecisionList list, MeetingFacts facts, CurrentActor actor, TimeProvider clock)
{
    /// <param name="site">The address of this installation, for the links in the file.</param>
    public async Task WriteAsync(Stream output, VisibleProject project, string site, DecisionFilter filter, CancellationToken ct)
    {
        var (customers, _) = await facts.ReadAsync(project.Id, ct);
        WorkbookCover cover = new(DecisionsText.Decisions, project.Name, actor.Name, clock.GetUtcNow().UtcDateTime, actor.TimeZone) { Filter = string.Join(" · ", Words(filter, customers)) };
        var columns = new SheetColumns<DecisionRow>()
            .Text("no", () => DecisionsText.Number, 8, r => r.Name)
            .WrappedText("text", () => DecisionsText.Decision, 60, r => r.Text)
            .Text("decidedby", () => DecisionsText.DecidedBy, 18, r => r.DecidedBy)
            .WrappedText("why", () => DecisionsText.Why, 50, r => r.Why)
            .DateTime("said", () => DecisionsText.When, r => r.SaidAt)
            .Link("meeting", () => DecisionsText.Meeting, 30, r => r.MeetingTitle, r => r.MeetingNumber is { } number ? site + Urls.MeetingLine(project.Key, number, r.Name) : null)
            .Text("topic", () => DecisionsText.Topic, 30, r => r.Topic)
            .Text("customer", () => DecisionsText.Customer, 18, r => r.CustomerId is { } id ? customers.GetValueOrDefault(id) : ActionsText.Inside)
            .Text("author", () => DecisionsText.Author, 18, r => r.Author);
        await WorkbookWriter.WriteAsync(output, cover, [new ListSheet<DecisionRow>(DecisionsText.Decisions, columns, list.StreamAsync(project.Id, filter with { Before = null }, ct)) { FrozenColumns = 2 }], ct: ct);
    }

    private static IEnumerable<string> Words(DecisionFilter filter, IReadOnlyDictionary<Guid, string> customers)
    {
        if (filter.Text.Length > 0) yield return $"“{filter.Text}”";
        if (filter.Person.Length > 0) yield return $"{DecisionsText.Person}: {filter.Person}";
        if (filter.From is not null || filter.To is not null) yield return $"{DecisionFilter.Day(filter.From)} – {DecisionFilter.Day(filter.To)}";
        if (filter.CustomerId is { } id && customers.TryGetValue(id, out var customer)) yield return $"{DecisionsText.Customer}: {customer}";
    }
}
