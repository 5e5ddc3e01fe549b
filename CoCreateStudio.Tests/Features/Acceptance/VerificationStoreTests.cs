using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Acceptance.Links;
using CoCreateStudio.Features.Acceptance.Measured;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Acceptance;

public sealed class VerificationStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;
    private SigningRound _round = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static DateOnly Day => DateOnly.FromDateTime(Samples.Now);

    private VerificationStore Verifying => _lead.Get<VerificationStore>();

    public async ValueTask InitializeAsync()
    {
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead);
        _round = await SigningRound.MakeAsync(_lead, _place, Dimension.Benefit, (CriterionField.Metric, "parts reused"), (CriterionField.Unit, "%"), (CriterionField.Target, "≥ 45"), (CriterionField.Proof, "Test"));
    }

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    [Fact]
    public async Task What_passed_the_old_target_is_open_under_the_new_one()
    {
        await PassAsync("B-1", "47");
        await PassAsync("C-1", "0");
        Assert.Equal(AgreementOutcome.Passed, (await _round.ViewAsync()).Outcome);

        await _round.ChangeAsync("B-1", CriterionField.Target, "45", "≥ 50");

        var view = await _round.ViewAsync();
        var id = view.SignedOf((await _round.RowAsync("B-1")).Id)!.Id;
        Assert.Equal((AgreementOutcome.Open, null, 1), (view.Outcome, view.ResultOf(id), view.RecordOf(id)!.VersionNumber));
        Assert.NotNull(view.ResultOf((await _round.RowAsync("C-1")).Id));
        await Verifying.JudgeAsync(_place.Id, id, Ct);
        Assert.Equal(AgreementOutcome.Failed, (await _round.ViewAsync()).Outcome);
        Assert.Equal([(VerificationResult.Failed, "2"), (VerificationResult.Passed, "1")], (await Verifying.HistoryAsync(_place.Id, view.RecordOf(id)!.Id, Ct)).Select(s => (s.Result, s.Version!)));
    }

    [Fact]
    public async Task Only_who_signs_waives_and_only_with_what_proves_the_customers_word()
    {
        var (id, paper) = ((await _round.RowAsync("B-1")).Id, await _round.PaperAsync());
        await using var pm = await _place.As(ProjectRole.Pm);
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => pm.Get<VerificationStore>().WaiveAsync(_place.Id, id, "The plant was closed", paper, Ct));
        await Refused.ByAsync(nameof(RuleText.OnlyCustomersAnswer), () => Verifying.WaiveAsync(_place.Id, id, "The plant was closed", new("Chen Wei", null, Samples.Now), Ct));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => Verifying.WaiveAsync(_place.Id, id, "The plant was closed", paper with { ScanId = Guid.NewGuid() }, Ct));
        await Refused.ByAsync(nameof(RuleText.RecordNeedsProof), () => Verifying.WaiveAsync(_place.Id, id, "The plant was closed", paper with { ScanId = null }, Ct));

        await Verifying.WaiveAsync(_place.Id, id, "The plant was closed", paper, Ct);

        var waived = (await _round.ViewAsync()).ResultOf(id)!;
        Assert.Equal((_lead.Actor.Name, "Chen Wei", GivenHow.OnPaper), (waived.WaivedForUs, waived.WaivedForThem, waived.WaivedHow));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => pm.Get<VerificationStore>().ReopenAsync(_place.Id, id, Ct));
        await Refused.ByAsync(nameof(RuleText.EvidenceIsCited), () => _lead.Get<EvidenceStore>().RemoveAsync(_place.Id, paper.ScanId!.Value, Ct));
        await Verifying.ReopenAsync(_place.Id, id, Ct);
        var steps = await Verifying.HistoryAsync(_place.Id, waived.Id, Ct);
        Assert.Equal([(VerificationResult.Open, null), (VerificationResult.Waived, "The plant was closed")], steps.Select(s => (s.Result, s.Reason)));
        Assert.Equal("Chen Wei", steps[1].ForThem);
    }

    [Fact]
    public async Task Once_it_is_judged_nothing_is_added_or_taken_away_until_it_is_opened_again()
    {
        var id = (await _round.RowAsync("B-1")).Id;
        await PassAsync("B-1", "47");
        var (value, proof) = ((await _round.RoomAsync()).Measurements.Single().Id, (await _round.RoomAsync()).Proofs.Single(p => p.Url!.EndsWith("proof", StringComparison.Ordinal)).Id);
        var evidence = _lead.Get<EvidenceStore>();

        await Refused.ByAsync(nameof(RuleText.JudgedAlready), () => _lead.Get<MeasurementStore>().AddAsync(_place.Id, id, new(Day, "12", "A later report"), Ct));
        await Refused.ByAsync(nameof(RuleText.JudgedAlready), () => _lead.Get<MeasurementStore>().ArchiveAsync(_place.Id, value, Ct));
        await Refused.ByAsync(nameof(RuleText.JudgedAlready), () => evidence.AddLinkAsync(_place.Id, value, "https://example.com/more", Ct));
        await Refused.ByAsync(nameof(RuleText.EvidenceIsJudged), () => evidence.RemoveAsync(_place.Id, proof, Ct));

        await Verifying.ReopenAsync(_place.Id, id, Ct);
        await evidence.RemoveAsync(_place.Id, proof, Ct);
        await _lead.Get<MeasurementStore>().AddAsync(_place.Id, id, new(Day, "12", "A later report"), Ct);
        Assert.Equal(2, (await _round.RoomAsync()).Measurements.Count);
    }

    [Fact]
    public async Task A_member_takes_evidence_from_a_value_until_it_counts()
    {
        await using var member = await _place.As(ProjectRole.Member);
        var evidence = member.Get<EvidenceStore>();
        await member.Get<MeasurementStore>().AddAsync(_place.Id, (await _round.RowAsync("B-1")).Id, new(Day, "47", "Bill of materials"), Ct);
        var value = (await _round.RoomAsync()).Measurements.Single().Id;
        await evidence.AddLinkAsync(_place.Id, value, "https://example.com/first", Ct);
        await evidence.AddLinkAsync(_place.Id, value, "https://example.com/second", Ct);
        var proofs = (await _round.RoomAsync()).ProofsOf(value).ToList();
        await evidence.RemoveAsync(_place.Id, proofs[0].Id, Ct);

        await _lead.Get<MeasurementStore>().ConfirmAsync(_place.Id, value, Ct);

        await Refused.ByAsync(nameof(RuleText.NotAllowed), () => evidence.RemoveAsync(_place.Id, proofs[1].Id, Ct));
        await Refused.ByAsync(nameof(RuleText.NotAllowed), async () => await evidence.AddLinkAsync(_place.Id, (await _round.RoomAsync()).LastSigned!.Id, "https://example.com/scan", Ct));
        await _lead.Get<EvidenceStore>().RemoveAsync(_place.Id, proofs[1].Id, Ct);
        Assert.Empty((await _round.RoomAsync()).ProofsOf(value));
    }

    [Fact]
    public async Task What_a_signature_cites_stays()
    {
        var scan = (await _round.RoomAsync()).Signatures.Single(s => s.Side == Side.Customer).ScanId!.Value;

        await Refused.ByAsync(nameof(RuleText.EvidenceIsCited), () => _lead.Get<EvidenceStore>().RemoveAsync(_place.Id, scan, Ct));
    }

    [Fact]
    public async Task Only_what_goes_on_for_this_customer_serves()
    {
        var (id, links) = ((await _round.RowAsync("B-1")).Id, _lead.Get<CriterionLinks>());
        var theirs = await _place.AddAsync((RequirementField.Customer, _place.Theirs.Id.ToString()));
        var declined = await _place.AddAsync();
        await DeclineAsync(declined);
        var serving = await _place.AddAsync((RequirementField.Customer, _place.Ours.Id.ToString()));
        await Refused.ByAsync(nameof(RuleText.OfAnotherCustomer), () => links.AddAsync(_place.Id, id, ServedBy.Requirement, theirs.Number, Ct));
        await Refused.ByAsync(nameof(RuleText.ServesNoMore), () => links.AddAsync(_place.Id, id, ServedBy.Requirement, declined.Number, Ct));
        await links.AddAsync(_place.Id, id, ServedBy.Requirement, serving.Number, Ct);
        Assert.True((await _round.ViewAsync()).IsServed(id));

        await DeclineAsync(serving);

        var view = await _round.ViewAsync();
        Assert.False(view.IsServed(id));
        Assert.Equal((serving.Number, RequirementStatus.Declined), (view.LinksOf(id).Single().Number, view.LinksOf(id).Single().Status));
    }

    [Fact]
    public async Task The_overview_tells_what_follows_for_the_project()
    {
        async Task<ProjectOutcome?> OutcomeAsync() => (await _lead.Get<ProjectOverview>().ListAsync(Ct)).Single(p => p.Id == _place.Id).Outcome;
        Assert.Equal(new(AgreementOutcome.Open, 0, 1), await OutcomeAsync());
        await PassAsync("B-1", "47");
        Assert.Equal(AgreementOutcome.Open, (await OutcomeAsync())!.Outcome);

        await PassAsync("C-1", "0");

        Assert.Equal(new(AgreementOutcome.Passed, 1, 1), await OutcomeAsync());
    }

    private Task DeclineAsync(Requirement requirement) => studio.InDbAsync(async db =>
    {
        var row = await db.Set<Requirement>().IgnoreQueryFilters().SingleAsync(r => r.Id == requirement.Id, Ct);
        db.Projects.Add(_place.Id);
        row.MoveTo(RequirementStatus.Declined, "Too dear", Samples.Now);
        await db.SaveChangesAsync(Ct);
    });

    private async Task PassAsync(string code, string value)
    {
        var id = (await _round.RowAsync(code)).Id;
        await _lead.Get<MeasurementStore>().AddAsync(_place.Id, id, new(Day, value, "Report of the office"), Ct);
        await _lead.Get<EvidenceStore>().AddLinkAsync(_place.Id, (await _round.ViewAsync()).ValuesOf(id)[^1].Id, "https://example.com/proof", Ct);
        await Verifying.JudgeAsync(_place.Id, id, Ct);
    }
}
