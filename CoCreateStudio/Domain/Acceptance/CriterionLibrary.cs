using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>A text in both languages.</summary>
public sealed record InBoth(string En, string Zh)
{
    public string Here => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Zh : En;
}

/// <summary>A criterion that many projects have, with a target that is only a suggestion.</summary>
public sealed record LibraryCriterion(
    Dimension Dimension, Aspect? Aspect, InBoth Statement, InBoth? Metric, InBoth? Unit, Comparison Comparison, string Target, string? UpperTarget, ProofKind Proof, InBoth ProofNote, AgreementPhase Phase)
{
    /// <summary>Makes a criterion of it, in the reader's language.</summary>
    /// <param name="proposedBy">As of <see cref="AcceptanceCriterion"/>.</param>
    public AcceptanceCriterion Make(AcceptanceAgreement agreement, Author? proposedBy, DateOnly today)
    {
        AcceptanceCriterion criterion = new(agreement, Dimension, Statement.Here, proposedBy);
        (CriterionField, string?)[] fields =
        [
            (CriterionField.Aspect, Aspect?.ToString()), (CriterionField.Metric, Metric?.Here), (CriterionField.Unit, Unit?.Here), (CriterionField.Target, Target), (CriterionField.Comparison, Comparison.ToString()),
            (CriterionField.UpperTarget, UpperTarget), (CriterionField.Proof, Proof.ToString()), (CriterionField.ProofNote, ProofNote.Here), (CriterionField.Phase, Phase.ToString()),
        ];
        foreach (var (field, text) in fields) criterion.Fill(field, text, today);
        return criterion;
    }
}

/// <summary>Common criteria to start from, by dimension.</summary>
public static class CriterionLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<LibraryCriterion> All { get; } = Read();

    private static List<LibraryCriterion> Read()
    {
        using var stream = typeof(CriterionLibrary).Assembly.GetManifestResourceStream("criteria.json") ?? throw new InvalidOperationException("criteria.json is not in the assembly.");
        return JsonSerializer.Deserialize<List<LibraryCriterion>>(stream, Format) ?? throw new InvalidOperationException("criteria.json is empty.");
    }
}
