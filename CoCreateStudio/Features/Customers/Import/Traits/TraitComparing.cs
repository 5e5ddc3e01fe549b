using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Customers.Import.Traits;

/// <summary>Compares what a file says of a candidate's traits with what is known of them, under the rules of an assessment.</summary>
internal sealed class TraitComparing(ImportChoices choices, List<ImportProblem> problems, KnownCandidates candidates, IReadOnlyList<PlannedContact> people, IReadOnlyList<Contact> contacts)
{
    // What the sheet shows is cut to the minute.
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(1);

    public IReadOnlyList<PlannedTrait> Compare(string company, IReadOnlyList<FileRow> rows, Screening? known)
    {
        var fileKnows = rows.Select(r => r[TraitVocabulary.LookedAt]).OfType<FileCell>().Select(c => LookedAt(c.Text)).Max();
        return [.. Enum.GetValues<Trait>().Select(trait => Compare($"{company}/{trait}", trait, rows, known?.Of(trait), fileKnows)).OfType<PlannedTrait>()];
    }

    private PlannedTrait? Compare(string key, Trait trait, IReadOnlyList<FileRow> rows, TraitAssessment? known, DateTime? fileKnows)
    {
        var now = known?.Now ?? Assessment.Nothing;
        if (Said(trait, rows, now) is not { } said) return null;
        var proven = said.ProvenFor(trait, now);
        var remark = proven == said ? null : Remark(trait, said, proven);
        if (proven == now && remark is null) return null;
        bool? usual = known?.At is { } at && !(at < fileKnows + Shown) ? null : true;
        return new(trait, key, now, proven, NameOf(now.ContactId), NameOf(proven.ContactId), known?.By, known?.At, remark, choices.Traits.TryGetValue(key, out var chosen) ? chosen : usual);
    }

    // What is known, with what the file says over it; an empty cell takes nothing away.
    private Assessment? Said(Trait trait, IReadOnlyList<FileRow> rows, Assessment now)
    {
        var said = now;
        Dictionary<TraitPart, (string Id, string Text)> read = [];
        foreach (var row in rows)
            foreach (var cell in row.Cells)
            {
                var id = CellId.Of(row, cell);
                if (TraitVocabulary.Of(cell.Key) is not { } about || about.Trait != trait || choices.Without.Contains(id)) continue;
                if (With(said, about.Part, cell.Text, now, out var problem) is not { } next) Refuse(id, cell, problem);
                else if (!read.TryGetValue(about.Part, out var before)) (said, read[about.Part]) = (next, (id, cell.Text));
                else if (next != said) Refuse(id, cell, CustomerWords.Said(CustomerImportText.SaidOtherwise, before.Id, before.Text));
            }

        if (read.Count == 0) return null;
        return trait == Trait.Authority && said is { State: TraitState.Met, ContactId: null } ? said with { ContactId = OnlySpeaker() } : said;
    }

    private Assessment? With(Assessment said, TraitPart part, string text, Assessment now, out string problem)
    {
        problem = part switch
        {
            TraitPart.State => CustomerWords.Said(CustomerImportText.StateUnread, text),
            TraitPart.Date => CustomerWords.Said(CustomerImportText.DayUnread, text),
            TraitPart.Contact => CustomerWords.Said(CustomerImportText.NoSuchContact, text),
            _ => CustomerWords.Said(RuleText.TooLong, Assessment.NoteLength),
        };
        return part switch
        {
            TraitPart.State => TraitWords.State(text) is { } state ? said with { State = state } : null,
            TraitPart.Date => TraitWords.Day(text) is { } day ? said with { Date = day } : null,
            TraitPart.Contact => ContactOf(text, now) is { } contact ? said with { ContactId = contact } : null,
            _ => text.Length <= Assessment.NoteLength ? said with { Note = text.ReplaceLineEndings("\n") } : null,
        };
    }

    private void Refuse(string id, FileCell cell, string why) => problems.Add(new(id, ImportVocabulary.Word(cell.Key), cell.Text, why));

    private static string Remark(Trait trait, Assessment said, Assessment written) => CustomerWords.Said(said.MissingFor(trait) switch
    {
        nameof(RuleText.MetNeedsDate) => CustomerImportText.MetWithoutDay,
        nameof(RuleText.MetNeedsContact) => CustomerImportText.MetWithoutContact,
        _ => written.State == TraitState.Met ? CustomerImportText.NoteTooShort : CustomerImportText.MetWithoutNote,
    }, written.State.Word());

    private Guid? ContactOf(string name, Assessment now)
    {
        var key = ImportPlanner.KeyOf(name);
        if (now.ContactId is { } same && NameOf(same) is { } called && ImportPlanner.KeyOf(called) == key) return same;
        return people.FirstOrDefault(p => ImportPlanner.KeyOf(p.Name) == key)?.Id ?? contacts.FirstOrDefault(c => ImportPlanner.KeyOf(c.Name) == key)?.Id;
    }

    // The one person at the company of whom it is said that they decide.
    private Guid? OnlySpeaker()
    {
        var named = people.Where(p => p.HasAuthority).Select(p => p.Id);
        var known = contacts.Where(c => c.HasAuthority && people.All(p => p.Known?.Id != c.Id)).Select(c => c.Id);
        return named.Concat(known).ToList() is [var one] ? one : null;
    }

    private string? NameOf(Guid? id) => id is not { } contact ? null
        : people.FirstOrDefault(p => p.Id == contact)?.Name ?? contacts.FirstOrDefault(c => c.Id == contact)?.Name ?? candidates.Speakers.GetValueOrDefault(contact);

    private DateTime? LookedAt(string text) => TraitWords.Moment(text) is { } moment && !candidates.Zone.IsInvalidTime(moment) ? TimeZoneInfo.ConvertTimeToUtc(moment, candidates.Zone) : null;
}
