using System.Text;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers.Import;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Features.Screenings.Out;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Customers;

/// <summary>What a file says of traits, written and taken back.</summary>
public sealed class TraitImportTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => $"Company,Contact,Need,Need note,Fixed go-live date,Go-live date,Go-live note,Contact with authority,Who decides,Authority of contact note\nLarch {_mark},Ann Li,Met,Lost three orders,Met,2027-03-01,Before the spring season,Met,Ann Li,Directs both plants herself\n";

    [Fact]
    public async Task A_candidate_comes_in_with_its_assessments_and_their_history_and_leaves_with_them()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm, "Ada " + place.Project.Key);
        var (store, board) = (pm.Get<DirectoryImportStore>(), pm.Get<BoardReader>());

        var done = await store.WriteAsync(await PlanAsync(pm, place, File), place.Id, Token);

        Assert.Equal((1, 1, 3), (done.New, done.People, done.Assessments));
        var candidate = Assert.Single((await board.ReadAsync(place.Id, Token)).Candidates);
        Assert.Equal([Trait.Need, Trait.GoLive, Trait.Authority], candidate.Verdict.Met);
        var authority = candidate.Screening.Of(Trait.Authority);
        Assert.Equal(("Ann Li", "Ada " + place.Project.Key), (candidate.ContactOf(authority)!.Name, authority.By));
        var step = Assert.Single(await board.HistoryAsync(place.Id, candidate.Screening.Of(Trait.GoLive).Id, Token));
        Assert.Equal(["State Unknown Met", "Note  Before the spring season", "Date  2027-03-01"], step.Changes.OrderByDescending(c => c.Field).Select(c => $"{c.Field} {c.Old} {c.New}"));
        Assert.Empty(await board.HistoryAsync(place.Id, candidate.Screening.Of(Trait.Goal).Id, Token));
        Assert.Equal(PlanKind.Same, Assert.Single(await PlanAsync(pm, place, File)).Kind);

        await store.UndoAsync(done.ActId, Token);

        Assert.Empty((await board.ReadAsync(place.Id, Token)).Candidates);
    }

    [Fact]
    public async Task What_is_replaced_is_history_and_comes_back_unless_somebody_looked_at_it_since()
    {
        var (place, company) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        var (store, board, screening) = (pm.Get<DirectoryImportStore>(), pm.Get<BoardReader>(), pm.Get<ScreeningStore>());
        await screening.AssessAsync(place.Id, company.Id, Trait.Need, Assessment.Nothing, new(TraitState.Met, "Lost three orders"), Token);
        var plan = await PlanAsync(pm, place, $"Company,Need,Need note,Clear goal\n{company.Name},no,They found another way,no\n", take: true);

        var done = await store.WriteAsync(plan, place.Id, Token);

        var after = (await board.ReadAsync(place.Id, Token)).Of(company.Id)!.Screening;
        Assert.Equal((2, new Assessment(TraitState.NotMet, "They found another way")), (done.Assessments, after.Of(Trait.Need).Now));
        Assert.Equal("Met", (await board.HistoryAsync(place.Id, after.Of(Trait.Need).Id, Token))[0].Changes.Single(c => c.Field == nameof(TraitAssessment.State)).Old);

        studio.Clock.Pass(TimeSpan.FromHours(1));
        await screening.ConfirmAsync(place.Id, company.Id, Trait.Goal, Token);
        var taken = await store.UndoAsync(done.ActId, Token);

        after = (await board.ReadAsync(place.Id, Token)).Of(company.Id)!.Screening;
        Assert.Equal((new Assessment(TraitState.Met, "Lost three orders"), TraitState.NotMet), (after.Of(Trait.Need).Now, after.Of(Trait.Goal).State));
        Assert.Equal((1, 1), (taken.Back, taken.Kept));
        await Refused.ByAsync(nameof(RuleText.NothingToUndo), () => store.UndoAsync(done.ActId, Token));
    }

    [Fact]
    public async Task What_somebody_said_meanwhile_stops_all_of_it()
    {
        var (place, company) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        var plan = await PlanAsync(pm, place, $"Company,Region,Clear goal\nOther {_mark},Ningbo,no\n{company.Name},Suzhou,no\n");
        await pm.Get<ScreeningStore>().AssessAsync(place.Id, company.Id, Trait.Goal, Assessment.Nothing, new(TraitState.Met, "Written in the charter"), Token);

        await Refused.ByAsync(nameof(RuleText.CompanyChangedMeanwhile), () => pm.Get<DirectoryImportStore>().WriteAsync(plan, place.Id, Token));

        var candidate = Assert.Single((await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Candidates);
        Assert.Equal((TraitState.Met, (string?)null), (candidate.Screening.Of(Trait.Goal).State, candidate.Customer.Region));
    }

    [Fact]
    public async Task What_waits_for_a_decision_is_left_as_it_is()
    {
        var (place, company) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await pm.Get<ScreeningStore>().AssessAsync(place.Id, company.Id, Trait.Goal, Assessment.Nothing, new(TraitState.Met, "Written in the charter"), Token);

        var done = await pm.Get<DirectoryImportStore>().WriteAsync(await PlanAsync(pm, place, $"Company,Clear goal\n{company.Name},no\n"), place.Id, Token);

        Assert.Equal((0, 0), (done.Changed, done.Assessments));
        Assert.Equal(TraitState.Met, (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(company.Id)!.Screening.Of(Trait.Goal).State);
    }

    [Fact]
    public async Task Only_who_may_screen_reads_writes_and_takes_back()
    {
        var place = await Place.MakeAsync(studio);
        var elsewhere = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        var plan = await PlanAsync(pm, place, File);
        var done = await pm.Get<DirectoryImportStore>().WriteAsync(plan, place.Id, Token);
        var person = Samples.Person();
        await studio.AddAsync(person);
        await studio.AddAsync(Samples.Membership(place.Id, person.Id, ProjectRole.Member), Samples.Membership(elsewhere.Id, person.Id, ProjectRole.Lead));
        await using var member = await studio.As(person.Id);
        var store = member.Get<DirectoryImportStore>();

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => store.KnownAsync(place.Id, Token));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => store.WriteAsync(plan, place.Id, Token));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => store.UndoAsync(done.ActId, Token));

        Assert.Single((await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Candidates);
    }

    [Fact]
    public async Task A_candidate_whose_trait_was_proven_since_stays()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        var done = await pm.Get<DirectoryImportStore>().WriteAsync(await PlanAsync(pm, place, File), place.Id, Token);
        var need = Assert.Single((await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Candidates).Screening.Of(Trait.Need);
        await pm.Get<EvidenceStore>().AddLinkAsync(place.Id, need.Id, "https://example.com/study", Token);

        await pm.Get<DirectoryImportStore>().UndoAsync(done.ActId, Token);

        Assert.Single((await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Candidates);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh-Hans", "en")]
    [InlineData("en", "zh-Hans")]
    [InlineData("zh-Hans", "zh-Hans")]
    public async Task The_exported_sheet_comes_back_as_it_went_out(string writes, string reads)
    {
        var (place, company) = await CandidateAsync();
        var there = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        await using var other = await there.As(ProjectRole.Pm);
        await ScreenAsync(pm, place, company.Id);
        using MemoryStream sheet = new();
        using (Language.Use(writes))
        {
            var project = (await pm.Get<IAccess>().ToAsync(place.Project.Key, Token))!;
            ScreeningWorkbook book = new(await pm.Get<BoardReader>().ReadAsync(place.Id, Token), BoardFilter.Read(""), project, pm.Actor, studio.Clock.Now.UtcDateTime);
            await book.WriteAsync(sheet, Token);
        }

        using var language = Language.Use(reads);
        var same = Assert.Single(await PlanAsync(pm, place, sheet.ToArray()));
        var elsewhere = await PlanAsync(other, there, sheet.ToArray());
        await other.Get<DirectoryImportStore>().WriteAsync(elsewhere, there.Id, Token);

        Assert.Equal((PlanKind.Same, 0, 0), (same.Kind, same.Traits.Count, same.Problems.Count));
        var here = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(company.Id)!.Screening;
        var copy = (await other.Get<BoardReader>().ReadAsync(there.Id, Token)).Of(company.Id)!.Screening;
        Assert.All(Enum.GetValues<Trait>(), trait => Assert.Equal(here.Of(trait).Now, copy.Of(trait).Now));
        Assert.Null((await place.ReadAsync<Customer>(company.Id)).Notes);
    }

    private static async Task ScreenAsync(Acting pm, Place place, Guid company)
    {
        Dictionary<Trait, Assessment> said = new()
        {
            [Trait.Need] = new(TraitState.Met, "Lost three orders\nand one more"),
            [Trait.Goal] = new(TraitState.NotMet, "Nothing is written down"),
            [Trait.GoLive] = new(TraitState.Met, "Before the spring season", new(2027, 3, 1)),
            [Trait.Communication] = new(TraitState.Unknown, "Ask Ms Guo again"),
            [Trait.Authority] = new(TraitState.Met, "Directs both plants herself", ContactId: (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(company)!.Contacts[0].Id),
        };
        foreach (var (trait, assessment) in said) await pm.Get<ScreeningStore>().AssessAsync(place.Id, company, trait, Assessment.Nothing, assessment, Token);
    }

    private async Task<(Place Place, Customer Company)> CandidateAsync()
    {
        var place = await Place.MakeAsync(studio);
        Customer company = new($"Maple {_mark}");
        await studio.AddAsync(company);
        await studio.AddAsync(new Contact(company.Id, new("Liu Fang")), new Screening(place.Id, company.Id, mayScreen: true, "Mei", Samples.Now));
        return (place, company);
    }

    private static Task<IReadOnlyList<PlannedCompany>> PlanAsync(Acting acting, Place place, string text, bool take = false) => PlanAsync(acting, place, Encoding.UTF8.GetBytes(text), "list.csv", take);

    private static async Task<IReadOnlyList<PlannedCompany>> PlanAsync(Acting acting, Place place, byte[] bytes, string name = "sheet.xlsx", bool take = false)
    {
        using MemoryStream file = new(bytes);
        using var session = await ImportSession.OpenAsync(file, name, candidates: true, Token);
        var known = await acting.Get<DirectoryImportStore>().KnownAsync(place.Id, Token);
        await session.ReadAsync(known, Token);
        if (!take) return session.Companies;
        foreach (var trait in session.Companies.SelectMany(c => c.Traits).Where(t => t.IsOpen)) session.Choices.Traits[trait.Key] = true;
        await session.ReadAsync(known, Token);
        return session.Companies;
    }
}
