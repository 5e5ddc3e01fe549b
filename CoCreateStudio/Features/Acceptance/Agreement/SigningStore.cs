using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>Answering and signing for our side, and writing down what the customer gave on paper or in a meeting. One act, one save.</summary>
public sealed class SigningStore(ProjectDbFactory projects, CurrentActor actor, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Says for our side what it thinks of one criterion.</summary>
    public Task AnswerAsync(Guid projectId, Guid versionId, Guid criterionId, AnswerKind kind, string? words, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk) =>
        db.Add(desk.Answer(criterionId, Side.Us, kind, words, Ours(null))), ct);

    /// <summary>Accepts for our side all that it has not accepted.</summary>
    public Task AcceptRestAsync(Guid projectId, Guid versionId, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk) => db.AddRange(desk.AcceptRest(Side.Us, Ours(null))), ct);

    /// <summary>Signs for our side.</summary>
    /// <param name="title">In what role.</param>
    public Task SignAsync(Guid projectId, Guid versionId, string title, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk) => SignForAsync(db, desk, Side.Us, Ours(title), ct), ct);

    /// <summary>Writes down what the customer said to one criterion.</summary>
    public Task RecordAnswerAsync(Guid projectId, Guid versionId, Guid criterionId, AnswerKind kind, string? words, Given given, CancellationToken ct = default) => RecordAsync(projectId, versionId, given, (db, desk, recorded) =>
        db.Add(desk.Answer(criterionId, Side.Customer, kind, words, recorded)), ct);

    /// <summary>Writes down that the customer accepted all that was open.</summary>
    public Task RecordRestAsync(Guid projectId, Guid versionId, Given given, CancellationToken ct = default) => RecordAsync(projectId, versionId, given, (db, desk, recorded) =>
        db.AddRange(desk.AcceptRest(Side.Customer, recorded)), ct);

    /// <summary>Writes down the customer's signature.</summary>
    public Task RecordSignatureAsync(Guid projectId, Guid versionId, Given given, CancellationToken ct = default) => ActAsync(projectId, versionId, async (db, desk) =>
        await SignForAsync(db, desk, Side.Customer, await RecordedAsync(db, desk, given, ct), ct), ct);

    /// <summary>Writes down what the customer's people replied to us, on the phone say: words, no signature, so their name is proof enough.</summary>
    public Task RecordReplyAsync(Guid projectId, Guid answerId, string by, string words, CancellationToken ct = default) => projects.ChangeAsync(projectId, Right.SignAgreements, async db =>
    {
        var (answer, version) = await db.AnswerAsync(answerId, ct);
        answer.ReplyTo(version, Side.Customer, words, by, Now, actor.Name);
    }, ct);

    private Given Ours(string? title) => new(actor.Name, title, Now);

    private Task<Given> RecordedAsync(StudioDb db, VersionDesk desk, Given given, CancellationToken ct) => db.RecordedAsync(desk.Agreement, desk.Version, given, actor.Name, Now, ct);

    // With the second signature, what the changes asked for has become what is agreed.
    private static async Task SignForAsync(StudioDb db, VersionDesk desk, Side side, Given given, CancellationToken ct)
    {
        db.Add(desk.Sign(side, given));
        if (desk.Version.SignedAt is not { } at) return;
        var changed = await db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == desk.Agreement.Id && c.ChangeRequestId != null && c.ProposedBy == null).ToListAsync(ct);
        var named = desk.Content!.Changes.Select(c => c.Request).ToHashSet();
        var accepted = await db.Set<ChangeRequest>().Where(r => r.CustomerId == desk.Agreement.CustomerId && r.State == ChangeState.Accepted).ToListAsync(ct);
        foreach (var request in accepted.Where(r => named.Contains(r.Code))) request.Apply(at);
        foreach (var criterion in changed) criterion.Settle();
    }

    private Task ActAsync(Guid projectId, Guid versionId, Action<StudioDb, VersionDesk> act, CancellationToken ct) => ActAsync(projectId, versionId, (db, desk) =>
    {
        act(db, desk);
        return Task.CompletedTask;
    }, ct);

    private Task RecordAsync(Guid projectId, Guid versionId, Given given, Action<StudioDb, VersionDesk, Given> act, CancellationToken ct) => ActAsync(projectId, versionId, async (db, desk) =>
        act(db, desk, await RecordedAsync(db, desk, given, ct)), ct);

    private Task ActAsync(Guid projectId, Guid versionId, Func<StudioDb, VersionDesk, Task> act, CancellationToken ct) => projects.ChangeAsync(projectId, Right.SignAgreements, async db =>
    {
        var desk = await db.DeskAsync(versionId, ct);
        desk.Version.MustTakeAnswers();
        await act(db, desk);
    }, ct);
}
