using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>A picture that a requirement has already.</summary>
public readonly record struct TodaysPicture(Guid Id, int Size);

/// <summary>A requirement as it is today: what a row of a file is compared with, and what must still be so when it is written.</summary>
public sealed class TodaysRow
{
    private readonly string?[] _values;

    public TodaysRow(Requirement requirement)
    {
        (Id, Number, Archived, Extra) = (requirement.Id, requirement.Number, requirement.ArchivedAt is not null, requirement.Extra);
        _values = [.. RequirementFields.All.Select(requirement.Read)];
    }

    public Guid Id { get; }

    public int Number { get; }

    public bool Archived { get; }

    public IReadOnlyDictionary<string, string> Extra { get; }

    public IReadOnlyList<TodaysPicture> Pictures { get; init; } = [];

    public IReadOnlyList<string> Links { get; init; } = [];

    public string? this[RequirementField field] => _values[(int)field];

    public string Title => this[RequirementField.Title] ?? "";

    /// <summary>Another one in the same state, to try changes on.</summary>
    public Requirement Copy()
    {
        Requirement copy = new(Guid.Empty, Number, Title, this[RequirementField.Description], default, "");
        copy.StartAs(Requirement.StatusOf(this[RequirementField.Status]), this[RequirementField.StatusReason]);
        foreach (var field in RequirementFields.All.Where(f => f is not (RequirementField.Title or RequirementField.Description or RequirementField.Status or RequirementField.StatusReason)))
            copy.Write(field, this[field], default);
        return copy;
    }
}
