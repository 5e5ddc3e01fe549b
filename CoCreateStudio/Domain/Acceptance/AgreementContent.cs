using System.Text.Json;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Domain.Acceptance;

/// <summary>What a version says, as it is sealed: read from the text that was hashed, whatever became of the draft since.</summary>
/// <param name="Changes">Why it departs from the version that was signed before.</param>
public sealed record AgreementContent(
    string Project, string Customer, int Version, string SentBy, DateTime SentAt, IReadOnlyList<CriterionContent> Criteria, IReadOnlyList<SealedChange> Changes)
{
    /// <exception cref="JsonException">This text is no agreement.</exception>
    public static AgreementContent Read(string content)
    {
        var read = JsonSerializer.Deserialize<AgreementContent>(content, CriterionContent.Shape);
        return read is { Criteria: not null, Changes: not null } ? read : throw new JsonException("This is no agreement.");
    }

    /// <summary>Null where this text is no agreement, which only somebody who changed it by hand can have brought about.</summary>
    public static AgreementContent? TryRead(string content)
    {
        try
        {
            return Read(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text that is hashed.</summary>
    public string Write() => Seal.Canonical(JsonSerializer.SerializeToNode(this, CriterionContent.Shape)!);

    /// <exception cref="RuleException">It is not ready to be signed.</exception>
    public void MustBeComplete()
    {
        if (Criteria.FirstOrDefault(c => !c.IsMeasurable) is { } draft) throw new RuleException(nameof(RuleText.CriterionIsDraft), draft.Code);
        if (!Criteria.Any(c => c.Dimension == Dimension.Compliance)) throw new RuleException(nameof(RuleText.NoCompliance));
    }
}

/// <summary>Why a criterion departs from what was signed.</summary>
/// <param name="Code">Of the criterion.</param>
/// <param name="Request">"CR-7".</param>
/// <param name="Meeting">The number of the meeting in which it was asked for.</param>
/// <param name="Decision">The number of the decision.</param>
public sealed record SealedChange(string Code, string Request, string What, string RaisedBy, Requirements.Side Side, int? Meeting, int? Decision);
