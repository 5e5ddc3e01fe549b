using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Minutes.Confirming;

internal static class ConfirmationWords
{
    public static string Word(this ConfirmationAnswer answer) => answer == ConfirmationAnswer.Confirmed ? ConfirmingText.Confirmed : ConfirmingText.Objected;
}
