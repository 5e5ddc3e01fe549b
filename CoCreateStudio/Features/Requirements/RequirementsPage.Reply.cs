using CoCreateStudio.Features.Requirements.Reply;

namespace CoCreateStudio.Features.Requirements;

// One answer to the customers of all rows that are selected.
public sealed partial class RequirementsPage
{
    private Guid[]? _replyTo;

    private void StartReply() => _replyTo = [.. _selected];

    private Task RepliedAsync(ReplyOutcome sent)
    {
        _replyTo = null;
        ClearSelection();
        Tell(sent.ActId, string.Format(CultureInfo.CurrentCulture, ReplyText.Sent, sent.Rows));
        return Task.CompletedTask;
    }
}
