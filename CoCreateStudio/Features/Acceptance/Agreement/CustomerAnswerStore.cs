using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>What the customer's own people say, online, to a version that was sent to them.</summary>
public sealed class CustomerAnswerStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    public Task AnswerAsync(Guid projectId, Guid versionId, Guid criterionId, AnswerKind kind, string? words, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk, given) =>
        db.Add(desk.Answer(criterionId, Side.Customer, kind, words, given)), ct);

    public Task AcceptRestAsync(Guid projectId, Guid versionId, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk, given) =>
        db.AddRange(desk.AcceptRest(Side.Customer, given)), ct);

    /// <summary>Replies to what we asked or refused.</summary>
    public Task ReplyAsync(Guid projectId, Guid answerId, string words, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.Comment, async db =>
    {
        if (db.Side != Side.Customer) throw new RuleException(nameof(RuleText.OnlyCustomersAnswer));
        var (answer, version) = await db.AnswerAsync(answerId, ct);
        answer.ReplyTo(version, Side.Customer, words, actor.Name, clock.GetUtcNow().UtcDateTime);
    }, ct);

    private Task ActAsync(Guid projectId, Guid versionId, Action<StudioDb, VersionDesk, Given> act, CancellationToken ct) => projects.ChangeAsync(projectId, Right.Comment, async db =>
    {
        if (db.Side != Side.Customer) throw new RuleException(nameof(RuleText.OnlyCustomersAnswer));
        var desk = await db.DeskAsync(versionId, ct);
        desk.Version.MustTakeAnswers();
        act(db, desk, new(actor.Name, null, clock.GetUtcNow().UtcDateTime));
    }, ct);
}
