using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Features.Customers.Import.Traits;

namespace CoCreateStudio.Features.Customers.Import;

/// <summary>All companies and their people, as they were when the file was compared with them.</summary>
/// <param name="Candidates">Those of the project that the file is imported into; null for none.</param>
public sealed record KnownDirectory(IReadOnlyList<Customer> Companies, ILookup<Guid, Contact> Contacts, KnownCandidates? Candidates = null);

/// <summary>What a person said to questions that a file raised.</summary>
public sealed class ImportChoices
{
    private readonly Dictionary<string, Guid> _ids = [];

    /// <summary>By the name in the file: the company that it is, or the id of its own for a new one.</summary>
    public Dictionary<string, Guid> Companies { get; } = [];

    /// <summary>People who are somebody else, though they share an address or a number with one who is known.</summary>
    public HashSet<string> Others { get; } = [];

    /// <summary>Cells that are left out.</summary>
    public HashSet<string> Without { get; } = [];

    /// <summary>By trait of a candidate: whether what the file says is written over what is known.</summary>
    public Dictionary<string, bool> Traits { get; } = [];

    /// <summary>What a company or a contact of the file is called until it is written; the same however often it is planned.</summary>
    public Guid IdOf(string key) => _ids.TryGetValue(key, out var id) ? id : _ids[key] = Guid.CreateVersion7();
}

public enum PlanKind { Wrong, Ask, New, Changed, Same }

/// <param name="Place">The cell, to say where it is and to leave it out.</param>
public sealed record ImportProblem(string Place, string Column, string Text, string Reason);

/// <summary>A value that the file would change.</summary>
/// <param name="Cell">The cell it comes from, with its sheet.</param>
public sealed record PlannedChange<T>(T Field, string? Old, string? New, string Cell) where T : struct, Enum;

/// <summary>A contact of the file.</summary>
/// <param name="Id">The id of who is known, or what somebody new will have.</param>
/// <param name="Known">Who it is; null for somebody new.</param>
/// <param name="SharedBy">True where they were known by an address or a number, and are called otherwise.</param>
public sealed record PlannedContact(Guid Id, string Key, string Name, Contact? Known, bool SharedBy, IReadOnlyList<PlannedChange<ContactField>> Changes)
{
    public PlanKind Kind => Known is null ? PlanKind.New : Changes.Count > 0 ? PlanKind.Changed : PlanKind.Same;

    /// <summary>Speaks for the company, as it would be then.</summary>
    public bool HasAuthority => Changes.FirstOrDefault(c => c.Field == ContactField.HasAuthority) is { } change ? change.New is not null : Known?.HasAuthority == true;
}

/// <summary>A company of the file with its people, and what would become of it.</summary>
/// <param name="Known">The company that it is; null for a new one.</param>
/// <param name="Alike">Companies that it may be; somebody has to say.</param>
public sealed record PlannedCompany(
    string Key, string Name, IReadOnlyList<int> Rows, Customer? Known, IReadOnlyList<NamedCompany> Alike, bool IsDecided,
    IReadOnlyList<PlannedChange<CustomerField>> Changes, IReadOnlyList<PlannedContact> Contacts, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>What the file says of it as a candidate.</summary>
    public IReadOnlyList<PlannedTrait> Traits { get; init; } = [];

    /// <summary>Why nothing of that is taken.</summary>
    public string? WithoutTraits { get; init; }

    public PlanKind Kind => Problems.Count > 0 ? PlanKind.Wrong
        : !IsDecided || Traits.Any(t => t.IsOpen) ? PlanKind.Ask
        : Known is null ? PlanKind.New
        : Known.ArchivedAt is not null || Changes.Count > 0 || Contacts.Any(c => c.Kind != PlanKind.Same) || Traits.Any(t => t.IsTaken) ? PlanKind.Changed : PlanKind.Same;

    public bool IsTaken => Kind is PlanKind.New or PlanKind.Changed;
}
