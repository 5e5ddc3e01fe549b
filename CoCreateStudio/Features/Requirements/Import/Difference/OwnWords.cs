using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Kit.Excel.Reading;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>The words that our exports write, in every language they are written in.</summary>
internal static class OwnWords
{
    private static readonly Dictionary<(RequirementField Field, string Word), string> Values = [];
    private static readonly Dictionary<string, string> Keys = [];

    static OwnWords()
    {
        var reader = CultureInfo.CurrentUICulture;
        foreach (var language in new[] { "zh-Hans", "en" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Learn();
        }

        CultureInfo.CurrentUICulture = reader;
    }

    /// <summary>A cell of our own, taken literally; null where it holds a date, or a word that is not ours.</summary>
    public static FieldValue? Read(RequirementField field, in SourceCell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Kind == CellKind.Error || text.Length == 0) return null;
        if (Values.TryGetValue((field, text), out var value)) return new(value);
        if (field.MaxLength() is not { } most || text.Length > most) return null;
        return new(text);
    }

    /// <summary>The key of the column that bears a heading of ours.</summary>
    public static string? KeyOf(string heading) => Keys.GetValueOrDefault(heading);

    private static void Learn()
    {
        foreach (var status in Workflow.All) Values[(RequirementField.Status, status.Word())] = status.ToString();
        foreach (var urgency in Enum.GetValues<Urgency>()) Values[(RequirementField.Urgency, urgency.Word())] = urgency.ToString();
        foreach (var phase in Enum.GetValues<ProjectPhase>()) Values[(RequirementField.Phase, phase.Word())] = phase.ToString();
        (Values[(RequirementField.Shared, RequirementsText.Yes)], Values[(RequirementField.Shared, RequirementsText.No)]) = (bool.TrueString, bool.FalseString);
        foreach (var field in RequirementFields.All) Keys[field.Word()] = field.ToString().ToLowerInvariant();
        (Keys["id"], Keys[RequirementsText.Number], Keys[RequirementsText.Screenshots]) = ("id", "no", "screenshots");
        Keys[ImportText.WhyWrong] = OwnSheet.WhyKey;
        (Keys[RequirementsText.WaitingFor], Keys[RequirementsText.WaitsDays], Keys[RequirementsText.AgeDays]) = ("waitingfor", "waits", "age");
        Keys[RequirementsText.FirstAnswer] = RequirementColumns.Answer;
    }
}
