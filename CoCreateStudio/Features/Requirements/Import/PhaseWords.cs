using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Reads in which phase of the project a need came up.</summary>
public static class PhaseWords
{
    private static readonly WordTable Words = new(
        (nameof(ProjectPhase.BeforeBuilding), "建设前|开发前|实施前|需求阶段|调研阶段|调研|建設前|Before building|Before build|Discovery|Requirements"),
        (nameof(ProjectPhase.Acceptance), "验收|验收阶段|验收时|试用|试点|驗收|驗收階段|Acceptance|UAT|Pilot"),
        (nameof(ProjectPhase.RollOut), "推广|推广阶段|上线|上线阶段|推廣|上線|Roll-out|Rollout|Go-live"));

    public static string? Read(string text) => Words.Find(text);
}
