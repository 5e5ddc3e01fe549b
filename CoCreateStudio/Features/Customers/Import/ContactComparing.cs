using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>Finds who the people of a file are, among those known at the same company, and what would change.</summary>
internal sealed class ContactComparing(ImportChoices choices, List<ImportProblem> problems)
{
    private const int FewestDigits = 7;

    public IReadOnlyList<PlannedContact> Compare(string company, IReadOnlyList<FileRow> rows, IReadOnlyList<Contact> known)
    {
        List<PlannedContact> people = [];
        foreach (var person in rows.Where(r => r[ImportVocabulary.Key(ContactField.Name)] is not null && !IsWithout(r, ContactField.Name)).GroupBy(r => ImportPlanner.KeyOf(r[ImportVocabulary.Key(ContactField.Name)]!.Text)))
        {
            var key = $"{company}/{person.Key}";
            var (who, shared) = WhoIs(person.Key, [.. person], [.. known.Where(k => people.All(p => p.Known != k))]);
            if (shared && choices.Others.Contains(key)) who = null;
            people.Add(new(who?.Id ?? choices.IdOf($"contact/{key}"), key, person.First()[ImportVocabulary.Key(ContactField.Name)]!.Text, who, shared, Changes([.. person], who)));
        }

        foreach (var row in rows.Where(r => r[ImportVocabulary.Key(ContactField.Name)] is null)) Nameless(row);
        return people;
    }

    private bool IsWithout(FileRow row, ContactField field) => row[ImportVocabulary.Key(field)] is { } cell && choices.Without.Contains(CellId.Of(row, cell));

    private void Nameless(FileRow row)
    {
        foreach (var cell in row.Cells.Where(c => ImportVocabulary.Contact(c.Key) is not null && !choices.Without.Contains(CellId.Of(row, c))).Take(1))
            problems.Add(new(CellId.Of(row, cell), ImportVocabulary.Word(cell.Key), cell.Text, CustomerImportText.ContactWithoutName));
    }

    private static (Contact? Who, bool Shared) WhoIs(string name, IReadOnlyList<FileRow> rows, IReadOnlyList<Contact> known)
    {
        if (known.FirstOrDefault(k => ImportPlanner.KeyOf(k.Name) == name) is { } same) return (same, false);
        var mails = rows.Select(r => r[ImportVocabulary.Key(ContactField.Email)]?.Text).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var numbers = rows.Select(r => Digits(r[ImportVocabulary.Key(ContactField.Phone)]?.Text)).Where(d => d.Length >= FewestDigits).ToHashSet();
        var shared = known.FirstOrDefault(k => (k.Email is { } mail && mails.Contains(mail)) || numbers.Contains(Digits(k.Phone)));
        return (shared, shared is not null);
    }

    private static string Digits(string? text) => string.Concat((text ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));

    private IReadOnlyList<PlannedChange<ContactField>> Changes(IReadOnlyList<FileRow> rows, Contact? known)
    {
        Dictionary<ContactField, PlannedChange<ContactField>> changes = [];
        foreach (var row in rows)
            foreach (var cell in row.Cells)
            {
                var id = CellId.Of(row, cell);
                if (ImportVocabulary.Contact(cell.Key) is not { } field || choices.Without.Contains(id)) continue;
                if (Read(field, cell, id) is not { } read) continue;
                if (!changes.TryGetValue(field, out var before)) changes[field] = new(field, known?.Read(field), read.Value, id);
                else if (before.New != read.Value && field != ContactField.Name) problems.Add(new(id, field.Word(), cell.Text, CustomerWords.Said(CustomerImportText.SaidOtherwise, before.Cell, field.Say(before.New))));
            }

        return [.. changes.Values.Where(c => c.Old != c.New)];
    }

    // Null where the rules refuse it, which is more than an empty value.
    private (string? Value, FileCell Cell)? Read(ContactField field, FileCell cell, string id)
    {
        try
        {
            if (field == ContactField.EmergencyOrder) return (EmergencyList.Parse(cell.Text)?.ToString(CultureInfo.InvariantCulture), cell);
            if (field == ContactField.HasAuthority)
                return ValueWords.YesNo(cell.Text) is { } yes ? (yes ? bool.TrueString : null, cell) : throw new RuleException(nameof(RuleText.NotAValue), cell.Text);
            return (new Contact(Guid.Empty, new ContactCard("Trial").With(field, cell.Text)).Read(field), cell);
        }
        catch (RuleException refusal)
        {
            problems.Add(new(id, field.Word(), cell.Text, field == ContactField.HasAuthority ? CustomerWords.Said(CustomerImportText.AuthorityUnknown, cell.Text) : refusal.Message));
            return null;
        }
    }
}
