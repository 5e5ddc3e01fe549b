using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Kit.Excel.Reading.Tables;

namespace CoCreateStudio.Tests.Features.Requirements.Import;

/// <summary>Files as sessions see them, and rows as stores get them.</summary>
internal static class ImportSheets
{
    public static TimeZoneInfo Shanghai { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static async Task<ImportSession> OpenAsync(
        Stream file, ImportChoices? choices = null, ProjectFacts? facts = null, KnownRows? known = null, string fileName = "a.xlsx")
    {
        var session = await ImportSession.OpenAsync(file, fileName);
        if (choices is not null) session.Choices.Dates = choices.Dates;
        await session.ReadAsync(facts ?? ProjectFacts.None, Shanghai, known ?? KnownRows.None);
        return session;
    }

    public static Task ReadAsync(this ImportSession session, ProjectFacts? facts = null) => session.ReadAsync(facts ?? ProjectFacts.None, Shanghai, KnownRows.None);

    public static ImportRow Row(string? description = "a", int number = 2, params (RequirementField Field, string Value)[] fields)
    {
        var row = new ImportRow(0, number) { [RequirementField.Description] = description };
        foreach (var (field, value) in fields) row[field] = value;
        return row;
    }

    public static ImportOrder Order(params ImportRow[] rows) => new("list.xlsx", rows, 0);

    /// <summary>What is there, as a project would tell it.</summary>
    public static KnownRows Known(params Requirement[] requirements) => new(
        [.. requirements.Select(r => new KnownRow(r.Id, r.Number, r.Title, r.ArchivedAt is null ? SameText.Of(r.Title, r.Description) : "", r.ArchivedAt is not null))],
        (ids, _) => Task.FromResult<IReadOnlyDictionary<Guid, TodaysRow>>(requirements.Where(r => ids.Contains(r.Id)).ToDictionary(r => r.Id, r => new TodaysRow(r))));

    public static SourcePicture Picture(byte[] bytes, string name = "shot.png") => new(2, 1, name, name, bytes.Length, () => new MemoryStream(bytes));

    public static byte[] Png { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    public static ImportTarget Target(string key) => ImportTargets.Offered.Single(t => t.Key == key);
}
