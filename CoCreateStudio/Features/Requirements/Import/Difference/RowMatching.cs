using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>How a row of a file found the requirement it is about.</summary>
public enum RowMatch
{
    None,

    /// <summary>By the hidden key of our own export.</summary>
    Key,

    /// <summary>By our number, in a sheet of ours or where the title agrees.</summary>
    Number,
    SameWords,
    NearWords,
}

/// <summary>Finds the requirement that each row of a file is about, and rows that say what an earlier one says.</summary>
internal sealed class RowMatching(KnownRows known)
{
    private readonly Dictionary<string, int> _seen = [];
    private readonly Dictionary<ImportRow, Guid> _found = [];

    /// <returns>The requirements to compare with, by row.</returns>
    public IReadOnlyDictionary<ImportRow, Guid> Match(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            if (Sure(row) is { } sure) Found(row, sure.Match, sure.Row);
            else Alike(row);
        }

        return _found;
    }

    /// <summary>For a row that turned out not to be the one its key names.</summary>
    public Guid? MatchByWords(ImportRow row)
    {
        row.Forget();
        _found.Remove(row);
        Alike(row);
        return _found.TryGetValue(row, out var id) ? id : null;
    }

    private (RowMatch Match, KnownRow Row)? Sure(ImportRow row)
    {
        if (row.Key is { } key && known.ById(key) is { } exact) return (RowMatch.Key, exact);
        if (row.OurNumber is not { } number || known.ByNumber(number) is not { } numbered) return null;
        return row.IsOurs || SaysTitle(row, numbered) ? (RowMatch.Number, numbered) : null;
    }

    // Customers count their rows from 1 as we do: a number alone proves nothing.
    private static bool SaysTitle(ImportRow row, KnownRow requirement) =>
        !requirement.Archived && row.Title is { } title && SameText.Of(title, null) is { Length: > 0 } words && words == SameText.Of(requirement.Title, null);

    private void Alike(ImportRow row)
    {
        var words = SameText.Of(row[RequirementField.Title], row[RequirementField.Description]);
        if (words.Length == 0) return;
        if (known.BySameWords(words) is { } same) Found(row, RowMatch.SameWords, same);
        else if (!_seen.TryAdd(words, row.Number)) row.SameAsRow = _seen[words];
        else if (known.ByNearWords(words) is var (near, alike)) Found(row, RowMatch.NearWords, near, alike);
    }

    private void Found(ImportRow row, RowMatch match, KnownRow requirement, double alike = 1)
    {
        _found[row] = requirement.Id;
        (row.Match, row.Alike) = (match, alike);
    }
}
