using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Screenings;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Screenings;

public sealed class ScreeningStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly Assessment Proven = new(TraitState.Met, "As they told us");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_candidate_is_added_once_known_or_new_and_begins_with_six_unknowns()
    {
        var place = await Place.MakeAsync(studio);
        await using var pm = await place.As(ProjectRole.Pm);
        var store = pm.Get<ScreeningStore>();

        var id = await store.AddAsync(place.Id, new(null, "Nordwind Pumps " + place.Project.Key, "Nordwind"), Token);
        await Refused.ByAsync(nameof(RuleText.CandidateAlready), () => store.AddAsync(place.Id, new(null, "nordwind pumps " + place.Project.Key), Token));

        var candidate = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!;
        Assert.Equal((VerdictKind.Incomplete, 6, false), (candidate.Verdict.Kind, candidate.Verdict.Unknown.Count, candidate.Screening.IsProposed));
        Assert.Null(candidate.Participation);
    }

    [Fact]
    public async Task What_a_member_adds_is_a_proposal_until_it_is_taken_on()
    {
        var place = await Place.MakeAsync(studio);
        await using var member = await place.As(ProjectRole.Member);
        await using var pm = await place.As(ProjectRole.Pm);

        var id = await member.Get<ScreeningStore>().AddAsync(place.Id, new(place.Ours.Id, place.Ours.Name), Token);
        Assert.True((await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.IsProposed);

        await pm.Get<ScreeningStore>().TakeOnAsync(place.Id, id, Token);
        Assert.False((await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.IsProposed);
    }

    [Fact]
    public async Task A_members_assessment_waits_until_it_is_taken_over()
    {
        var (place, id) = await CandidateAsync();
        await using var member = await place.As(ProjectRole.Member, "Tom " + place.Project.Key);
        await using var pm = await place.As(ProjectRole.Pm);
        await member.Get<ScreeningStore>().ProposeAsync(place.Id, id, Trait.Need, Proven, Token);
        var waiting = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!;
        Assert.Equal(TraitState.Unknown, waiting.Screening.Of(Trait.Need).State);

        await pm.Get<ScreeningStore>().SettleAsync(place.Id, id, waiting.Proposals.Single().Id, take: true, Token);

        var taken = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!;
        Assert.Equal((TraitState.Met, "Tom " + place.Project.Key, 0), (taken.Screening.Of(Trait.Need).State, taken.Screening.Of(Trait.Need).By, taken.Proposals.Count));
    }

    [Fact]
    public async Task The_gate_holds_at_the_data_door_and_a_lead_opens_it_with_a_reason()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await using var lead = await place.As(ProjectRole.Lead);

        await Refused.ByAsync(nameof(RuleText.NotQualified), () => lead.Get<ScreeningStore>().BeginAsync(place.Id, id, Token));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => pm.Get<ScreeningStore>().AdmitAsync(place.Id, id, "Known for years", Token));
        await Refused.ByAsync(nameof(RuleText.GateReasonNeeded), () => lead.Get<ScreeningStore>().AdmitAsync(place.Id, id, " ", Token));
        await lead.Get<ScreeningStore>().AdmitAsync(place.Id, id, "Known for years", Token);

        var admitted = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Participation!;
        Assert.Equal((ParticipationGrounds.Admitted, "Known for years"), (admitted.Grounds, admitted.Reason));
        await Refused.ByAsync(nameof(RuleText.CameInAlready), () => lead.Get<ScreeningStore>().AdmitAsync(place.Id, id, "Once more", Token));
        await Refused.ByAsync(nameof(RuleText.TakesPartAlready), () => pm.Get<ScreeningStore>().DeclineAsync(place.Id, id, "Too late", Token));
    }

    [Fact]
    public async Task A_qualified_candidate_begins_and_comes_back_through_the_same_gate()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await using var lead = await place.As(ProjectRole.Lead);
        await QualifyAsync(pm, place, id);

        await pm.Get<ScreeningStore>().BeginAsync(place.Id, id, Token);
        await lead.Get<CoCreateStudio.Features.Projects.ProjectSetUpStore>().TakeOutAsync(place.Id, id, Token);
        await AssessAsync(pm, place, id, Trait.Influence, new(TraitState.NotMet));

        await Refused.ByAsync(nameof(RuleText.NotQualified), () => pm.Get<ScreeningStore>().BeginAsync(place.Id, id, Token));
        await lead.Get<ScreeningStore>().AdmitAsync(place.Id, id, "Its plant is the hardest", Token);
        Assert.Equal(TraitState.NotMet, (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Participation!.TraitsAtStart[Trait.Influence]);
    }

    [Fact]
    public async Task Nobody_passes_the_gate_on_a_trait_that_changes_at_that_moment()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await using var other = await place.As(ProjectRole.Pm);
        await QualifyAsync(pm, place, id);
        var now = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.Of(Trait.Need).Now;

        var both = new[]
        {
            Record.ExceptionAsync(() => pm.Get<ScreeningStore>().BeginAsync(place.Id, id, Token)).AsTask(),
            Record.ExceptionAsync(() => other.Get<ScreeningStore>().AssessAsync(place.Id, id, Trait.Need, now, new(TraitState.NotMet), Token)).AsTask(),
        };
        var answers = await Task.WhenAll(both);

        Assert.Null(answers[1]);
        var candidate = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!;
        Assert.Equal(answers[0] is null, candidate.Participation is not null);
        if (candidate.Participation is { } began) Assert.All(began.TraitsAtStart.Values, state => Assert.Equal(TraitState.Met, state));
    }

    [Fact]
    public async Task Two_people_merge_by_field_and_the_same_field_is_told()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await AssessAsync(pm, place, id, Trait.GoLive, new(TraitState.Unknown, "Ask Ms Guo"), Assessment.Nothing);
        await AssessAsync(pm, place, id, Trait.GoLive, new(TraitState.Unknown, null, new(2027, 3, 15)), Assessment.Nothing);

        await Refused.ByAsync(nameof(RuleText.ChangedJustNow), () => AssessAsync(pm, place, id, Trait.GoLive, new(TraitState.Unknown, "Somebody else asks"), Assessment.Nothing));

        Assert.Equal(new Assessment(TraitState.Unknown, "Ask Ms Guo", new(2027, 3, 15)), (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.Of(Trait.GoLive).Now);
    }

    [Fact]
    public async Task A_contact_of_another_company_proves_nothing()
    {
        var (place, id) = await CandidateAsync();
        Contact theirs = new(place.Theirs.Id, new("Ma Li")), ours = new(id, new("Chen Wei"));
        await studio.AddAsync(theirs, ours);
        await using var pm = await place.As(ProjectRole.Pm);

        await Refused.ByAsync(nameof(RuleText.NotThere), () => AssessAsync(pm, place, id, Trait.Authority, Proven with { ContactId = theirs.Id }));
        await AssessAsync(pm, place, id, Trait.Authority, Proven with { ContactId = ours.Id });
    }

    [Fact]
    public async Task Whoever_left_the_company_speaks_for_it_no_longer()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await QualifyAsync(pm, place, id);
        var speaker = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.Of(Trait.Authority).Now;
        await pm.Get<CoCreateStudio.Features.Customers.Company.CompanyContactStore>().ArchiveAsync(speaker.ContactId!.Value, Token);

        await Refused.ByAsync(nameof(RuleText.SpeakerIsGone), () => pm.Get<ScreeningStore>().BeginAsync(place.Id, id, Token));
        await AssessAsync(pm, place, id, Trait.Authority, speaker with { State = TraitState.Unknown });
        await Refused.ByAsync(nameof(RuleText.NotThere), () => AssessAsync(pm, place, id, Trait.Authority, speaker));
    }

    [Fact]
    public async Task Every_change_of_an_assessment_is_history()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm, "Anna " + place.Project.Key);
        await AssessAsync(pm, place, id, Trait.Need, Proven);
        await AssessAsync(pm, place, id, Trait.Need, Proven with { State = TraitState.NotMet });
        var assessment = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.Of(Trait.Need);

        var steps = await pm.Get<BoardReader>().HistoryAsync(place.Id, assessment.Id, Token);

        Assert.Equal([("Met", "NotMet"), ("Unknown", "Met")], steps.Select(s => s.Changes.Single(c => c.Field == nameof(TraitAssessment.State))).Select(c => (c.Old!, c.New!)));
        Assert.All(steps, s => Assert.Equal("Anna " + place.Project.Key, s.Actor));
    }

    [Fact]
    public async Task Evidence_is_shown_with_what_it_proves_and_stays_inside()
    {
        var (place, id) = await CandidateAsync();
        await using var pm = await place.As(ProjectRole.Pm);
        await using var customer = await place.As(ProjectRole.Customer);
        var need = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.Of(Trait.Need);
        var evidence = pm.Get<EvidenceStore>();

        await evidence.AddFileAsync(place.Id, need.Id, "goal.pdf", "%PDF-1.7"u8.ToArray(), Token);
        await evidence.AddLinkAsync(place.Id, need.Id, "https://example.com/study", Token);
        await Refused.ByAsync(nameof(RuleText.NotADocument), () => evidence.AddFileAsync(place.Id, need.Id, "run.exe", "MZ"u8.ToArray(), Token));
        await Refused.ByAsync(nameof(RuleText.WebAddressNeeded), () => evidence.AddLinkAsync(place.Id, need.Id, "javascript:alert(1)", Token));

        var kept = (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Evidence[need.Id].ToList();
        Assert.Equal(["goal.pdf", "example.com/study"], kept.Select(e => e.Title));
        var file = kept.Single(e => e.Url is null).Id;
        Assert.Equal("%PDF-1.7"u8.ToArray(), (await evidence.OpenAsync(place.Id, file, Token))!.Value.Bytes);
        Assert.Null(await customer.Get<EvidenceStore>().OpenAsync(place.Id, file, Token));
        await evidence.RemoveAsync(place.Id, file, Token);
        Assert.Null(await evidence.OpenAsync(place.Id, file, Token));
    }

    [Fact]
    public async Task Customers_from_before_are_offered_to_be_screened()
    {
        var place = await Place.MakeAsync(studio);
        await using var viewer = await place.As(ProjectRole.Viewer);

        var board = await viewer.Get<BoardReader>().ReadAsync(place.Id, Token);

        Assert.Empty(board.Candidates);
        Assert.Equal(new[] { place.Ours.Id, place.Theirs.Id }.Order(), board.NotScreened.Select(c => c.Id).Order());
    }

    private async Task<(Place Place, Guid CustomerId)> CandidateAsync()
    {
        var place = await Place.MakeAsync(studio);
        var customer = Samples.Customer();
        await studio.AddAsync(customer);
        await studio.AddAsync(new Screening(place.Id, customer.Id, mayScreen: true, "Mei", Samples.Now));
        return (place, customer.Id);
    }

    private async Task QualifyAsync(Acting pm, Place place, Guid id)
    {
        Contact contact = new(id, new("Chen Wei"));
        await studio.AddAsync(contact);
        foreach (var trait in Enum.GetValues<Trait>())
            await AssessAsync(pm, place, id, trait, Proven with { Date = trait == Trait.GoLive ? new(2027, 3, 15) : null, ContactId = trait == Trait.Authority ? contact.Id : null });
    }

    private static async Task AssessAsync(Acting pm, Place place, Guid id, Trait trait, Assessment assessment, Assessment? seen = null) =>
        await pm.Get<ScreeningStore>().AssessAsync(place.Id, id, trait, seen ?? (await pm.Get<BoardReader>().ReadAsync(place.Id, Token)).Of(id)!.Screening.Of(trait).Now, assessment, Token);
}
