using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers.Import.Traits;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>Says what the rows of a file would bring: which companies they are about, and what would change. Knows no database.</summary>
internal sealed class ImportPlanner
{
    private readonly KnownDirectory _known;
    private readonly ImportChoices _choices;
    private readonly Dictionary<string, Customer> _byName;
    private readonly Dictionary<Guid, Customer> _byId;
    private readonly CompanyLikeness _likeness;

    public ImportPlanner(KnownDirectory known, ImportChoices choices)
    {
        (_known, _choices) = (known, choices);
        _byName = known.Companies.GroupBy(c => KeyOf(c.Name)).ToDictionary(g => g.Key, g => g.First());
        _byId = known.Companies.ToDictionary(c => c.Id);
        _likeness = new(known.Companies.Where(c => c.ArchivedAt is null).Select(c => new NamedCompany(c.Id, c.Name, c.ShortName)));
    }

    public IReadOnlyList<PlannedCompany> Plan(IEnumerable<FileRow> rows)
    {
        // In the order of the file: a company that is new makes later ones look like it.
        Dictionary<Guid, (string Key, string Name, List<FileRow> Rows, IReadOnlyList<NamedCompany> Alike, bool IsDecided)> found = [];
        foreach (var group in rows.GroupBy(r => KeyOf(r.Company)))
        {
            var name = group.First().Company;
            var (id, alike, isDecided) = WhoIs(group.Key, name, group.Select(r => r[nameof(CustomerField.ShortName)]?.Text).FirstOrDefault(t => t is not null));
            if (found.TryGetValue(id, out var same)) same.Rows.AddRange(group);
            else found[id] = (group.Key, name, [.. group], alike, isDecided);
        }

        return [.. found.Select(f => Compared(f.Value.Key, f.Value.Name, f.Value.Rows, _byId.GetValueOrDefault(f.Key), f.Value.Alike, f.Value.IsDecided))];
    }

    public static string KeyOf(string name) => string.Join(' ', name.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private (Guid Id, IReadOnlyList<NamedCompany> Alike, bool IsDecided) WhoIs(string key, string name, string? shortName)
    {
        if (_byName.TryGetValue(key, out var known)) return (known.Id, [], true);
        var own = _choices.IdOf(key);
        var alike = _likeness.Find(name, shortName);
        var isChosen = _choices.Companies.TryGetValue(key, out var chosen);
        if (alike.Count > 0 && !isChosen) return (own, alike, false);
        if (isChosen && chosen != own) return (chosen, alike, true);
        _likeness.Add(new(own, name, shortName ?? name));
        return (own, alike, true);
    }

    private PlannedCompany Compared(string key, string name, List<FileRow> rows, Customer? known, IReadOnlyList<NamedCompany> alike, bool isDecided)
    {
        List<ImportProblem> problems = [];
        var changes = new FactComparing(_choices, problems).Compare(name, rows, known);
        IReadOnlyList<Contact> people = known is null ? [] : [.. _known.Contacts[known.Id]];
        var contacts = new ContactComparing(_choices, problems).Compare(key, rows, people);
        PlannedCompany plan = new(key, name, [.. rows.Select(r => r.Number)], known, alike, isDecided, changes, contacts, problems);
        return _known.Candidates is { } candidates ? Screened(plan, rows, candidates, new(_choices, problems, candidates, contacts, people)) : plan;
    }

    private static PlannedCompany Screened(PlannedCompany plan, List<FileRow> rows, KnownCandidates candidates, TraitComparing comparing)
    {
        if (!rows.Any(r => r.Cells.Any(c => TraitVocabulary.Of(c.Key) is not null))) return plan;
        var screening = plan.Known is { } known ? candidates.ByCompany.GetValueOrDefault(known.Id) : null;
        return screening is { DeclinedAt: not null }
            ? plan with { WithoutTraits = CustomerWords.Said(CustomerImportText.DeclinedBefore, screening.DeclinedBy, screening.DeclineReason) }
            : plan with { Traits = comparing.Compare(plan.Key, rows, screening) };
    }
}
