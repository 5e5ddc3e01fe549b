using System.Globalization;
using System.Text;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers.Import;
using CoCreateStudio.Features.Customers.Import.Traits;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Customers;

/// <summary>What a file says of the six traits, and what would be written of it.</summary>
public sealed class TraitFileTests
{
    private static readonly Customer Helian = new("Helian Electronics");
    private static readonly Contact Liu = new(Helian.Id, new("Liu Fang"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Candidate,Urgent need,Urgent need: evidence,Clear goal,Goal note,Fixed go-live date,Go-live date,Go-live note,Close communication,Communication - notes,Contact with authority,Who decides,Contact with authority (proof),Influence,Influence evidence,Contact")]
    [InlineData("客户名称,需求迫切,需求依据,目标明确,目标说明,确定上线的时间,计划上线时间,上线时间说明,密切沟通,沟通备注,接口人有话事权,项目接口人,接口人话事权：依据,影响力,企业影响力依据,联系人")]
    public async Task Columns_are_known_by_the_headings_that_people_write(string headings)
    {
        var plan = await PlanAsync($"{headings}\nNew Ltd,yes,Lost three orders,✓,Written in the charter,满足,2027-03-01,Before the spring season,no,Answers after weeks,是,Ann Li,Directs both plants herself,tbd,Nobody knows it yet,Ann Li\n");

        Assert.Equal(
            ["Need Met Lost three orders", "Goal Met Written in the charter", "GoLive Met 2027-03-01 Before the spring season", "Communication NotMet Answers after weeks", "Authority Met Ann Li Directs both plants herself", "Influence Unknown Nobody knows it yet"],
            plan.Traits.Select(Said));
        Assert.Equal(PlanKind.New, plan.Kind);
        Assert.All(plan.Traits, t => Assert.True(t.IsTaken));
    }

    [Theory]
    [InlineData("Met|✓|√|✅|yes|Y|TRUE|1|符合|是|满足|有|ok", TraitState.Met)]
    [InlineData("Not met|✗|×|❌|no|N|false|0|不符合|否|不满足|无|没有|unmet", TraitState.NotMet)]
    [InlineData("Unknown|?|TBD|to be confirmed|未知|待定|待确认|不清楚", TraitState.Unknown)]
    [InlineData("partly|x|△|符合吗|maybe|7", null)]
    public void A_state_is_read_in_both_languages(string words, TraitState? state) =>
        Assert.All(words.Split('|'), word => Assert.Equal((word, state), (word, TraitWords.State(word))));

    [Theory]
    [InlineData("2027-03-01|2027/3/1|2027年3月1日|1 March 2027|Mar 1, 2027|1.3.2027|20270301|2027-03-01 00:00:00", true)]
    [InlineData("Q2 2027|3/4/2027|2027|next spring|三月", false)]
    public void A_day_is_read_where_it_is_one_day(string days, bool isRead) =>
        Assert.All(days.Split('|'), day => Assert.Equal((day, isRead ? new DateOnly(2027, 3, 1) : null), (day, TraitWords.Day(day))));

    [Theory]
    [InlineData("Urgent need", "Met", TraitState.Unknown)]
    [InlineData("Urgent need,Need note", "Met,ok", TraitState.Unknown)]
    [InlineData("Fixed go-live date,Go-live note", "Met,Before the spring season", TraitState.Unknown)]
    [InlineData("Contact with authority,Authority of contact note", "Met,Directs both plants herself", TraitState.Unknown)]
    [InlineData("Urgent need,Need note", "Met,Lost three orders", TraitState.Met)]
    public async Task What_is_met_without_proof_says_so_and_is_not_met(string headings, string said, TraitState written)
    {
        var plan = await PlanAsync($"Company,{headings}\nNew Ltd,{said}\n");

        var trait = Assert.Single(plan.Traits);
        Assert.Equal((written, written == TraitState.Met), (trait.New.State, trait.Remark is null));
        Assert.Equal(said.Split(',').ElementAtOrDefault(1), trait.New.Note);
        Assert.Equal(PlanKind.New, plan.Kind);
    }

    [Theory]
    [InlineData("Urgent need", "partly", "partly")]
    [InlineData("Go-live date", "next spring", "next spring")]
    [InlineData("Who speaks for the project", "Nobody Known", "Nobody Known")]
    public async Task What_cannot_be_read_is_said_at_its_cell_and_can_be_left_out(string heading, string said, string named)
    {
        using var session = await OpenAsync($"Company,Urgent need,{heading},Region\nNew Ltd,yes,{said},Suzhou\n".Replace("Urgent need,Urgent need", "Region,Urgent need", StringComparison.Ordinal));
        await session.ReadAsync(Known(null), Token);
        var wrong = Assert.Single(session.Companies);
        var problem = Assert.Single(wrong.Problems);
        Assert.Contains(named, problem.Reason, StringComparison.Ordinal);
        Assert.Equal(PlanKind.Wrong, wrong.Kind);

        session.Choices.Without.Add(problem.Place);
        await session.ReadAsync(Known(null), Token);

        Assert.Equal(PlanKind.New, Assert.Single(session.Companies).Kind);
    }

    [Fact]
    public async Task Who_speaks_is_found_among_the_people_of_the_file_and_those_known()
    {
        var known = await PlanAsync($"Company,Contact with authority,Who speaks for the project,Authority of contact note\n{Helian.Name},Met,LIU  Fang,Directs both plants herself\n");
        var only = await PlanAsync($"Company,Contact,Authority,Contact with authority,Authority of contact note\n{Helian.Name},Ann Li,yes,Met,Directs both plants herself\n{Helian.Name},Bo Chen,no,,\n");
        var two = await PlanAsync($"Company,Contact,Authority,Contact with authority,Authority of contact note\n{Helian.Name},Ann Li,yes,Met,Directs both plants herself\n{Helian.Name},Bo Chen,yes,,\n");

        Assert.Equal((TraitState.Met, (Guid?)Liu.Id), (Assert.Single(known.Traits).New.State, known.Traits[0].New.ContactId));
        Assert.Equal((TraitState.Met, "Ann Li"), (Assert.Single(only.Traits).New.State, only.Traits[0].NewContact));
        Assert.Equal(only.Contacts[0].Id, only.Traits[0].New.ContactId);
        Assert.Equal(TraitState.Unknown, Assert.Single(two.Traits).New.State);
    }

    [Fact]
    public async Task What_somebody_has_said_is_replaced_only_by_decision_unless_the_file_knows_it()
    {
        var screening = Screened(Trait.Need, new(TraitState.Met, "Lost three orders"));
        var text = $"Company,Need,Need note,Looked at\n{Helian.Name},no,They found another way,";
        using var session = await OpenAsync(text + "\n");
        await session.ReadAsync(Known(screening), Token);
        var open = Assert.Single(session.Companies);

        session.Choices.Traits[open.Traits[0].Key] = true;
        await session.ReadAsync(Known(screening), Token);
        var taken = Assert.Single(session.Companies);
        session.Choices.Traits[open.Traits[0].Key] = false;
        await session.ReadAsync(Known(screening), Token);

        Assert.Equal((PlanKind.Ask, true, "Mei"), (open.Kind, open.Traits[0].IsOpen, open.Traits[0].By));
        Assert.Equal((PlanKind.Changed, TraitState.Met, TraitState.NotMet), (taken.Kind, taken.Traits[0].Old.State, taken.Traits[0].New.State));
        Assert.Equal(PlanKind.Same, Assert.Single(session.Companies).Kind);
        Assert.True(Assert.Single((await PlanAsync($"{text}{Samples.Now:yyyy-MM-dd HH:mm}:00\n", screening)).Traits).IsTaken); // it was written with that in sight
        Assert.True(Assert.Single((await PlanAsync($"{text}{Samples.Now.AddDays(-1):yyyy-MM-dd HH:mm}:00\n", screening)).Traits).IsOpen);
    }

    [Fact]
    public async Task An_empty_cell_takes_nothing_away_and_what_proves_is_not_lost()
    {
        var screening = Screened(Trait.Need, new(TraitState.Met, "Lost three orders"));

        Assert.Empty((await PlanAsync($"Company,Need,Need note\n{Helian.Name},,-\n", screening)).Traits);
        Assert.Empty((await PlanAsync($"Company,Need,Need note\n{Helian.Name},符合,Lost three orders\n", screening)).Traits);
        var trait = Assert.Single((await PlanAsync($"Company,Need,Need note\n{Helian.Name},Met,ok\n", screening)).Traits);
        Assert.Equal((false, true), (trait.IsChange, trait.Remark is not null));
    }

    [Fact]
    public async Task Of_a_candidate_that_was_declined_nothing_is_taken_and_that_is_said()
    {
        var screening = Screened(Trait.Need, new(TraitState.NotMet));
        screening.Decline("Too small", takesPart: false, "Mei", Samples.Now);

        var plan = await PlanAsync($"Company,Region,Need,Need note\n{Helian.Name},Suzhou,Met,Lost three orders\n", screening);

        Assert.Empty(plan.Traits);
        Assert.Contains("Too small", plan.WithoutTraits, StringComparison.Ordinal);
        Assert.Equal(PlanKind.Changed, plan.Kind);
    }

    [Fact]
    public async Task A_word_behind_each_trait_is_its_note_and_a_column_of_sentences_too()
    {
        var each = await PlanAsync("公司,迫切需求,依据,明确目标,依据\nNew Ltd,是,丢了三个订单,否,没有形成书面目标\n");
        var words = await PlanAsync("Company,Clear goal,确定上线的时间,影响力\nNew Ltd,The charter of May says so,2027-03-01,Second by market share\n");
        var once = await PlanAsync("公司,迫切需求,备注\nNew Ltd,是,每周一联系\n");

        Assert.Equal(["Need Met 丢了三个订单", "Goal NotMet 没有形成书面目标"], each.Traits.Select(Said));
        Assert.Equal(["Goal Unknown The charter of May says so", "GoLive Unknown 2027-03-01"], words.Traits.Select(Said));
        Assert.Equal("Second by market share", words.Changes.Single(c => c.Field == CustomerField.Standing).New);
        Assert.Equal("每周一联系", once.Changes.Single(c => c.Field == CustomerField.Notes).New);
    }

    [Fact]
    public async Task A_plain_list_of_companies_says_nothing_of_traits()
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes("Company,Urgent need,Influence\nNew Ltd,yes,Second by market share\n"));
        using var session = await ImportSession.OpenAsync(file, "list.csv", candidates: false, Token);

        await session.ReadAsync(Known(null) with { Candidates = null }, Token);

        Assert.Equal([CustomerField.Name, CustomerField.Standing], Assert.Single(session.Companies).Changes.Select(c => c.Field));
        Assert.Empty(session.Companies[0].Traits);
    }

    private static string Said(PlannedTrait trait) => string.Join(' ', new[] { $"{trait.Trait}", $"{trait.New.State}", trait.New.Date?.ToString("O", CultureInfo.InvariantCulture), trait.NewContact, trait.New.Note }.OfType<string>());

    private static Screening Screened(Trait trait, Assessment said)
    {
        Screening screening = new(Guid.NewGuid(), Helian.Id, mayScreen: true, "Mei", Samples.Now);
        screening.Assess(trait, said, "Mei", Samples.Now);
        return screening;
    }

    private static KnownDirectory Known(Screening? screening) => new([Helian], new[] { Liu }.ToLookup(c => c.CustomerId),
        new(screening is null ? new Dictionary<Guid, Screening>() : new Dictionary<Guid, Screening> { [Helian.Id] = screening }, new Dictionary<Guid, string>(), TimeZoneInfo.Utc));

    private static async Task<PlannedCompany> PlanAsync(string text, Screening? screening = null)
    {
        using var session = await OpenAsync(text);
        await session.ReadAsync(Known(screening), Token);
        return Assert.Single(session.Companies);
    }

    private static async Task<ImportSession> OpenAsync(string text)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(text));
        return await ImportSession.OpenAsync(file, "list.csv", candidates: true, Token);
    }
}
