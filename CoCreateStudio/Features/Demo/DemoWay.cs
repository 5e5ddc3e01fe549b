using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Demo;

/// <summary>Through which statuses a requirement came to the one it has.</summary>
internal static class DemoWay
{
    public static IReadOnlyList<RequirementStatus> To(DemoRequirement told, bool skipPlanning)
    {
        if (told.Status == RequirementStatus.New) return [];
        if (told.Status.NeedsReason()) return [told.Status];
        var way = Workflow.All.Where(s => s > RequirementStatus.New && s <= told.Status && (s != RequirementStatus.Planned || s == told.Status || !skipPlanning));
        return told.Reopened
            ? [RequirementStatus.Accepted, RequirementStatus.InProgress, RequirementStatus.Delivered, RequirementStatus.Verified, .. way.Where(s => s >= RequirementStatus.InProgress)]
            : [.. way];
    }

    /// <summary>With which step the reporter got the answer.</summary>
    public static RequirementStatus Answered(DemoRequirement told) =>
        told.Status == RequirementStatus.Verified ? RequirementStatus.Delivered : told.Status;
}
