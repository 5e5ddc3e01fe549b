using CoCreateStudio.Domain.Acceptance;

namespace CoCreateStudio.Features.Acceptance.Agreement;

internal static class AgreementFacts
{
    /// <summary>Whether something was signed, so that the next change has to say why.</summary>
    public static bool NeedsRequest(this AcceptanceAgreement? agreement) => agreement is { NeedsChangeRequest: true };
}
