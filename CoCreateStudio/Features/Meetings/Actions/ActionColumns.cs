using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Meetings.Actions;

/// <summary>The columns of the list for one reader of one project.</summary>
public sealed class ActionColumns(string projectKey, ActionKind kind, IReadOnlyDictionary<Guid, string> customers, TimeZoneInfo zone, DateOnly today, bool mayWrite)
{
    public const string Done = "done";
    public const string Owner = "owner";
    public const string Due = "due";

    /// <summary>The list of people that an owner is chosen from.</summary>
    public const string People = "action-people";

    public IReadOnlyList<TableColumn<ActionRow>> All() =>
    [
        Plain(Done, () => kind == ActionKind.Actions ? ActionsText.Done : ActionsText.Answered, 64, _ => Nothing) with { CanSort = false, Editor = new TickEditor<ActionRow>(r => !r.IsOpen, r => r.Text) { Allows = _ => mayWrite } },
        Plain("no", () => ActionsText.Number, 64, r => ActionCells.Text(r.Name)) with { Style = _ => "no" },
        Plain("title", () => kind == ActionKind.Actions ? ActionsText.Action : ActionsText.OpenIssue, 0, r => ActionCells.Title(r, projectKey)) with { Style = r => r.IsOpen ? null : "ended" },
        Plain(Owner, () => ActionsText.Owner, 140, r => r.Owner is { } name ? ActionCells.Person(name) : ActionCells.Text(ActionsText.NoOwner)) with
        {
            Style = r => r.Owner is null && r.IsOpen ? "soon" : null,
            Editor = new TextEditor<ActionRow>(r => r.Owner, Entry.NameLength, People) { Allows = _ => mayWrite },
        },
        .. kind == ActionKind.Actions ? new[] { DueColumn() } : [],
        Plain("carried", () => ActionsText.Carried, 84, r => r.Carried == 0 ? Nothing : ActionCells.Carried(r.Carried, r.IsOpen)),
        .. customers.Count > 1 ? new[] { Plain("customer", () => ActionsText.Customer, 120, r => ActionCells.Text(r.CustomerId is { } id ? customers.GetValueOrDefault(id) : ActionsText.Inside)) with { CanSort = false, Style = _ => "t2" } } : [],
        Plain("said", () => ActionsText.Said, 210, r => ActionCells.Said(r, projectKey, Day(r.SaidAt))) with { Style = _ => "t2" },
    ];

    private TableColumn<ActionRow> DueColumn() => Plain(Due, () => ActionsText.Due, 104, r => r.DueOn is { } day ? ActionCells.Text(Format.Day(day, today)) : r.IsOpen ? ActionCells.Text(ActionsText.NoDate) : Nothing) with
    {
        Style = r => r.IsLate(today) ? "late" : r.DueOn is null && r.IsOpen ? "soon" : "t2",
        Editor = new DateEditor<ActionRow>(r => r.DueOn) { Allows = _ => mayWrite },
    };

    private string Day(DateTime at) => Format.Day(ClockTime.Day(at, zone), today);

    private static TableColumn<ActionRow> Plain(string key, Func<string> heading, int width, RenderFragment<ActionRow> cell) => new(key, heading, cell) { Width = width };

    private static RenderFragment Nothing { get; } = _ => { };

    /// <summary>Where somebody is led who opens a row: its own address, with the list as it stands.</summary>
    public static string Address(string projectKey, ActionFilter filter, int? number) => Urls.Actions(projectKey, number) + filter.Address();
}
