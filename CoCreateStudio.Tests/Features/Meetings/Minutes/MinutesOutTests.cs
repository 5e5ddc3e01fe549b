using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
using CoCreateStudio.Features.Meetings.Minutes.Out;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Tests.Kit.Excel.Writing;
using CoCreateStudio.Tests.Support;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoCreateStudio.Tests.Features.Meetings.Minutes;

public sealed class MinutesOutTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workbook_is_valid_and_has_a_sheet_for_each_part()
    {
        await using var held = await Held.MakeAsync(studio);
        await held.Lead.Get<ConfirmationStore>().AnswerAsync(held.Place.Id, held.Id, 1, ConfirmationAnswer.Objected, "=1+1", Ct);
        using var book = await BookAsync(held);

        Assert.Empty(book.Problems());
        Assert.Equal(["Cover", "Agenda", "Decisions", "Actions", "Open issues", "Key points", "Risks", "All that was said", "Attendance", "Confirmations"], book.Tabs);
        Assert.Equal(["D-1", "We build it"], book.Row("Decisions", 3).Take(2));
        Assert.Equal(["A-1", "Send the parts", "Lin"], book.Row("Actions", 3).Take(3));
        Assert.Equal(new DateTime(2026, 3, 20), book.Date("Actions", "D3"));
        Assert.Equal("10", book.Text("Agenda", "D3"));
        Assert.Contains("=1+1", book.Row("Confirmations", 3));
        Assert.Empty(book.Tabs.SelectMany(t => book.Sheet(t).Descendants<CellFormula>()));
    }

    [Fact]
    public async Task The_mail_goes_to_those_invited_with_each_owners_actions_on_top()
    {
        var place = await Place.MakeAsync(studio);
        await using var customer = await place.As(ProjectRole.Customer, "Liu Fang");
        await using var held = await Held.MakeAsync(studio, place);
        using var english = Language.Use("en");

        var mail = MinutesMail.Of(await OutAsync(held.Lead, held), "https://studio.example.com/projects/P/meetings/1", TimeZoneInfo.Utc);

        Assert.StartsWith("WHO DOES WHAT\n\nLin\n  A-1  Send the parts, by 20 Mar 2026\n\nDecisions\n  D-1  We build it", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://studio.example.com/projects/P/meetings/1", mail.Body, StringComparison.Ordinal);
        Assert.Equal(new[] { held.Lead.Actor.Name, "Liu Fang" }.Order(), mail.To.Select(p => p.Name).Order());
        Assert.Empty((await OutAsync(customer, held)).People);
    }

    [Fact]
    public async Task The_mail_has_all_that_was_said_with_whose_it_is()
    {
        await using var held = await Held.MakeAsync(studio);
        using var english = Language.Use("en");

        var lines = MinutesMail.Of(Full(await OutAsync(held.Lead, held)), "https://x", TimeZoneInfo.Utc).Body.Split('\n');

        Assert.Equal(["Decisions", "  D-1  We build it", "       Decided by: Mei", "       Why: It pays"], From(lines, "Decisions", 4));
        Assert.Equal(["Open issues", "  I-2  Who pays?", "       Owner: Lin"], From(lines, "Open issues", 3));
        Assert.Equal(["Key points", "  -  Too slow", "       Written by: Wang"], From(lines, "Key points", 3));
        Assert.Equal(["Risks", "  K-3  Late", "       Owner: Tom"], From(lines, "Risks", 3));
        Assert.Equal(["1. One (0 of 10 min)", "  - In a topic", "  - R-7  A wish"], From(lines, "1. One (0 of 10 min)", 3));
        Assert.Equal(["Without a topic", "  - Loose"], From(lines, "Without a topic", 2));
    }

    [Fact]
    public async Task Key_points_stand_apart_in_Markdown_and_in_the_workbook()
    {
        await using var held = await Held.MakeAsync(studio);
        using var english = Language.Use("en");
        var full = Full(await OutAsync(held.Lead, held));

        var text = MinutesMarkdown.Write(full, "P", TimeZoneInfo.Utc);
        using var book = await BookAsync(held, full);

        Assert.Contains("## Key points\n\n- Too slow  \n  *Written by:* Wang\n", text, StringComparison.Ordinal);
        Assert.Equal(["Too slow", "Wang"], book.Row("Key points", 3).Take(2));
    }

    [Fact]
    public async Task Each_version_goes_out_as_it_was_sealed_and_one_that_is_not_there_does_not()
    {
        await using var held = await Held.MakeAsync(studio);
        await held.Lead.Get<CoCreateStudio.Features.Meetings.Minutes.MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, await held.CorrectionAsync("We buy it"), "Heard wrong", Ct);
        var reader = held.Lead.Get<MinutesOutReader>();

        Assert.Equal(("We buy it", "We build it"), ((await OutAsync(held.Lead, held)).Minutes.Topics[0].Said[0].Text, (await reader.ReadAsync(held.Place.Id, held.Number, 1, Ct))!.Minutes.Topics[0].Said[0].Text));
        Assert.Null(await reader.ReadAsync(held.Place.Id, held.Number, 3, Ct));
    }

    [Fact]
    public async Task What_was_said_cannot_break_the_Markdown()
    {
        const string evil = "# No heading\n- no item\n1. no number\n```\n<img src=x> [link](http://x) | a | *b* _c_ &lt; ![i](x)\n---\n===\n> quote";
        await using var held = await Held.MakeAsync(studio);
        await held.Lead.Get<CoCreateStudio.Features.Meetings.Minutes.MinutesStore>().CorrectAsync(held.Place.Id, held.Id, 1, await held.CorrectionAsync(evil), evil.Replace('\n', ' '), Ct);
        using var english = Language.Use("en");

        var text = MinutesMarkdown.Write(await OutAsync(held.Lead, held), "# P", TimeZoneInfo.Utc);

        Assert.Equal(["# Weekly", "## Decisions", "## Actions", "## 1\\. One (0 of 10 min)"], text.Split('\n').Where(l => l.StartsWith('#')));
        Assert.DoesNotContain(text.Split('\n'), l => l.TrimStart() is ['-', '-', ..] or ['=', ..] or ['`', ..] or ['>', ..] or ['<', ..] || (l.StartsWith("  ", StringComparison.Ordinal) && l.TrimStart().StartsWith("- ", StringComparison.Ordinal)));
        Assert.Contains("\\<img src=x\\> \\[link\\](http://x) \\| a \\| \\*b\\* \\_c\\_ \\&lt; !\\[i\\](x)", text, StringComparison.Ordinal);
        Assert.Contains("\\# No heading  \n  \\- no item  \n  1\\. no number", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a'b\\c\n}", "'a\\27 b\\5c c\\a \\7d '")]
    [InlineData("项目 7", "'项目\\20 7'")]
    public void A_title_at_the_foot_of_the_paper_stays_a_string(string text, string css) => Assert.Equal(css, CssText.Of(text));

    private static async Task<MinutesOut> OutAsync(Acting acting, Held held) =>
        await acting.Get<MinutesOutReader>().ReadAsync(held.Place.Id, held.Number, null, Ct) ?? throw new InvalidOperationException("There are no minutes.");

    // One line of each kind, some under no topic.
    private static MinutesOut Full(MinutesOut minutes)
    {
        SealedLine Line(NoteKind kind, int? number, string text, string? owner = null, string? by = null, string? why = null) => new($"{kind}{text}", kind, number, text, "Wang", Samples.Now, owner, null, by, why);
        return minutes with
        {
            Minutes = minutes.Minutes with
            {
                Topics = [minutes.Minutes.Topics[0] with { Said = [Line(NoteKind.Decision, 1, "We build it", by: "Mei", why: "It pays"), Line(NoteKind.Note, null, "In a topic"), Line(NoteKind.Requirement, 7, "A wish")] }],
                Said = [Line(NoteKind.OpenIssue, 2, "Who pays?", "Lin"), Line(NoteKind.Risk, 3, "Late", "Tom"), Line(NoteKind.KeyPoint, null, "Too slow"), Line(NoteKind.Note, null, "Loose")],
            },
        };
    }

    private static IEnumerable<string> From(IEnumerable<string> lines, string first, int count) => lines.SkipWhile(l => l != first).Take(count);

    private static async Task<WrittenBook> BookAsync(Held held, MinutesOut? minutes = null)
    {
        using var english = Language.Use("en");
        MemoryStream file = new();
        await new MinutesWorkbook(minutes ?? await OutAsync(held.Lead, held), new VisibleProject(held.Place.Id, held.Place.Project.Key, held.Place.Project.Name, new Grant(ProjectRole.Lead)), held.Lead.Actor, Samples.Now).WriteAsync(file, Ct);
        return new(file);
    }
}
