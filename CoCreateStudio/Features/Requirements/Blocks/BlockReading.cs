using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Blocks;

/// <summary>Tries a block on the rows it is meant for: each cell is read as an import reads it, and each rule is asked.</summary>
internal sealed class BlockReading(BlockText block, ProjectFacts facts, TimeZoneInfo zone, CellWriting writing, bool seesInternal)
{
    // Stands in for the reason that is asked for later, so that the other rules can be tried now.
    private const string SomeReason = "…";

    private readonly FieldReader _fields = new(facts, zone, block.Dates);
    private readonly List<CellChange> _changes = [];
    private readonly List<CellRefusal> _refusals = [];
    private readonly RequirementField?[] _columns = [.. block.Columns.Take(block.Width).Select(c => FieldOf(c, seesInternal))];
    private bool _needsReason;

    /// <param name="rows">The rows, each under its place in the block; they are tried on and then thrown away.</param>
    public BlockPlan Try(IReadOnlyList<Requirement> rows)
    {
        for (var line = 0; line < Math.Min(block.Height, rows.Count); line++)
            for (var column = 0; column < _columns.Length; column++)
                if (_columns[column] is { } field) Try(rows[line], line, field, block[line, column]);
        List<Dictionary<RequirementField, string?>> added = [];
        for (var line = rows.Count; line < block.Height; line++) if (New(line) is { } row) added.Add(row);
        return new()
        {
            Changes = _changes,
            NewRows = added,
            Refusals = _refusals,
            PassedOver = [.. block.Columns.Take(block.Width).Where((_, at) => _columns[at] is null)],
            Beyond = Math.Max(0, block.Width - block.Columns.Count),
            NeedsReason = _needsReason,
            NeedsOrder = _fields.NeedsOrder,
        };
    }

    private static RequirementField? FieldOf(string column, bool seesInternal) =>
        RequirementColumns.FieldOf(column) is { } field && (seesInternal || !field.IsInternal()) ? field : null;

    private void Try(Requirement row, int line, RequirementField field, in SourceCell cell)
    {
        if (Read(row.Number, line, field, cell) is not { } value) return;
        var old = row.Read(field);
        if (Same(field, old, value.Text)) return;
        var reason = Reason(field, value);
        try
        {
            writing.Write(row, field, value.Text, reason, SomeReason);
            _changes.Add(new(row.Id, row.Number, field, old, row.Read(field), reason));
            _needsReason |= reason is null && NeedsReason(field, value.Text);
        }
        catch (RuleException refusal)
        {
            _refusals.Add(new(row.Number, line, field, cell.Text.Trim(), refusal.Message));
        }
    }

    private Dictionary<RequirementField, string?>? New(int line)
    {
        Dictionary<RequirementField, string?> row = [];
        var before = _refusals.Count;
        for (var column = 0; column < _columns.Length; column++)
        {
            if (_columns[column] is not { } field || block[line, column].IsEmpty || Read(null, line, field, block[line, column]) is not { } value) continue;
            row[field] = value.Text;
            if (Reason(field, value) is { } reason) row[RequirementField.StatusReason] = reason;
            else _needsReason |= NeedsReason(field, value.Text);
        }

        if (_refusals.Count > before || row.Values.All(v => v is null)) return null;
        try
        {
            writing.New(Guid.Empty, 0, row, SomeReason, "");
            return row;
        }
        catch (RuleException refusal)
        {
            _refusals.Add(new(null, line, RequirementField.Title, "", refusal.Message));
            return null;
        }
    }

    private FieldValue? Read(int? number, int line, RequirementField field, in SourceCell cell)
    {
        var value = _fields.Read(field, cell);
        var problem = value.Problem ?? (IsMoreThanADate(field, value) ? new ImportProblem(nameof(ImportText.DateUnreadable), cell.Text.Trim()) : null);
        if (problem is null) return value;
        _refusals.Add(new(number, line, field, cell.Text.Trim(), problem.Text));
        return null;
    }

    // In a file such words go to another field; here there is none that the person chose.
    private static bool IsMoreThanADate(RequirementField field, in FieldValue value) =>
        field is RequirementField.ReportedAt or RequirementField.TargetDate or RequirementField.SnoozedUntil && value.Person.Length + value.Rest.Length > 0;

    private static string? Reason(RequirementField field, in FieldValue value) => field == RequirementField.Status && value.Rest.Length > 0 ? value.Rest : null;

    private static bool NeedsReason(RequirementField field, string? value) =>
        field == RequirementField.Status && Enum.TryParse<RequirementStatus>(value, out var status) && status.NeedsReason();

    // What we copy of a moment ends with its minute: pasted back, it is no change.
    private static bool Same(RequirementField field, string? old, string? value) => old == value
        || (field == RequirementField.ReportedAt && old is not null && value is not null && Minute(old) == Minute(value));

    private static DateTime Minute(string moment)
    {
        var at = DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).ToUniversalTime();
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
    }
}
