using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Screenings;

public class ScreeningTests
{
    private static readonly DateTime Now = Samples.Now;

    [Theory]
    [InlineData(Trait.Need, null, nameof(RuleText.MetNeedsNote))]
    [InlineData(Trait.Need, "yes", nameof(RuleText.MetNeedsNote))]
    [InlineData(Trait.Need, "… – !!", nameof(RuleText.MetNeedsNote))]
    [InlineData(Trait.Need, "Lost three orders", null)]
    [InlineData(Trait.Need, "丢了订单", nameof(RuleText.MetNeedsNote))]
    [InlineData(Trait.Need, "丢了三个订单", null)]
    [InlineData(Trait.Need, "COO 很着急", nameof(RuleText.MetNeedsNote))]
    [InlineData(Trait.Need, "COO 要求年内解决", null)]
    [InlineData(Trait.GoLive, "Before the spring season", nameof(RuleText.MetNeedsDate))]
    [InlineData(Trait.Authority, "Directs both plants himself", nameof(RuleText.MetNeedsContact))]
    public void A_trait_is_never_met_without_evidence(Trait trait, string? note, string? refused)
    {
        var screening = Screening();

        var refusal = Record.Exception(() => screening.Assess(trait, new(TraitState.Met, note), "Mei", Now)) as RuleException;

        Assert.Equal(refused, refusal?.Rule);
        Assert.Equal(refused is null ? TraitState.Met : TraitState.Unknown, screening.Of(trait).State);
    }

    [Fact]
    public void A_go_live_needs_its_day_and_authority_its_contact()
    {
        var screening = Screening();

        screening.Assess(Trait.GoLive, new(TraitState.Met, "Before the spring season", new(2026, 3, 15)), "Mei", Now);
        screening.Assess(Trait.Authority, new(TraitState.Met, "Directs both plants himself", ContactId: Guid.NewGuid()), "Mei", Now);

        Assert.Equal([Trait.GoLive, Trait.Authority], screening.Verdict.Met);
    }

    [Fact]
    public void What_is_called_met_without_proof_keeps_its_state_and_all_else_that_is_said()
    {
        Assessment unknown = Assessment.Nothing, proven = new(TraitState.Met, "Lost three orders");

        Assert.Equal(unknown with { Note = "ok" }, new Assessment(TraitState.Met, "ok").ProvenFor(Trait.Need, unknown));
        Assert.Equal(new(TraitState.NotMet, "Before the spring season"), new Assessment(TraitState.Met, "Before the spring season").ProvenFor(Trait.GoLive, new(TraitState.NotMet)));
        Assert.Equal(proven, (proven with { Note = "ok" }).ProvenFor(Trait.Need, proven));
        Assert.Equal(proven, proven.ProvenFor(Trait.Need, unknown));
        Assert.Equal(new(TraitState.NotMet, "ok"), new Assessment(TraitState.NotMet, "ok").ProvenFor(Trait.Need, proven));
    }

    [Fact]
    public void What_belongs_to_another_trait_is_not_kept()
    {
        var screening = Screening();

        screening.Assess(Trait.Need, new(TraitState.Met, "Lost three orders", new(2026, 3, 15), Guid.NewGuid()), "Mei", Now);

        Assert.Equal(new Assessment(TraitState.Met, "Lost three orders"), screening.Of(Trait.Need).Now);
    }

    [Fact]
    public void The_evidence_of_what_is_met_cannot_be_taken_away()
    {
        var screening = Screening();
        screening.Assess(Trait.Need, new(TraitState.Met, "Lost three orders"), "Mei", Now);

        Assert.Equal(nameof(RuleText.MetNeedsNote), Assert.Throws<RuleException>(() => screening.Assess(Trait.Need, new(TraitState.Met, " "), "Mei", Now)).Rule);
        screening.Assess(Trait.Need, new(TraitState.Unknown), "Mei", Now);
        Assert.Null(screening.Of(Trait.Need).Note);
    }

    [Theory]
    [InlineData("MMMMMM", VerdictKind.Qualified)]
    [InlineData("MMMMMU", VerdictKind.Incomplete)]
    [InlineData("UUUUUU", VerdictKind.Incomplete)]
    [InlineData("MMMMMN", VerdictKind.NotQualified)]
    [InlineData("NUUUUU", VerdictKind.NotQualified)]
    public void The_verdict_follows_from_the_six(string states, VerdictKind verdict) => Assert.Equal(verdict, Screening(states).Verdict.Kind);

    [Fact]
    public void Only_a_qualified_candidate_begins()
    {
        Assert.Equal(nameof(RuleText.NotQualified), Assert.Throws<RuleException>(() => Participation.Begin(Screening("MMMMMU"), "Mei", Now)).Rule);
        Assert.Equal(nameof(RuleText.NotQualified), Assert.Throws<RuleException>(() => Participation.Begin(Screening("MMMMMN"), "Mei", Now)).Rule);

        var participation = Participation.Begin(Screening("MMMMMM"), "Mei", Now);

        Assert.Equal((ParticipationGrounds.Qualified, "Mei", Now, 6), (participation.Grounds, participation.By, participation.BeganAt, participation.TraitsAtStart.Count(t => t.Value == TraitState.Met)));
    }

    [Theory]
    [InlineData("MMMMMN", "Known for years", null)]
    [InlineData("UUUUUU", "Known for years", null)]
    [InlineData("MMMMMN", " ", nameof(RuleText.GateReasonNeeded))]
    [InlineData("MMMMMN", "ok.", nameof(RuleText.GateReasonNeeded))]
    [InlineData("MMMMMM", "Known for years", nameof(RuleText.QualifiedAlready))]
    public void Who_is_not_qualified_is_admitted_only_with_a_reason(string states, string reason, string? refused)
    {
        Participation? participation = null;
        var refusal = Record.Exception(() => participation = Participation.Admit(Screening(states), reason, "Mei", Now)) as RuleException;

        Assert.Equal(refused, refusal?.Rule);
        Assert.Equal(refused is null ? reason : null, participation?.Reason);
        Assert.Equal(refused is null, participation?.Grounds == ParticipationGrounds.Admitted);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, nameof(RuleText.LeftForGood))]
    public void Leaving_is_taken_back_soon_or_not_at_all(int minutes, string? refused)
    {
        var participation = Participation.Begin(Screening("MMMMMM"), "Mei", Now);
        participation.Leave(Now);

        var refusal = Record.Exception(() => participation.Stay(Now.AddMinutes(minutes))) as RuleException;

        Assert.Equal((refused, refused is null), (refusal?.Rule, participation.LeftAt is null));
    }

    [Fact]
    public void An_exception_is_known_for_ever_also_when_the_customer_comes_back_qualified()
    {
        var participation = Participation.Admit(Screening("MMMMMN"), "Known for years", "Mei", Now);
        participation.Leave(Now.AddDays(1));
        participation.BeginAgain(Screening("MMMMMM"), "Tom", Now.AddDays(2));

        Assert.Equal((ParticipationGrounds.Qualified, null), (participation.Grounds, participation.Reason));
        Assert.Equal([new Admission("Mei", Now, "Known for years")], participation.Exceptions);
        Assert.Equal((TraitState.NotMet, Now.AddDays(1)), (participation.Before.Single().TraitsAtStart[Trait.Influence], participation.Before.Single().LeftAt));

        participation.Leave(Now.AddDays(3));
        participation.AdmitAgain(Screening("MMMMMN"), "Its plant is the hardest", "Tom", Now.AddDays(4));

        Assert.Equal(["Known for years", "Its plant is the hardest"], participation.Exceptions.Select(e => e.Reason));
        Assert.Empty(Participation.Begin(Screening("MMMMMM"), "Mei", Now).Exceptions);
    }

    [Theory]
    [InlineData(-2, nameof(RuleText.GoLivePassed))]
    [InlineData(0, null)]
    [InlineData(90, null)]
    public void Nobody_begins_whose_day_of_going_live_has_passed(int days, string? refused)
    {
        var screening = Screening("MMMMMM");
        screening.Assess(Trait.GoLive, new(TraitState.Met, "Agreed with the board", DateOnly.FromDateTime(Now).AddDays(days)), "Mei", Now);

        Assert.Equal(refused, (Record.Exception(() => Participation.Begin(screening, "Mei", Now)) as RuleException)?.Rule);
    }

    [Fact]
    public void A_proposal_changes_only_what_it_was_about()
    {
        var screening = Screening("MMMMMU");
        var seen = screening.Of(Trait.GoLive).Now;
        AssessmentProposal proposal = new(screening, Trait.GoLive, seen with { Note = "The board moved it to autumn" }, "Tom", Now);
        screening.Assess(Trait.GoLive, seen with { Date = seen.Date!.Value.AddDays(30) }, "Mei", Now.AddDays(1));

        proposal.Take(screening, "Mei", Now.AddDays(2));

        Assert.Equal(seen with { Note = "The board moved it to autumn", Date = seen.Date!.Value.AddDays(30) }, screening.Of(Trait.GoLive).Now);
    }

    [Fact]
    public void What_the_traits_were_at_the_start_stays_whatever_becomes_of_them()
    {
        var screening = Screening("MMMMMN");
        var participation = Participation.Admit(screening, "Known for years", "Mei", Now);

        screening.Assess(Trait.Influence, new(TraitState.Met, "Two awards since then"), "Mei", Now.AddDays(90));

        Assert.Equal(TraitState.NotMet, participation.TraitsAtStart[Trait.Influence]);
    }

    [Fact]
    public void A_declined_candidate_is_looked_at_again_before_anything_else()
    {
        var screening = Screening("MMMMMM");
        screening.Decline("No resources this year", takesPart: false, "Mei", Now);

        Assert.Equal(nameof(RuleText.CandidateDeclined), Assert.Throws<RuleException>(() => Participation.Begin(screening, "Mei", Now)).Rule);
        Assert.Equal(nameof(RuleText.CandidateDeclined), Assert.Throws<RuleException>(() => screening.Assess(Trait.Need, new(TraitState.Unknown), "Mei", Now)).Rule);
        screening.Reopen();
        Assert.Equal(ParticipationGrounds.Qualified, Participation.Begin(screening, "Mei", Now).Grounds);
    }

    [Fact]
    public void Who_takes_part_is_not_declined_and_a_reason_is_needed()
    {
        Assert.Equal(nameof(RuleText.TakesPartAlready), Assert.Throws<RuleException>(() => Screening().Decline("No", takesPart: true, "Mei", Now)).Rule);
        Assert.Equal(nameof(RuleText.GateReasonNeeded), Assert.Throws<RuleException>(() => Screening().Decline("", takesPart: false, "Mei", Now)).Rule);
    }

    [Fact]
    public void A_re_screening_starts_from_the_last_one_and_keeps_what_it_came_to()
    {
        var screening = Screening("MMMMMN");
        var later = Now.AddDays(100);

        screening.ScreenAgain(later);
        screening.Confirm(Trait.Need, "Tom", later);

        Assert.Equal((2, TraitState.Met, TraitState.NotMet), (screening.Round, screening.Of(Trait.Need).State, screening.PastRounds.Single().States[Trait.Influence]));
        Assert.True(screening.IsLookedAt(screening.Of(Trait.Need)));
        Assert.False(screening.IsLookedAt(screening.Of(Trait.Goal)));
    }

    [Fact]
    public void What_is_unknown_cannot_be_confirmed() =>
        Assert.Equal(nameof(RuleText.UnknownIsNotConfirmed), Assert.Throws<RuleException>(() => Screening().Confirm(Trait.Need, "Mei", Now)).Rule);

    [Fact]
    public void What_to_ask_next_begins_with_what_is_unknown()
    {
        var screening = Screening("MNUMMM");

        Assert.Equal([Trait.GoLive, Trait.Goal], screening.ToAsk(Now));
        Assert.Equal(6, screening.ToAsk(Now.AddDays(CoCreateStudio.Domain.Screenings.Screening.FreshForDays + 1)).Count);
    }

    [Fact]
    public void Since_when_it_is_so_changes_with_the_state_alone()
    {
        var screening = Screening();

        screening.Assess(Trait.Need, new(TraitState.Unknown, "Ask Ms Guo"), "Mei", Now.AddDays(5));
        Assert.Equal((Now, 5), (screening.Of(Trait.Need).StateSince, screening.Of(Trait.Need).Age(Now.AddDays(10))));

        screening.Assess(Trait.Need, new(TraitState.NotMet), "Mei", Now.AddDays(6));
        Assert.Equal(Now.AddDays(6), screening.Of(Trait.Need).StateSince);
    }

    [Fact]
    public void A_proposal_is_settled_once_and_stays_the_word_of_who_made_it()
    {
        var screening = Screening();
        AssessmentProposal proposal = new(screening, Trait.Need, new(TraitState.Met, "Lost three orders"), "Tom", Now);

        proposal.Take(screening, "Mei", Now.AddDays(1));

        Assert.Equal((TraitState.Met, "Tom"), (screening.Of(Trait.Need).State, screening.Of(Trait.Need).By));
        Assert.Equal(nameof(RuleText.ProposalSettled), Assert.Throws<RuleException>(() => proposal.TurnDown("Mei", Now)).Rule);
    }

    [Fact]
    public void Fields_that_two_people_change_merge_and_the_same_one_is_told()
    {
        Assessment seen = new(TraitState.Unknown, "Ask"), others = seen with { Date = new(2026, 3, 15) };

        Assert.Equal(others with { Note = "Asked" }, (seen with { Note = "Asked" }).Onto(others, seen));
        Assert.Equal(nameof(RuleText.ChangedJustNow), Assert.Throws<RuleException>(() => (seen with { Date = new(2026, 4, 1) }).Onto(others, seen)).Rule);
    }

    // M met, N not met, U unknown, in the order of the traits.
    private static Screening Screening(string states = "UUUUUU")
    {
        Screening screening = new(Guid.NewGuid(), Guid.NewGuid(), mayScreen: true, "Mei", Now);
        foreach (var (trait, state) in Enum.GetValues<Trait>().Zip(states))
        {
            if (state == 'M') screening.Assess(trait, new(TraitState.Met, "As they told us", new(2026, 3, 15), Guid.NewGuid()), "Mei", Now);
            if (state == 'N') screening.Assess(trait, new(TraitState.NotMet), "Mei", Now);
        }

        return screening;
    }
}
