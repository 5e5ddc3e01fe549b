using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>Writes the list as the screen shows it: same rows, order and language.</summary>
public sealed class ActionExport(ActionList list, MeetingFacts facts, CurrentActor actor, TimeProvider clock)
{
    /// <param name="site">The address of this installation, for the links in the file.</param>
    public async Task WriteAsync(Stream output, VisibleProject project, string site, ActionFilter filter, CancellationToken ct)
    {
        var (customers, _) = await facts.ReadAsync(project.Id, ct);
        var title = filter.Of == ActionKind.Actions ? ActionsText.Actions : ActionsText.OpenIssues;
        WorkbookCover cover = new(title, project.Name, actor.Name, clock.GetUtcNow().UtcDateTime, actor.TimeZone) { Filter = string.Join(" · ", Words(filter, customers)) };
        await WorkbookWriter.WriteAsync(output, cover, [new ListSheet<ActionRow>(title, Columns(project.Key, site, filter.Of, customers), list.StreamAsync(project.Id, filter, ct)) { FrozenColumns = 2 }], ct: ct);
    }

    private static SheetColumns<ActionRow> Columns(string key, string site, ActionKind kind, IReadOnlyDictionary<Guid, string> customers)
    {
        var columns = new SheetColumns<ActionRow>()
            .Link("no", () => ActionsText.Number, 8, r => r.Name, r => site + ActionColumns.Address(key, new() { Of = r.Kind }, r.Number))
            .WrappedText("title", () => kind == ActionKind.Actions ? ActionsText.Action : ActionsText.OpenIssue, 60, r => r.Text)
            .Text("owner", () => ActionsText.Owner, 18, r => r.Owner);
        if (kind == ActionKind.Actions) columns.Date("due", () => ActionsText.Due, r => r.DueOn);
        columns.Text("state", () => ActionsText.State, 12, r => r.IsOpen ? ActionsText.Open : kind == ActionKind.Actions ? ActionsText.Done : ActionsText.Answered).Number("carried", () => ActionsText.Carried, 10, r => r.Carried);
        columns.Text("customer", () => ActionsText.Customer, 18, r => r.CustomerId is { } id ? customers.GetValueOrDefault(id) : ActionsText.Inside)
            .Link("meeting", () => ActionsText.Meeting, 30, r => r.MeetingTitle, r => r.MeetingNumber is { } number ? site + Urls.MeetingLine(key, number, r.Name) : null)
            .DateTime("said", () => ActionsText.SaidAt, r => r.SaidAt).Text("author", () => ActionsText.Author, 18, r => r.Author)
            .DateTime("ended", () => kind == ActionKind.Actions ? ActionsText.DoneAt : ActionsText.AnsweredAt, r => r.EndedAt);
        return kind == ActionKind.Actions ? columns.Text("doneby", () => ActionsText.By, 18, r => r.Ended) : columns.WrappedText("answer", () => ActionsText.Answer, 50, r => r.Ended);
    }

    private IEnumerable<string> Words(ActionFilter filter, IReadOnlyDictionary<Guid, string> customers)
    {
        yield return filter.Show switch { ActionShow.Open => ActionsText.Open, ActionShow.Overdue => ActionsText.Overdue, ActionShow.Done => ActionsText.Done, _ => ActionsText.All };
        if (filter.Text.Length > 0) yield return $"“{filter.Text}”";
        if (filter.Owner.Length > 0) yield return $"{ActionsText.Owner}: {filter.Owner switch { ActionFilter.Me => actor.Name, ActionFilter.Nobody => ActionsText.NoOwner, var name => name }}";
        if (filter.CustomerId is { } id && customers.TryGetValue(id, out var customer)) yield return $"{ActionsText.Customer}: {customer}";
    }
}
