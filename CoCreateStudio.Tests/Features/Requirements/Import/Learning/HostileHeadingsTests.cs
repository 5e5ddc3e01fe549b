using System.Text;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Requirements.Import;
using CoCreateStudio.Features.Requirements.Import.Learning;
using CoCreateStudio.Kit.Excel.Reading;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Requirements.Import.Learning;

/// <summary>Headings that nobody writes by mistake: they are read, learned and known again, or refused with a sentence.</summary>
public sealed class HostileHeadingsTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private const string Known = "问题描述";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile =>
    [
        "=HYPERLINK(\"http://x\",\"y\")", "+1", "@SUM(A1)", "\t=1", "_x0000_x", "\u202Eterces", "half \uD83D", "</script><b>", "{0}{1}", "@A", "x\n2",
        new string('长', 30_000), new string(' ', 500), "cocreate-studio:", "id", "cocreate-studio:0199f2c4-0000-7000-8000-000000000001",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_heading_is_learned_and_known_again_whatever_stands_in_it(string heading)
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        using var first = await OpenAsync(lead, place, Csv(Known, heading, heading));

        await lead.Get<ImportStore>().WriteAsync(place.Id, first.Order(null, false), Token);

        using var second = await OpenAsync(lead, place, Csv(Known, heading, heading));
        Assert.Equal(first.Tables[0].Columns.Select(c => c.Target?.Key), second.Tables[0].Columns.Select(c => c.Target?.Key));
        Assert.Single(await lead.Get<ImportMappings>().ListAsync(place.Id, Token));
    }

    [Fact]
    public async Task Twenty_thousand_columns_are_refused_and_none_is_lost_in_silence()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var headings = Enumerable.Range(0, 20_000).Select(i => i == 0 ? Known : $"Heading {i}").ToArray();

        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => OpenAsync(lead, place, Csv(headings)));

        Assert.Equal(nameof(ReadingText.TooManyColumns), refusal.Reason);
    }

    private static MemoryStream Csv(params string[] headings)
    {
        var head = string.Join(',', headings.Select(h => $"\"{h.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var rows = Enumerable.Range(1, 3).Select(r => string.Join(',', headings.Select((_, i) => i == 0 ? $"附件丢失 {r}" : "x")));
        return new(Encoding.UTF8.GetBytes(head + "\r\n" + string.Join("\r\n", rows)));
    }

    private static async Task<ImportSession> OpenAsync(Acting lead, Place place, MemoryStream file)
    {
        var session = await ImportSession.OpenAsync(file, "list.csv", null, Token);
        session.Recall(new(await lead.Get<ImportMappings>().ListAsync(place.Id, Token), null, _ => "yesterday"));
        await session.ReadAsync();
        return session;
    }
}
