using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Clipboard;

namespace CoCreateStudio.Features.Requirements.Blocks;

/// <summary>The cells of the table as they go to the clipboard: whole texts, real numbers and dates, the reader's words.</summary>
public sealed class RequirementClip(ProjectFacts facts, TimeZoneInfo zone, DateTime now)
{
    public ClipText Of(IReadOnlyList<RequirementRow> rows, IReadOnlyList<string> columns) =>
        ClipText.Of(rows.Select(row => columns.Select(column => Cell(row, column)).ToList()));

    public ClipCell Cell(RequirementRow row, string column) => column switch
    {
        "no" => ClipCell.Of((decimal)row.Number),
        "waitingfor" => ClipCell.Of(row.WaitingFor),
        "waits" => ClipCell.Of(row.WaitsFor is null ? null : Days(row.StatusSince)),
        "age" => ClipCell.Of(Days(row.ReportedAt ?? row.CreatedAt)),
        RequirementColumns.Answer => Moment(row.AnswerDue(facts.Answers, zone) ?? row.FirstAnsweredAt),
        _ when RequirementColumns.FieldOf(column) is { } field => Cell(row, field),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "It is not said how this column is copied."),
    };

    private ClipCell Cell(RequirementRow row, RequirementField field) => field switch
    {
        RequirementField.TargetDate => ClipCell.Of(row.TargetDate),
        RequirementField.SnoozedUntil => ClipCell.Of(row.SnoozedUntil),
        RequirementField.ReportedAt => Moment(row.ReportedAt),
        _ => ClipCell.Of(field.Say(row.Read(field), facts, zone)),
    };

    private ClipCell Moment(DateTime? utc) => ClipCell.At(utc is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, zone) : null);

    private decimal? Days(DateTime since) => (int)(now - since).TotalDays;
}
