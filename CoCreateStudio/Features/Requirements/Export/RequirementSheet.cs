using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Requirements.Export;

/// <summary>The columns of the table as columns of a sheet: the same ones, in the same order, under the same keys.</summary>
public sealed class RequirementSheet(string address, ProjectFacts facts, TimeProvider clock, Func<Guid, IReadOnlyList<SheetPicture>> pictures)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="keys">The columns on the screen.</param>
    public IReadOnlyList<SheetColumn<RequirementRow>> Columns(IReadOnlyList<string> keys, bool withPictures)
    {
        var all = All();
        return
        [
            .. all.Where(c => c.Key == "id"),
            .. keys.Select(k => all.FirstOrDefault(c => c.Key == k)).OfType<SheetColumn<RequirementRow>>(),
            .. all.Where(c => withPictures && c.Key == "screenshots"),
        ];
    }

    /// <summary>The columns of a table that a customer fills in: ours are closed, the status is open where its next step may be theirs.</summary>
    /// <param name="stamp">Stands above the hidden keys.</param>
    public IReadOnlyList<SheetColumn<RequirementRow>> ToFillIn(string stamp)
    {
        var all = All().ToDictionary(c => c.Key);
        return
        [
            .. new SheetColumns<RequirementRow>().Hidden(stamp, r => r.Id.ToString()),
            all["no"],
            .. SentTable.Fields.SelectMany(f => f == RequirementField.Description ? [Opened(f), all["screenshots"].Open()] : new[] { Opened(f) }),
        ];

        SheetColumn<RequirementRow> Opened(RequirementField field) => all[field.ToString().ToLowerInvariant()] is var column && field == RequirementField.Status
            ? column.Open(r => Workflow.All.Any(s => r.Status.CanMoveTo(s, Side.Customer)))
            : field.IsWrittenBy(Side.Customer) ? column.Open() : column;
    }

    private SheetColumns<RequirementRow> All() => new SheetColumns<RequirementRow>()
        .Hidden("id", r => r.Id.ToString())
        .Link("no", () => RequirementsText.Number, 8, r => r.Number.ToString(CultureInfo.InvariantCulture), r => address + r.Number.ToString(CultureInfo.InvariantCulture))
        .WrappedText("title", () => RequirementsText.Title, 46, r => r.Title)
        .Choice("status", () => RequirementsText.Status, 14, r => facts.Word(r.Status), () => [.. Workflow.All.Select(s => new Choice(facts.Word(s), Tone(s), facts.Side == Side.Us || Workflow.JudgedByCustomer.Contains(s)))])
        .Choice("urgency", () => RequirementsText.Urgency, 11, r => r.Urgency?.Word(), () => [.. Enum.GetValues<Urgency>().Reverse().Select(u => new Choice(u.Word(), u == Urgency.Critical ? Kit.Excel.Writing.Tone.Bad : Kit.Excel.Writing.Tone.None))])
        .Text("waitingfor", () => RequirementsText.WaitingFor, 16, r => r.WaitingFor)
        .Number("waits", () => RequirementsText.WaitsDays, 10, r => r.WaitsFor is null ? null : Days(r.StatusSince))
        .Number("age", () => RequirementsText.AgeDays, 10, r => Days(r.ReportedAt ?? r.CreatedAt))
        .Text("owner", () => RequirementsText.Owner, 16, r => r.Owner)
        .Text("reporter", () => RequirementsText.Reporter, 16, r => r.Reporter)
        .Text("customer", () => RequirementsText.Customer, 18, r => facts.Customer(r.CustomerId))
        .Text("category", () => RequirementsText.Category, 18, r => r.Category)
        .Text("department", () => RequirementsText.Department, 16, r => r.Department)
        .Text("phase", () => RequirementsText.Phase, 14, r => r.Phase?.Word())
        .Date("targetdate", () => RequirementsText.TargetDate, r => r.TargetDate)
        .DateTime("reportedat", () => RequirementsText.ReportedAt, r => r.ReportedAt)
        .WrappedText("description", () => RequirementsText.Description, 60, r => r.Texts?.Description)
        .WrappedText("notes", () => RequirementsText.Notes, 40, r => r.Texts?.Notes)
        .WrappedText("resolution", () => RequirementsText.Resolution, 40, r => r.Texts?.Resolution)
        .WrappedText("statusreason", () => RequirementsText.StatusReason, 30, r => r.Texts?.StatusReason)
        .WrappedText("publicreply", () => RequirementsText.PublicReply, 40, r => r.Texts?.PublicReply)
        .WrappedText("internalnote", () => RequirementsText.InternalNote, 40, r => r.Texts?.InternalNote)
        .Text("shared", () => RequirementsText.Shared, 10, r => r.Shared ? RequirementsText.Yes : RequirementsText.No)
        .Date("snoozeduntil", () => RequirementsText.SnoozedUntil, r => r.SnoozedUntil)
        .DateTime(RequirementColumns.Answer, () => RequirementsText.FirstAnswer, r => r.FirstAnsweredAt)
        .Pictures("screenshots", () => RequirementsText.Screenshots, 40, r => pictures(r.Id));

    private decimal Days(DateTime since) => (int)(Now - since).TotalDays;

    private static Tone Tone(RequirementStatus status) => status switch
    {
        RequirementStatus.InProgress => Kit.Excel.Writing.Tone.Warn,
        RequirementStatus.Delivered => Kit.Excel.Writing.Tone.Info,
        RequirementStatus.Verified => Kit.Excel.Writing.Tone.Ok,
        RequirementStatus.Declined or RequirementStatus.Duplicate => Kit.Excel.Writing.Tone.Mute,
        _ => Kit.Excel.Writing.Tone.None,
    };
}
