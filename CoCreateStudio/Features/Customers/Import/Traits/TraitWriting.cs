using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Features.Customers.Import.Traits;

/// <summary>Makes companies candidates and says how they stand to the traits; where that is not what the person saw, nothing is written.</summary>
internal sealed class TraitWriting(StudioDb db, Guid projectId, Dictionary<Guid, Screening> known, string by, DateTime at)
{
    /// <summary>How many assessments were written.</summary>
    public int Count { get; private set; }

    public void Write(Guid companyId, PlannedCompany plan)
    {
        List<PlannedTrait> traits = [.. plan.Traits.Where(t => t.IsTaken)];
        if (!known.TryGetValue(companyId, out var screening)) known[companyId] = screening = db.Add(new Screening(projectId, companyId, mayScreen: true, by, at)).Entity;
        else if (traits.Count > 0) db.Claim(screening); // nobody passes the gate on traits that change at that moment
        foreach (var trait in traits)
        {
            if (screening.Of(trait.Trait).Now != trait.Old) throw new RuleException(nameof(RuleText.CompanyChangedMeanwhile), plan.Name);
            screening.Assess(trait.Trait, trait.New, by, at);
        }

        Count += traits.Count;
    }
}
