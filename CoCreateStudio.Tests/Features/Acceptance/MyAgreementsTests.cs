using System.Globalization;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Features.Acceptance;
using CoCreateStudio.Features.Acceptance.Agreement;
using CoCreateStudio.Features.Acceptance.Links;
using CoCreateStudio.Features.Meetings.Decisions;
using CoCreateStudio.Features.Requirements.Panel;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Acceptance;

public sealed class MyAgreementsTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_waits_at_home_for_the_lead_and_for_the_customer_and_for_nobody_else()
    {
        var place = await Place.MakeAsync(studio);
        var sample = SampleAgreement.Of(place.Id, place.Ours.Id);
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Version);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);

        foreach (var acting in new[] { lead, customer })
        {
            var mine = Assert.Single(await acting.Get<MyAgreementsReader>().ReadAsync(Ct));
            Assert.Equal((1, WaitsFor.Answers, place.Ours.Id), (mine.Version, mine.Waits.For, mine.CustomerId));
        }

        foreach (var role in new[] { ProjectRole.Pm, ProjectRole.Member, ProjectRole.Viewer })
        {
            await using var other = await place.As(role);
            Assert.Empty(await other.Get<MyAgreementsReader>().ReadAsync(Ct));
        }

        await customer.Get<CustomerAnswerStore>().AcceptRestAsync(place.Id, sample.Version.Id, Ct);
        Assert.Empty(await customer.Get<MyAgreementsReader>().ReadAsync(Ct));
        await lead.Get<SigningStore>().AcceptRestAsync(place.Id, sample.Version.Id, Ct);
        Assert.Equal(WaitsFor.Signature, Assert.Single(await lead.Get<MyAgreementsReader>().ReadAsync(Ct)).Waits.For);
    }

    [Fact]
    public async Task The_reminder_goes_to_those_who_answer_and_names_what_is_open()
    {
        var place = await Place.MakeAsync(studio);
        var sample = SampleAgreement.Of(place.Id, place.Ours.Id);
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Version);
        await using var lead = await place.As(ProjectRole.Lead);
        var room = await lead.Get<AcceptanceReader>().ReadAsync(place.Id, null, Ct);
        (string, string?, string?)[] contacts = [("Chen Wei", null, "chen@example.com"), ("Nobody", null, null)];

        var mail = ReminderMail.Of(new(place.Id, "CATALOG", "Catalogue", new(ProjectRole.Lead)), room.View(null, isInside: true), room.Sent!, contacts, "http://here", lead.Actor, DateOnly.FromDateTime(Samples.Now));

        Assert.Equal(["chen@example.com"], mail.To.Select(t => t.Email));
        Assert.Contains("C-1  No finding is open: = 0 findings", mail.Body, StringComparison.Ordinal);
        Assert.Contains(room.Sent!.Hash, mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminder_names_the_day_and_the_people_as_its_writer_does()
    {
        var place = await Place.MakeAsync(studio);
        var sample = SampleAgreement.Of(place.Id, place.Ours.Id);
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Version);
        await using var lead = await place.As(ProjectRole.Lead);
        await lead.Get<SigningStore>().AnswerAsync(place.Id, sample.Version.Id, sample.Criterion.Id, AnswerKind.Asked, "Who counts?", Ct);
        var view = (await lead.Get<AcceptanceReader>().ReadAsync(place.Id, null, Ct)).View(null, isInside: true);
        Touched.Set(view.Version!, nameof(AgreementVersion.SentAt), new DateTime(2026, 3, 1, 23, 30, 0, DateTimeKind.Utc));
        CurrentActor reader = new();
        reader.Become(Guid.NewGuid(), "林越", isAdministrator: false, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        (string, string?, string?)[] contacts = [("陈伟", null, "chen@example.com"), ("刘芳", null, "liu@example.com")];
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");

        var mail = ReminderMail.Of(new(place.Id, "CATALOG", "Catalogue", new(ProjectRole.Lead)), view, view.Version!, contacts, "http://here", reader, DateOnly.FromDateTime(Samples.Now));
        CultureInfo.CurrentUICulture = before;

        Assert.Contains("陈伟、刘芳", mail.Body, StringComparison.Ordinal);
        Assert.Contains("自 3月2日 起", mail.Body, StringComparison.Ordinal);
        Assert.Contains("C-1", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_serves_a_criterion_shows_it_to_us_and_not_to_the_customer()
    {
        var place = await Place.MakeAsync(studio);
        var sample = SampleAgreement.Of(place.Id, place.Ours.Id);
        var requirement = await place.AddSharedAsync();
        Decision decision = new(new(place.Id, null, null, place.Ours.Id, null, "Mei", Samples.Now), 3, "We do it");
        await studio.AddAsync(sample.Agreement, sample.Criterion, sample.Version, decision);
        await using var lead = await place.As(ProjectRole.Lead);
        await using var customer = await place.As(ProjectRole.Customer);
        await lead.Get<CriterionLinks>().AddAsync(place.Id, sample.Criterion.Id, ServedBy.Requirement, requirement.Number, Ct);
        await lead.Get<CriterionLinks>().AddAsync(place.Id, sample.Criterion.Id, ServedBy.Decision, 3, Ct);

        await Refused.ByAsync(nameof(RuleText.NoSuchNumber), () => lead.Get<CriterionLinks>().AddAsync(place.Id, sample.Criterion.Id, ServedBy.Decision, 4, Ct));

        Assert.Equal(["C-1"], (await lead.Get<RequirementDetails>().ReadAsync(place.Id, requirement.Number, Ct))!.Serves.Select(s => s.Code));
        Assert.Equal(["C-1"], (await lead.Get<DecisionList>().ServesAsync(place.Id, [decision.Id], Ct))[decision.Id].Select(s => s.Code));
        Assert.Empty((await customer.Get<RequirementDetails>().ReadAsync(place.Id, requirement.Number, Ct))!.Serves);
        Assert.Empty((await customer.Get<DecisionList>().ServesAsync(place.Id, [decision.Id], Ct))[decision.Id]);
        Assert.Equal(2, (await lead.Get<AcceptanceReader>().ReadAsync(place.Id, null, Ct)).Links.Count);
    }
}
