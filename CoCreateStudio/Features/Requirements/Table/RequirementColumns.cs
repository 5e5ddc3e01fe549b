using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Requirements.Table;

/// <summary>The columns of the table for one reader of one project.</summary>
public sealed class RequirementColumns(string projectKey, ProjectFacts facts, TimeZoneInfo zone, TimeProvider clock, bool canEdit, bool seesInternal)
{
    public const string People = "people";
    public const string Categories = "categories";
    public const string Departments = "departments";

    /// <summary>The column of the first answer: until when it is due, or when it was given.</summary>
    public const string Answer = "answer";

    public static readonly IReadOnlyList<string> Usual = ["no", "title", "status", "urgency", "waitingfor", "waits", "age"];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => ClockTime.Day(Now, zone);

    /// <summary>Every column there is, in the order in which they are offered.</summary>
    public IReadOnlyList<TableColumn<RequirementRow>> All() =>
    [
        .. new[]
        {
            Plain("no", () => RequirementsText.Number, 56, r => RequirementCells.Text(r.Number.ToString(CultureInfo.InvariantCulture))) with { Style = _ => "no" },
            Editable(RequirementField.Title, 0, r => RequirementCells.Title(r, projectKey), new TextEditor<RequirementRow>(r => r.Title, Requirement.TitleLength)),
            Editable(RequirementField.Status, 118, r => RequirementCells.Status(r.Status, facts), new ChoiceEditor<RequirementRow>(StatusChoices, r => r.Status.ToString())),
            Editable(RequirementField.Urgency, 96, r => r.Urgency is { } urgency ? RequirementCells.Urgency(urgency) : Nothing, new ChoiceEditor<RequirementRow>(_ => UrgencyChoices, r => r.Urgency?.ToString())),
            Plain("waitingfor", () => RequirementsText.WaitingFor, 124, WaitingFor, canSort: false),
            Numeric("waits", () => RequirementsText.Waits, 72, Waits) with { Style = r => r.WaitsFor is null ? null : Lateness(r) },
            Numeric("age", () => RequirementsText.Age, 76, r => RequirementCells.Text(Format.Age(r.ReportedAt ?? r.CreatedAt, Now))) with { Style = _ => "t3" },
            Editable(RequirementField.Owner, 124, r => r.Owner is { } name ? RequirementCells.Person(name, facts.SideOf(name, Side.Us)) : Nothing, Text(r => r.Owner, People)),
            Editable(RequirementField.Reporter, 124, r => r.Reporter is { } name ? RequirementCells.Person(name, facts.SideOf(name, Side.Customer)) : Nothing, Text(r => r.Reporter, People)),
            Editable(RequirementField.Customer, 120, r => RequirementCells.Text(facts.Customer(r.CustomerId)), new ChoiceEditor<RequirementRow>(_ => CustomerChoices, r => r.CustomerId?.ToString())),
            Editable(RequirementField.Category, 120, r => RequirementCells.Text(r.Category), Text(r => r.Category, Categories)),
            Editable(RequirementField.Department, 110, r => RequirementCells.Text(r.Department), Text(r => r.Department, Departments)),
            Editable(RequirementField.Phase, 110, r => RequirementCells.Text(r.Phase?.Word()), new ChoiceEditor<RequirementRow>(_ => PhaseChoices, r => r.Phase?.ToString())),
            Editable(RequirementField.TargetDate, 104, Target, new DateEditor<RequirementRow>(r => r.TargetDate)) with { Style = Lateness },
            Plain("reportedat", () => RequirementsText.ReportedAt, 112, r => r.ReportedAt is { } at ? RequirementCells.Text(Format.Day(ClockTime.Day(at, zone), Today)) : Nothing) with { Style = _ => "t2" },
            Long(RequirementField.Description, r => r.Texts?.Description),
            Long(RequirementField.Notes, r => r.Texts?.Notes),
            Long(RequirementField.Resolution, r => r.Texts?.Resolution),
            Long(RequirementField.PublicReply, r => r.Texts?.PublicReply),
        },
        .. seesInternal ? new[] { Long(RequirementField.InternalNote, r => r.Texts?.InternalNote), SharedColumn(), SnoozeColumn(), AnswerColumn() } : [],
    ];

    /// <summary>A column that the customer's people never get.</summary>
    public static bool IsInternal(string column) => column == Answer || FieldOf(column)?.IsInternal() == true;

    public static RequirementField? FieldOf(string column) => Enum.TryParse<RequirementField>(column, ignoreCase: true, out var field) ? field : null;

    public static bool IsLong(string column) => FieldOf(column)?.MaxLength() == Requirement.TextLength;

    private TableColumn<RequirementRow> SharedColumn() => Quiet(Editable(RequirementField.Shared, 84,
        r => RequirementCells.Text(r.Shared ? RequirementsText.Yes : RequirementsText.No), new ChoiceEditor<RequirementRow>(_ => SharedChoices, r => r.Shared.ToString())));

    private TableColumn<RequirementRow> SnoozeColumn() => Quiet(Editable(RequirementField.SnoozedUntil, 112,
        r => r.SnoozedUntil > Today ? RequirementCells.Text(Format.Day(r.SnoozedUntil.Value, Today)) : Nothing, new DateEditor<RequirementRow>(r => r.SnoozedUntil)));

    private TableColumn<RequirementRow> AnswerColumn() => Plain(Answer, () => RequirementsText.FirstAnswer, 132, r =>
        r.AnswerDue(facts.Answers, zone) is { } due ? RequirementCells.Text(AnswerWords.Due(due, Now, zone))
        : r.FirstAnsweredAt is { } at ? RequirementCells.Text(string.Format(CultureInfo.CurrentCulture, RequirementsText.AnsweredAfter, Format.Age(r.CreatedAt, at))) : Nothing) with
    {
        Style = r => r.AnswerDue(facts.Answers, zone) is not { } due ? "t3" : due < Now ? "late" : "t2",
    };

    private static TableColumn<RequirementRow> Quiet(TableColumn<RequirementRow> column) => column with { Style = _ => "t2" };

    // Nobody is a finding of its own: such rows are the ones that are forgotten.
    private RenderFragment WaitingFor(RequirementRow row) => row.WaitsFor is not { } side ? Nothing
        : row.WaitingFor is { } name ? RequirementCells.Person(name, side)
        : RequirementCells.Nameless(side, side == Side.Customer ? facts.Customer(row.CustomerId) ?? RequirementsText.TheCustomer : RequirementsText.NobodyYet);

    private RenderFragment Waits(RequirementRow row)
    {
        if (row.WaitsFor is null) return Nothing;
        var days = Format.Days(row.StatusSince, Now);
        return row.AnswerDue(facts.Answers, zone) < Now ? RequirementCells.Overdue(days) : RequirementCells.Text(days);
    }

    private static TableColumn<RequirementRow> Long(RequirementField field, Func<RequirementRow, string?> text) =>
        Plain(Key(field), () => field.Word(), 220, r => RequirementCells.Text(text(r)));

    private static TableColumn<RequirementRow> Plain(string key, Func<string> heading, int width, RenderFragment<RequirementRow> cell, bool canSort = true) =>
        new(key, heading, cell) { Width = width, CanSort = canSort };

    private static TableColumn<RequirementRow> Numeric(string key, Func<string> heading, int width, RenderFragment<RequirementRow> cell) =>
        new(key, heading, cell) { Width = width, IsNumeric = true };

    private TableColumn<RequirementRow> Editable(RequirementField field, int width, RenderFragment<RequirementRow> cell, CellEditor<RequirementRow> editor) =>
        new(Key(field), () => field.Word(), cell) { Width = width, Editor = canEdit && field.IsWrittenBy(facts.Side) ? editor with { Allows = r => r.ArchivedAt is null } : null };

    private static TextEditor<RequirementRow> Text(Func<RequirementRow, string?> value, string suggestions) => new(value, Requirement.NameLength, suggestions);

    private static string Key(RequirementField field) => field.ToString().ToLowerInvariant();

    private RenderFragment Target(RequirementRow row) =>
        row.TargetDate is not { } day ? Nothing : RequirementCells.Text(Format.Day(day, Today));

    private string Lateness(RequirementRow row) => row.IsLate(Today) ? "late" : "t2";

    private IReadOnlyList<Choice> StatusChoices(RequirementRow row) =>
        [.. Workflow.All.Where(s => s == row.Status || row.Status.CanMoveTo(s, facts.Side)).Select(s => new Choice(s.ToString(), RequirementCells.Status(s, facts)))];

    private static readonly IReadOnlyList<Choice> UrgencyChoices =
        [.. Enum.GetValues<Urgency>().Reverse().Select(u => new Choice(u.ToString(), b => RequirementCells.Urgency(u)(b))), Empty];

    private static readonly IReadOnlyList<Choice> PhaseChoices =
        [.. Enum.GetValues<ProjectPhase>().Select(p => new Choice(p.ToString(), b => b.AddContent(0, p.Word()))), Empty];

    private static readonly IReadOnlyList<Choice> SharedChoices =
        [new(bool.TrueString, b => b.AddContent(0, RequirementsText.Yes)), new(bool.FalseString, b => b.AddContent(0, RequirementsText.No))];

    private IReadOnlyList<Choice> CustomerChoices => [.. facts.Customers.Select(c => new Choice(c.Key.ToString(), b => b.AddContent(0, c.Value))), Empty];

    private static Choice Empty => new("", b => b.AddContent(0, RequirementsText.None));

    private static RenderFragment Nothing { get; } = _ => { };
}
