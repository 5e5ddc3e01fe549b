using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Meetings.Minutes.Confirming;
using CoCreateStudio.Features.Meetings.Minutes.Out;
using CoCreateStudio.Kit;
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
        Assert.Equal(["Cover", "Agenda", "Decisions", "Actions", "Open issues", "Risks", "All that was said", "Attendance", "Confirmations"], book.Tabs);
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

    private static async Task<WrittenBook> BookAsync(Held held)
    {
        using var english = Language.Use("en");
        MemoryStream file = new();
        await new MinutesWorkbook(await OutAsync(held.Lead, held), new VisibleProject(held.Place.Id, held.Place.Project.Key, held.Place.Project.Name, new Grant(ProjectRole.Lead)), held.Lead.Actor, Samples.Now).WriteAsync(file, Ct);
        return new(file);
    }
}
