using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Screenings.Demo;

/// <summary>How the customers of the demo came in, and who else may.</summary>
public sealed class ScreeningsDemo : IDemoChapter
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Lazy<Dictionary<string, List<ToldCandidate>>> Told = new(Read);

    public IEnumerable<InstallationAct> Tell(DemoStage stage) => Told.Value.GetValueOrDefault(stage.Project.Key, []).SelectMany(told => Tell(told, stage));

    private static IEnumerable<InstallationAct> Tell(ToldCandidate told, DemoStage stage)
    {
        var customer = stage.Customer(told.Customer);
        var by = stage.Person(told.By ?? told.Traits[0].By);
        var added = stage.Now.AddDays(-told.DaysAgo).AddHours(1);
        Screening screening = new(stage.Project.Id, customer.Id, mayScreen: true, by.Name, added);
        yield return new(added, by, db => db.Add(screening));
        foreach (var trait in told.Said)
        {
            var at = stage.Now.AddDays(-trait.DaysAgo).AddHours(2).AddMinutes((int)trait.Trait);
            yield return new(at, stage.Person(trait.By), async db => await AssessAsync(db, told, trait, stage, customer, at));
        }

        if (told.Proposal is { } proposal) yield return Proposed(proposal, stage, customer);
        if (told.Begins is { } begins)
        {
            var at = stage.Now.AddDays(-begins).AddHours(3);
            yield return new(at, by, async db =>
            {
                var known = await FindAsync(db, stage, customer);
                db.Add(told.Reason is { } reason ? Participation.Admit(known, reason, by.Name, at) : Participation.Begin(known, by.Name, at));
            });
        }
    }

    private static async Task AssessAsync(StudioDb db, ToldCandidate told, ToldTrait trait, DemoStage stage, Customer customer, DateTime at)
    {
        var screening = await FindAsync(db, stage, customer);
        var contact = trait is { Trait: Trait.Authority, State: TraitState.Met } ? await ContactAsync(db, told, customer) : null;
        screening.Assess(trait.Trait, new(trait.State, trait.Note, trait.GoesLiveInDays is { } days ? DateOnly.FromDateTime(stage.Now).AddDays(days) : null, contact?.Id), stage.Person(trait.By).Name, at);
        if (trait.Link is { } link) db.Add(Evidence.OfLink(stage.Project.Id, screening.Of(trait.Trait).Id, link, stage.Person(trait.By).Name, at));
    }

    private static InstallationAct Proposed(ToldTrait told, DemoStage stage, Customer customer)
    {
        var (at, by) = (stage.Now.AddDays(-told.DaysAgo), stage.Person(told.By));
        return new(at, by, async db => db.Add(new AssessmentProposal(await FindAsync(db, stage, customer), told.Trait, new(told.State, told.Note), by.Name, at)));
    }

    private static Task<Contact> ContactAsync(StudioDb db, ToldCandidate told, Customer customer) => db.Set<Contact>().SingleAsync(c => c.CustomerId == customer.Id && c.Name == told.Contact);

    private static Task<Screening> FindAsync(StudioDb db, DemoStage stage, Customer customer) =>
        db.Set<Screening>().SingleAsync(s => s.ProjectId == stage.Project.Id && s.CustomerId == customer.Id);

    private static Dictionary<string, List<ToldCandidate>> Read()
    {
        using var stream = typeof(ScreeningsDemo).Assembly.GetManifestResourceStream("demo-screenings.json") ?? throw new InvalidOperationException("screenings.json is not in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, List<ToldCandidate>>>(stream, Format) ?? throw new InvalidOperationException("screenings.json is empty.");
    }

    /// <param name="All">Said of every trait, where nothing more is told.</param>
    /// <param name="But">The one of them of which something else is told.</param>
    private sealed record ToldCandidate(string Customer, int DaysAgo, int? Begins, string? Reason, string? Contact, string? All, string? By, int? GoesLiveInDays, ToldTrait? But, ToldTrait? Proposal)
    {
        public List<ToldTrait> Traits { get; init; } = [];

        public IEnumerable<ToldTrait> Said => All is null ? Traits
            : Enum.GetValues<Trait>().Select(t => t == But?.Trait ? But : new ToldTrait(t, TraitState.Met, By!, DaysAgo, All, GoesLiveInDays));
    }

    private sealed record ToldTrait(Trait Trait, TraitState State, string By, int DaysAgo, string? Note, int? GoesLiveInDays = null, string? Link = null);
}
