using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Kit.Text;

namespace CoCreateStudio.Features.Acceptance.Out;

/// <summary>An agreement as it goes to paper: one version or the draft, in the reader's language or in both.</summary>
public sealed record AcceptancePaper(AgreementView View, string Project, bool Both, TimeZoneInfo Zone, DateOnly Today)
{
    public string Customer => View.Room.Customer;

    public string Title => Say(() => View.Version is { } version
        ? AcceptanceWords.Said(AcceptanceText.VersionNumber, version.Number)
        : AcceptanceWords.Said(AcceptanceText.VersionDraft, View.Room.Agreement?.NextVersion ?? 1), " · ");

    /// <summary>A text of ours; what people wrote stands as they wrote it.</summary>
    public string Say(Func<string> text, string between = "\n") => Both ? BothLanguages.Of(text, between) : text();

    public string Target(CriterionContent criterion) => Say(() => AcceptanceWords.Target(criterion, DateOnly.MinValue), " / ");

    public string Baseline(CriterionContent criterion) => Say(() => AcceptanceWords.Value(criterion.Baseline, DateOnly.MinValue), " / ");

    /// <summary>What is measured, also where yes or no or a day says it.</summary>
    public string Metric(CriterionContent criterion) => Say(() => AcceptanceWords.Metric(criterion) ?? "", " / ");

    public string Proof(CriterionContent criterion)
    {
        var kind = criterion.Proof is { } proof ? Say(() => proof.Word(), " / ") : "";
        return criterion.ProofNote is { } note ? $"{kind}: {note}" : kind;
    }

    /// <summary>How a side stands to a criterion; nothing where there is room for a mark.</summary>
    public string Answer(CriterionContent criterion, Side side) => View.Answers.Of(criterion.Id, side) is { } answer ? Say(() => answer.Kind.Word(), " / ") : "";

    /// <summary>A signature that is there: how it was given, and when.</summary>
    public string How(SignOff signature) => Say(() => $"{AcceptanceWords.How(signature.How, signature.RecordedBy)}, {Format.Day(signature.At, Zone, DateOnly.MinValue)}", " / ");

    public string Side(Side side) => side == Domain.Requirements.Side.Us ? Say(() => PaperText.ProjectTeam, " / ") : Customer;
}
