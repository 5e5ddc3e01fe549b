using CoCreateStudio.Domain.Screenings;

namespace CoCreateStudio.Features.Customers.Import.Traits;

/// <summary>The candidates of the project that a file is imported into, as they stood when the file was compared with them.</summary>
/// <param name="Speakers">The names of contacts whom assessments name, also of those who were put away.</param>
/// <param name="Zone">In which the file's times are meant.</param>
public sealed record KnownCandidates(IReadOnlyDictionary<Guid, Screening> ByCompany, IReadOnlyDictionary<Guid, string> Speakers, TimeZoneInfo Zone);

/// <summary>What a file would change of one trait of a candidate.</summary>
/// <param name="Key">Names it, to decide it.</param>
/// <param name="By">Who looked at it last; null where nobody has.</param>
/// <param name="Remark">Why something else is written than the file says.</param>
/// <param name="Decision">True to write it, false to leave what is known; null where somebody has to say.</param>
public sealed record PlannedTrait(Trait Trait, string Key, Assessment Old, Assessment New, string? OldContact, string? NewContact, string? By, DateTime? At, string? Remark, bool? Decision)
{
    public bool IsChange => New != Old;

    /// <summary>It would replace what somebody said, perhaps after the file was written.</summary>
    public bool IsOpen => IsChange && Decision is null;

    public bool IsTaken => IsChange && Decision == true;
}
