using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>A company in the list.</summary>
/// <param name="Speaking">How many of its contacts have authority.</param>
/// <param name="Projects">Those it takes part in and the reader sees, by name.</param>
/// <param name="Alike">Companies that may be the same under another name.</param>
public sealed record DirectoryRow(
    Guid Id, string Name, string ShortName, string? Industry, SizeTier? Size, int? HeadCount, string? Region, string? Standing, string? StandingSource, string? Notes,
    int Contacts, int Speaking, IReadOnlyList<ProjectName> Projects, IReadOnlyList<NamedCompany> Alike);

public sealed record ProjectName(string Key, string Name);

/// <param name="Rows">In the order of the filter.</param>
/// <param name="Total">How many there are without any filter.</param>
/// <param name="Alike">How many look like another one.</param>
/// <param name="Projects">To choose from, as are industries and regions.</param>
public sealed record DirectoryView(
    IReadOnlyList<DirectoryRow> Rows, int Total, int Alike, IReadOnlyList<string> Industries, IReadOnlyList<string> Regions, IReadOnlyList<ProjectName> Projects);

/// <summary>A contact and their company, for the file.</summary>
public sealed record DirectoryPerson(string Company, Contact Contact);
