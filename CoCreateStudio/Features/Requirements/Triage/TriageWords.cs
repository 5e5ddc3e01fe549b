using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>What was done in triage, in words.</summary>
internal static class TriageWords
{
    public static string Done(TriageAct act, int number, string? detail) => act switch
    {
        TriageAct.Accept => Said(TriageText.DidAccept, number),
        TriageAct.Plan => Said(TriageText.DidPlan, number),
        TriageAct.Decline => Said(TriageText.DidDecline, number),
        TriageAct.Merge => Said(TriageText.DidMerge, number, detail),
        _ => Said(TriageText.DidSnooze, number, detail),
    };

    public static string Counted(TriageAct act) => act switch
    {
        TriageAct.Accept => TriageText.CountAccept,
        TriageAct.Plan => TriageText.CountPlan,
        TriageAct.Decline => TriageText.CountDecline,
        TriageAct.Merge => TriageText.CountMerge,
        _ => TriageText.CountSnooze,
    };

    public static string Mark(TriageAct act) => act switch
    {
        TriageAct.Accept => RequirementStatus.Accepted.Mark(),
        TriageAct.Plan => RequirementStatus.Planned.Mark(),
        TriageAct.Decline => RequirementStatus.Declined.Mark(),
        TriageAct.Merge => RequirementStatus.Duplicate.Mark(),
        _ => RequirementStatus.New.Mark(),
    };

    public static string Said(string text, params object?[] args) => string.Format(CultureInfo.CurrentCulture, text, args);
}
