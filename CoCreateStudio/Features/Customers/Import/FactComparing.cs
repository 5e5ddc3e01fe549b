using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>Compares what a file says of a company with what is known, and tries it under the rules of the page.</summary>
internal sealed class FactComparing(ImportChoices choices, List<ImportProblem> problems)
{
    public IReadOnlyList<PlannedChange<CustomerField>> Compare(string name, IReadOnlyList<FileRow> rows, Customer? known)
    {
        Dictionary<CustomerField, PlannedChange<CustomerField>> changes = [];
        foreach (var row in rows)
            foreach (var cell in row.Cells)
            {
                if (ImportVocabulary.Company(cell.Key) is not { } field || field == CustomerField.Name && (known is not null || changes.ContainsKey(field))) continue;
                var id = CellId.Of(row, cell);
                if (choices.Without.Contains(id)) continue;
                Take(changes, known, name, Meant(field, cell.Text), id, cell);
            }

        return [.. changes.Values.Where(c => c.Old != c.New)];
    }

    // "规模" holds a word or a number of people.
    private static (CustomerField Field, string Text) Meant(CustomerField field, string text) => field switch
    {
        CustomerField.Size when ValueWords.Size(text) is { } size => (field, size.ToString()),
        CustomerField.Size when HeadCount.TryParse(text, out _) => (CustomerField.HeadCount, text),
        CustomerField.HeadCount when ValueWords.Size(text) is { } size => (CustomerField.Size, size.ToString()),
        _ => (field, text),
    };

    private void Take(Dictionary<CustomerField, PlannedChange<CustomerField>> changes, Customer? known, string name, (CustomerField Field, string Text) said, string id, FileCell cell)
    {
        string? read = null;
        try
        {
            Customer trial = new(said.Field == CustomerField.Name ? said.Text : "Trial");
            trial.Write(said.Field, said.Text);
            read = said.Field == CustomerField.Name ? trial.Name : trial.Read(said.Field);
        }
        catch (RuleException refusal)
        {
            problems.Add(new(id, said.Field.Word(), cell.Text, refusal.Rule == nameof(RuleText.NotAValue) ? CustomerWords.Said(CustomerImportText.SizeUnknown, cell.Text) : refusal.Message));
            return;
        }

        if (said.Field == CustomerField.ShortName && read == (known?.Name ?? name)) return;
        if (!changes.TryGetValue(said.Field, out var before)) changes[said.Field] = new(said.Field, known?.Read(said.Field), read, id);
        else if (before.New != read) problems.Add(new(id, said.Field.Word(), cell.Text, CustomerWords.Said(CustomerImportText.SaidOtherwise, before.Cell, said.Field.Say(before.New))));
    }
}

/// <summary>Names a cell of a file, also where it has several sheets.</summary>
internal static class CellId
{
    public static string Of(FileRow row, FileCell cell) => $"{row.Sheet}!{cell.Place}";
}
