namespace CoCreateStudio.Features.Requirements.Blocks;

/// <summary>What a person agreed to: the plan as they left it, and why, where a status wants to know.</summary>
public sealed record BlockAnswer(BlockPlan Plan, string? Reason);
