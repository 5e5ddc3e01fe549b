using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>A cell as a field's invariant text, or why it is none; besides, what else stood in the cell.</summary>
public readonly record struct FieldValue(string? Text, ImportProblem? Problem = null, string Person = "", string Rest = "")
{
    public static readonly FieldValue Nothing = new(null);
}

/// <summary>Reads a cell as one field of a requirement. What is not understood is said, never guessed.</summary>
public sealed class FieldReader(ProjectFacts facts, TimeZoneInfo zone, DateChoice dates)
{
    private readonly Dictionary<string, string> _customers = facts.Customers.GroupBy(c => c.Value, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(c => c.Key, c => c.First().Key.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, RequirementStatus> _statuses = Workflow.All.Select(s => (Name: s.Word(), Status: s))
        .Concat(facts.StatusNames.Select(n => (Name: n.Value, Status: n.Key)))
        .GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.Key, n => n.Last().Status, StringComparer.OrdinalIgnoreCase);

    /// <summary>A date named no year; it was read in the year that was chosen.</summary>
    public bool NeedsYear { get; private set; }

    /// <summary>A date can be read with the day or with the month first.</summary>
    public bool NeedsOrder { get; private set; }

    public FieldValue Read(RequirementField field, in SourceCell cell)
    {
        if (field is RequirementField.ReportedAt or RequirementField.TargetDate or RequirementField.SnoozedUntil) return Date(field, cell);
        var text = cell.Text.Trim();
        if (text.Length == 0) return FieldValue.Nothing;
        if (cell.Kind == CellKind.Error) return Wrong(nameof(ImportText.ErrorInCell), text);
        return field switch
        {
            RequirementField.Title or RequirementField.Description or RequirementField.Notes or RequirementField.Resolution => Text(field, text),
            _ when WordTable.SaysNothing(text) => FieldValue.Nothing,
            RequirementField.Urgency => Known(Named<Urgency>(text, u => u.Word()) ?? UrgencyWords.Read(text), nameof(ImportText.UrgencyUnknown), text),
            RequirementField.Phase => Known(Named<ProjectPhase>(text, p => p.Word()) ?? PhaseWords.Read(text), nameof(ImportText.PhaseUnknown), text),
            RequirementField.Customer => Known(_customers.GetValueOrDefault(text) ?? (Guid.TryParse(text, out _) ? text : null), nameof(ImportText.CustomerUnknown), text),
            RequirementField.Status => Status(text),
            RequirementField.Shared => Known(YesNoWords.Read(text), nameof(ImportText.YesNoUnknown), text),
            _ => Text(field, text),
        };
    }

    private FieldValue Status(string text)
    {
        if (_statuses.TryGetValue(text, out var ours)) return new(ours.ToString());
        var read = StatusWords.Read(text);
        return read.Status is null ? Wrong(nameof(ImportText.StatusUnknown), text) : new(read.Status, Rest: read.Reason);
    }

    private FieldValue Date(RequirementField field, in SourceCell cell)
    {
        var read = DateWords.Read(cell, dates with { Year = null });
        if (read.Problem?.Key == nameof(ImportText.YearMissing))
        {
            NeedsYear = true;
            read = DateWords.Read(cell, dates);
        }

        // A choice that was made must stay in sight, so that it can be taken back.
        NeedsOrder |= read.Problem?.Key == nameof(ImportText.DateAmbiguous) || dates.DayFirst is not null;
        if (read.Date is not { } date) return new(null, read.Problem);
        var text = field != RequirementField.ReportedAt
            ? DateOnly.FromDateTime(date).ToString("O", CultureInfo.InvariantCulture)
            : Utc(date).ToString("O", CultureInfo.InvariantCulture);
        return new(text, Person: read.Person, Rest: read.Rest);
    }

    // A day in a file is that day where the person lives who takes it in.
    private DateTime Utc(DateTime date)
    {
        if (date.Kind == DateTimeKind.Utc) return date;
        // An hour that the clocks jumped over is read as the one before.
        return zone.IsInvalidTime(date) ? TimeZoneInfo.ConvertTimeToUtc(date.AddHours(-1), zone) : TimeZoneInfo.ConvertTimeToUtc(date, zone);
    }

    private static string? Named<T>(string text, Func<T, string> word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(word(value), text, StringComparison.OrdinalIgnoreCase)) return value.ToString();
        }

        return null;
    }

    private static FieldValue Text(RequirementField field, string text) =>
        field.MaxLength() is { } most && text.Length > most ? Wrong(nameof(ImportText.TooLong), text.Length, most) : new(text);

    private static FieldValue Known(string? value, string problem, string text) => value is null ? Wrong(problem, text) : new(value);

    private static FieldValue Wrong(string problem, params object[] args) => new(null, new ImportProblem(problem, args));
}
