using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What is agreed in one criterion: the part of a version that is answered, signed and compared.</summary>
public sealed record CriterionContent(
    Guid Id, Dimension Dimension, int Number, string Statement, Aspect? Aspect, string? Metric, string? Unit, string? Baseline, Comparison? Comparison, string? Target, string? UpperTarget,
    ProofKind? Proof, string? ProofNote, DateOnly? DueOn, string? OurOwner, string? TheirOwner, AgreementPhase? Phase)
{
    internal static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [JsonIgnore]
    public string Code => AcceptanceCriterion.CodeOf(Dimension, Number);

    /// <summary>Of everything in it: an answer is given to this, and holds as long as nothing in it changes.</summary>
    [JsonIgnore]
    public string Hash => Seal.Hash("", Seal.Canonical(JsonSerializer.SerializeToNode(this, Shape)!));

    /// <summary>A target that values can be held against.</summary>
    [JsonIgnore]
    public bool HasTarget => Target is not null && Comparison is not null && (Comparison != Acceptance.Comparison.Between || UpperTarget is not null);

    /// <summary>Yes or no and a day say themselves what is looked at.</summary>
    [JsonIgnore]
    public bool HasMetric => Metric is not null || Comparison == Acceptance.Comparison.YesNo || CriterionValue.Day(Target) is not null;

    /// <summary>May be signed: what is measured, against what, and how it will be seen.</summary>
    [JsonIgnore]
    public bool IsMeasurable => HasMetric && HasTarget && Proof is not null;

    public static CriterionContent Of(AcceptanceCriterion c) => new(
        c.Id, c.Dimension, c.Number, c.Statement, c.Aspect, c.Metric, c.Unit, c.Baseline, c.Comparison, c.Target, c.UpperTarget, c.Proof, c.ProofNote, c.DueOn, c.OurOwner, c.TheirOwner, c.Phase);

    /// <summary>A field as invariant text.</summary>
    public string? Read(CriterionField field) => field switch
    {
        CriterionField.Statement => Statement,
        CriterionField.Aspect => Aspect?.ToString(),
        CriterionField.Metric => Metric,
        CriterionField.Unit => Unit,
        CriterionField.Baseline => Baseline,
        CriterionField.Comparison => Comparison?.ToString(),
        CriterionField.Target => Target,
        CriterionField.UpperTarget => UpperTarget,
        CriterionField.Proof => Proof?.ToString(),
        CriterionField.ProofNote => ProofNote,
        CriterionField.DueOn => DueOn is { } day ? CriterionValue.OfDay(day) : null,
        CriterionField.OurOwner => OurOwner,
        CriterionField.TheirOwner => TheirOwner,
        CriterionField.Phase => Phase?.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Whether a value meets the target; null where there is no target to hold it against.</summary>
    public bool? IsMetBy(string? value)
    {
        if (!HasTarget || CriterionValue.Number(value) is not { } measured || CriterionValue.Number(Target) is not { } target) return null;
        return Comparison switch
        {
            Acceptance.Comparison.AtLeast => measured >= target,
            Acceptance.Comparison.AtMost => measured <= target,
            Acceptance.Comparison.Between => measured >= target && measured <= CriterionValue.Number(UpperTarget),
            _ => measured == target,
        };
    }

    /// <summary>How much of the way from the baseline to the target a value has come, in percent; null where there is no way to measure.</summary>
    public int? Progress(string? value)
    {
        if (IsMetBy(value) == true) return 100;
        if (CriterionValue.Number(value) is not { } now || CriterionValue.Number(Baseline) is not { } from || CriterionValue.Number(Target) is not { } to || from == to) return null;
        return (int)Math.Clamp((now - from) / (to - from) * 100, 0, 99);
    }
}
