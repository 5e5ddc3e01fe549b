using Microsoft.AspNetCore.Components;
using Radzen;

namespace CoCreateStudio.Kit.Ui;

/// <summary>The short messages at the foot of the page: said once, read out, gone by themselves, with undo where there is one.</summary>
public sealed class Notices(NotificationService notifications)
{
    private const double Short = 5000;
    private const double Long = 10000;

    /// <param name="undo">Takes back what was done; offered as long as the message stands.</param>
    public void Done(string text, Func<Task>? undo = null) => Show(NotificationSeverity.Success, text, undo is null ? Short : Long, undo);

    public void Refuse(RuleException refusal) => Show(NotificationSeverity.Warning, refusal.Message, Long);

    public void Warn(string text) => Show(NotificationSeverity.Warning, text, Long);

    /// <summary>Carries out a command of a part of a page; what a rule refuses is shown.</summary>
    /// <returns>False when it was refused.</returns>
    public async Task<bool> TryAsync(Func<Task> command)
    {
        if (await Refusal.OfAsync(command) is not { } refusal) return true;
        Refuse(refusal);
        return false;
    }

    private void Show(NotificationSeverity severity, string text, double milliseconds, Func<Task>? undo = null)
    {
        NotificationMessage message = new() { Severity = severity, Duration = milliseconds };
        message.SummaryContent = _ => Content(text, undo is null ? null : async () =>
        {
            notifications.Messages.Remove(message);
            if (await Refusal.OfAsync(undo) is { } refusal) Refuse(refusal);
        });
        notifications.Messages.Clear();
        notifications.Notify(message);
    }

    private static RenderFragment Content(string text, Func<Task>? undo) => builder =>
    {
        builder.OpenComponent<NoticeContent>(0);
        builder.AddComponentParameter(1, nameof(NoticeContent.Text), text);
        builder.AddComponentParameter(2, nameof(NoticeContent.Undo), undo);
        builder.CloseComponent();
    };
}
