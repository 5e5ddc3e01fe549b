using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Out;
using CoCreateStudio.Tests.Domain.Acceptance;
using CoCreateStudio.Tests.Kit.Excel.Writing;
using CoCreateStudio.Tests.Support;
using DocumentFormat.OpenXml.Drawing.Charts;

namespace CoCreateStudio.Tests.Features.Acceptance.Out;

public sealed class AcceptanceOutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_acceptance_sheet_is_valid_and_says_all_in_both_languages()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        using MemoryStream file = new();

        await AcceptanceWorkbook.WriteAsync(file, Paper(agreed, both: true), "Lin Yue", Samples.Now, Ct);
        using WrittenBook book = new(file);

        Assert.Empty(book.Problems());
        var tab = book.Tabs[1];
        Assert.Equal("Target\n目标", book.Text(tab, "F2"));
        Assert.Equal(["D-1", "B-1", "C-1"], new[] { "A3", "A4", "A5" }.Select(cell => book.Text(tab, cell)));
        Assert.Equal("≤ 4", book.Text(tab, "F3"));
        Assert.Equal(["Lin Yue", "Chen Wei"], new[] { "B3", "B4" }.Select(cell => book.Text(book.Tabs[2], cell)));
        Assert.Contains(agreed.Last.Hash, book.Sheet(book.Tabs[0]).InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_from_paper_is_never_shown_as_signed_online()
    {
        var agreed = Agreed.Ready();
        agreed.Send();
        agreed.AcceptAll(Side.Customer);
        agreed.Sign(Side.Customer, new("Chen Wei", "director", Samples.Now, GivenHow.OnPaper, "Lin Yue", Samples.Now, ScanId: Guid.NewGuid()));
        using MemoryStream file = new();

        await AcceptanceWorkbook.WriteAsync(file, Paper(agreed, both: false), "Lin Yue", Samples.Now, Ct);
        using WrittenBook book = new(file);

        var how = book.Text(book.Tabs[2], "E4");
        Assert.Contains("Lin Yue", how, StringComparison.Ordinal);
        Assert.DoesNotContain("online", how, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_report_draws_the_way_of_each_criterion_to_its_target()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        var criterion = agreed.LastContent.Criteria[0];
        var values = new[] { (-20, "11"), (-10, "7.5"), (-1, "4") }.Select(v => Value(agreed, criterion, v.Item1, v.Item2)).ToList();
        Verification result = new(agreed.Agreement.ProjectId, agreed.Agreement.Id, criterion.Id);
        var proof = Evidence.OfLink(agreed.Agreement.ProjectId, values[^1].Id, "https://example.com/report", "Mei", Samples.Now);
        result.Judge(new(agreed.Last, criterion), values[^1], [proof], "Lin Yue", Samples.Now);
        using MemoryStream file = new();

        await VerificationWorkbook.WriteAsync(file, Paper(agreed, both: false, values, [proof], result), "Lin Yue", Samples.Now, Ct);
        using WrittenBook book = new(file);

        Assert.Empty(book.Problems());
        Assert.Equal("Passed", book.Text(book.Tabs[1], "J3"));
        Assert.Contains("https://example.com/report (Mei", book.Text(book.Tabs[2], "D3"), StringComparison.Ordinal);
        Assert.Equal(("Delivery", "1"), (book.Text(book.Tabs[3], "A3"), book.Text(book.Tabs[3], "C3")));
        var chart = book.Part("Charts").DrawingsPart!.ChartParts.Single().ChartSpace;
        Assert.Equal(["'Values'!$D$3:$D$5", "'Values'!$E$3:$E$5"], chart.Descendants<Values>().Select(v => v.Descendants<Formula>().Single().Text));
        Assert.Equal(["11", "7.5", "4"], chart.Descendants<Values>().First().Descendants<NumericValue>().Select(v => v.Text));
        Assert.Contains(criterion.Code, chart.Descendants<Title>().First().InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_day_nothing_is_drawn()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        using MemoryStream file = new();

        await VerificationWorkbook.WriteAsync(file, Paper(agreed, both: false, [Value(agreed, agreed.LastContent.Criteria[0], -1, "7")]), "Lin Yue", Samples.Now, Ct);
        using WrittenBook book = new(file);

        Assert.Empty(book.Problems());
        Assert.DoesNotContain("Charts", book.Tabs);
    }

    [Fact]
    public async Task The_report_has_its_headings_in_both_languages_and_says_where_values_lead()
    {
        var agreed = Agreed.Ready().SignedByBoth();
        using MemoryStream file = new();

        await VerificationWorkbook.WriteAsync(file, Paper(agreed, both: true, [.. new[] { (-20, "11"), (-10, "10") }.Select(v => Value(agreed, agreed.LastContent.Criteria[0], v.Item1, v.Item2))]), "Lin Yue", Samples.Now, Ct);
        using WrittenBook book = new(file);

        Assert.Empty(book.Problems());
        var tab = book.Tabs[1];
        Assert.All(Enumerable.Range(0, 12), i => Assert.Contains('\n', book.Text(tab, $"{(char)('A' + i)}2")));
        Assert.All(Enumerable.Range(0, 9), i => Assert.Contains('\n', book.Text(book.Tabs[2], $"{(char)('A' + i)}2")));
        Assert.Equal("0.14", book.Text(tab, "K3")[..4]);
        Assert.Contains("≤ 4", book.Text(tab, "L3"), StringComparison.Ordinal);
        Assert.Equal("", book.Text(book.Tabs[2], "D3"));
    }

    private static Measurement Value(Agreed agreed, CriterionContent criterion, int day, string value)
    {
        Measurement measured = new(criterion, agreed.Agreement, new(Agreed.Today.AddDays(day), value, "report"), "Mei", Samples.Now, Agreed.Today);
        measured.Confirm(criterion, "Lin Yue", Samples.Now);
        return measured;
    }

    private static AcceptancePaper Paper(Agreed agreed, bool both, IReadOnlyList<Measurement>? values = null, IReadOnlyList<Evidence>? proofs = null, params Verification[] results)
    {
        Dictionary<Guid, string> customers = new() { [agreed.Agreement.CustomerId] = "Helian" };
        AcceptanceRoom room = new(customers, agreed.Agreement.CustomerId, agreed.Agreement, agreed.Criteria, agreed.Versions, agreed.Answers, agreed.Signatures, values ?? [], results, [], [],
            new Dictionary<Guid, int>(), new Dictionary<Guid, int>(), proofs ?? [], new Dictionary<Guid, AgreementOutcome>());
        return new(room.View(agreed.Last.Number, isInside: true), "Catalogue", both, TimeZoneInfo.Utc, Agreed.Today);
    }
}
