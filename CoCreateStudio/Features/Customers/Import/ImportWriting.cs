using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>Carries a plan out on what is there now; where that is not what the person saw, nothing is written.</summary>
internal sealed class ImportWriting(StudioDb db, KnownDirectory now)
{
    private readonly Dictionary<Guid, Customer> _companies = now.Companies.ToDictionary(c => c.Id);
    private readonly HashSet<string> _names = [.. now.Companies.Select(c => ImportPlanner.KeyOf(c.Name))];
    private int _new;
    private int _changed;
    private int _people;

    public ImportDone Done => new(db.ActId, _new, _changed, _people);

    public Customer Write(PlannedCompany plan)
    {
        var company = plan.Known is { } known ? Known(known) : Added(plan);
        foreach (var change in plan.Changes.Where(c => c.Field != CustomerField.Name))
        {
            MustBe(company.Name, company.Read(change.Field), change.Old);
            company.Write(change.Field, change.New);
        }

        List<Contact> people = [.. now.Contacts[company.Id]];
        List<(Contact Contact, int? Place)> places = [];
        foreach (var contact in plan.Contacts.Where(c => c.Kind != PlanKind.Same)) places.AddRange(Write(company, contact, people));
        foreach (var (contact, place) in places.OrderBy(p => p.Place)) EmergencyList.Place(people, contact, place);
        return company;
    }

    private Customer Known(Customer seen)
    {
        if (!_companies.TryGetValue(seen.Id, out var company)) throw Otherwise(seen.Name);
        company.Restore();
        _changed++;
        return company;
    }

    private Customer Added(PlannedCompany plan)
    {
        if (!_names.Add(ImportPlanner.KeyOf(plan.Name))) throw Otherwise(plan.Name);
        _new++;
        return db.Add(new Customer(plan.Name)).Entity;
    }

    private IEnumerable<(Contact Contact, int? Place)> Write(Customer company, PlannedContact plan, List<Contact> people)
    {
        var contact = plan.Known is { } known ? people.Find(p => p.Id == known.Id) ?? throw Otherwise(company.Name) : null;
        if (contact is null && people.Exists(p => p.Id == plan.Id)) throw Otherwise(company.Name);
        foreach (var change in plan.Changes) MustBe(company.Name, contact?.Read(change.Field), change.Old);
        var card = plan.Changes.Where(c => c.Field != ContactField.EmergencyOrder).Aggregate(contact?.Card ?? new ContactCard(plan.Name), (c, change) => c.With(change.Field, change.New));
        if (contact is null) people.Add(contact = db.Add(new Contact(company.Id, card) { Id = plan.Id }).Entity);
        else contact.Write(card);
        _people++;
        return plan.Changes.Where(c => c.Field == ContactField.EmergencyOrder).Select(c => (contact, EmergencyList.Parse(c.New)));
    }

    private static void MustBe(string company, string? now, string? seen)
    {
        if (now != seen) throw Otherwise(company);
    }

    private static RuleException Otherwise(string company) => new(nameof(RuleText.CompanyChangedMeanwhile), company);
}
