using System.Globalization;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements;
using CoCreateStudio.Features.Requirements.Export;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Difference;

/// <summary>What goes out and comes back untouched changes nothing.</summary>
public sealed class OwnExportTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private static readonly string[] Columns =
    [
        "no", "title", "status", "urgency", "waitingfor", "waits", "age", "owner", "reporter", "customer", "category", "department", "phase",
        "targetdate", "reportedat", "description", "notes", "resolution", "statusreason", "publicreply", "internalnote", "shared",
    ];

    private Place _place = null!;
    private Acting _lead = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
        await FillAsync();
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("zh-Hans", "en")]
    [InlineData("en", "zh-Hans")]
    public async Task Untouched_it_is_the_same_row_by_row(string written, string read)
    {
        MemoryStream file;
        using (Language.Use(written)) file = await WriteAsync();
        using (Language.Use(read))
        {
            using var session = await ReadAsync(file);

            Assert.Equal([], session.Preview.Rows.Where(r => r.Kind != RowKind.Same).Select(Said));
            Assert.Equal(Workflow.All.Count + 3, session.Preview.Rows.Count);
        }
    }

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    public async Task Untouched_it_is_the_same_also_where_another_clock_goes(string zone)
    {
        using var session = await ReadAsync(await WriteAsync(), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal([], session.Preview.Rows.Where(r => r.Kind != RowKind.Same).Select(Said));
    }

    private async Task FillAsync()
    {
        foreach (var status in Workflow.All)
        {
            var row = await _place.AddAsync(
                (RequirementField.Title, $"=1+{(int)status}"), (RequirementField.Description, " \tfirst line\nsecond \"line\" & <b> 第三行 🙂"), (RequirementField.Customer, _place.Ours.Id.ToString()),
                (RequirementField.Department, "无"), (RequirementField.Category, "+1-2"), (RequirementField.Phase, nameof(ProjectPhase.Acceptance)), (RequirementField.Urgency, nameof(Urgency.Critical)),
                (RequirementField.Reporter, "刘芳 2026-01-01"), (RequirementField.ReportedAt, "2026-03-01T16:20:33.1234567Z"), (RequirementField.Owner, "007"), (RequirementField.TargetDate, "2026-06-30"),
                (RequirementField.Resolution, "-"), (RequirementField.Notes, "@SUM(A1)"), (RequirementField.PublicReply, "N/A"), (RequirementField.InternalNote, "1.0"), (RequirementField.Shared, bool.TrueString));
            row.StartAs(status, "because");
            await studio.InDbAsync(async db =>
            {
                db.Projects.Add(_place.Id);
                var tracked = await db.FindAsync<Requirement>([row.Id], Token);
                tracked!.StartAs(status, "because");
                return await db.SaveChangesAsync(Token);
            });
            if (status == RequirementStatus.New) await _lead.Get<AttachmentStore>().AddAsync<Requirement>(_place.Id, row.Id, Right.EditRequirements, "a.png", Pixel, Token);
        }

        await _place.AddAsync((RequirementField.Title, "Total"));
        await _place.AddAsync((RequirementField.Title, "2026-03-01"), (RequirementField.Description, new string('长', Requirement.TextLength)));
        await _place.AddAsync((RequirementField.Title, "12"), (RequirementField.Urgency, nameof(Urgency.Low)));
    }

    private static byte[] Pixel { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private async Task<MemoryStream> WriteAsync()
    {
        var project = (await _lead.Get<IAccess>().ProjectsAsync(Token)).Single(p => p.Id == _place.Id);
        MemoryStream file = new();
        await _lead.Get<RequirementExport>().WriteAsync(file, project, "https://studio.example.com", new RequirementFilter { GroupedBy = GroupBy.None, Statuses = [] }, Columns, Token);
        file.Position = 0;
        return file;
    }

    private async Task<ImportSession> ReadAsync(MemoryStream file, TimeZoneInfo? zone = null)
    {
        var session = await ImportSession.OpenAsync(file, "a.xlsx", ct: Token);
        var facts = await _lead.Get<ProjectFactsReader>().ReadAsync(_place.Id, Token);
        await session.ReadAsync(facts, zone ?? _lead.Actor.TimeZone, await _lead.Get<ImportStore>().KnownAsync(_place.Id, Token), ct: Token);
        return session;
    }

    private static string Said(ImportRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Number} {row.Kind} {string.Join("; ", row.Changes.Select(c => $"{c.Name}: {c.Old} -> {c.New}"))} {string.Join("; ", row.Problems.Select(p => p.Problem.Text))} {row.NewPictures.Count}+{row.NewLinks.Count}");
}
