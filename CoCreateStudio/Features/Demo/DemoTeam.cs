using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Demo;

/// <summary>Who does what in one project.</summary>
internal sealed class DemoTeam(DemoProject told, DemoCast cast)
{
    public Person Lead { get; } = cast.Person(told.Members.First(m => m.Role == ProjectRole.Lead).Person);
    public Person Pm { get; } = cast.Person(told.Members.First(m => m.Role == ProjectRole.Pm).Person);

    public Person Person(string code) => cast.Person(code);

    public Person? Owner(DemoRequirement row) => cast.PersonOrNobody(row.Owner);

    public Guid Customer(DemoRequirement row) => cast.Customer(row.Customer).Id;

    /// <summary>Triage is the PM's, work the owner's, and what was delivered is checked by the customer where one signs in.</summary>
    public Person Mover(DemoRequirement row, RequirementStatus to) => to switch
    {
        RequirementStatus.InProgress or RequirementStatus.Delivered => Owner(row) ?? Pm,
        RequirementStatus.Verified => Checker(row) ?? Lead,
        _ => Pm,
    };

    private Person? Checker(DemoRequirement row) =>
        cast.PersonOrNobody(told.Members.FirstOrDefault(m => m.Role == ProjectRole.Customer && m.Customer == row.Customer)?.Person);
}
