using System.Collections.Frozen;

namespace CoCreateStudio.Domain.Access;

/// <summary>The one table of rights: who may do what in a project.</summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<ProjectRole, FrozenSet<Right>> Table = new Dictionary<ProjectRole, FrozenSet<Right>>
    {
        [ProjectRole.Lead] = [.. Enum.GetValues<Right>()],
        [ProjectRole.Pm] =
        [
            Right.ViewProject, Right.SeeInternal, Right.Comment,
            Right.AddRequirements, Right.EditRequirements, Right.ArchiveRequirements, Right.ImportRequirements, Right.ShareViews,
            Right.HoldMeetings, Right.TakeNotes, Right.EditCustomers, Right.Propose, Right.ScreenCustomers, Right.EditCriteria,
        ],
        [ProjectRole.Member] = [Right.ViewProject, Right.SeeInternal, Right.Comment, Right.AddRequirements, Right.EditRequirements, Right.TakeNotes, Right.Propose],
        [ProjectRole.Viewer] = [Right.ViewProject, Right.SeeInternal],
        [ProjectRole.Customer] = [Right.ViewProject, Right.Comment],
    }.ToFrozenDictionary();

    public static bool Allows(this ProjectRole role, Right right) => Table[role].Contains(right);
}
