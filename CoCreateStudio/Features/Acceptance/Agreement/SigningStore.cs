using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
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
        Answer(db, desk, desk.Content.Of(criterionId), Side.Us, kind, words, Ours(null)), ct);

    /// <summary>Accepts for our side all that it has not accepted.</summary>
    public Task AcceptRestAsync(Guid projectId, Guid versionId, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk) => AcceptRest(db, desk, Side.Us, Ours(null)), ct);

    /// <summary>Signs for our side.</summary>
    /// <param name="title">In what role.</param>
    public Task SignAsync(Guid projectId, Guid versionId, string title, CancellationToken ct = default) => ActAsync(projectId, versionId, (db, desk) => SignForAsync(db, desk, Side.Us, Ours(title), ct), ct);

    /// <summary>Writes down what the customer said to one criterion.</summary>
    public Task RecordAnswerAsync(Guid projectId, Guid versionId, Guid criterionId, AnswerKind kind, string? words, Given given, CancellationToken ct = default) => ActAsync(projectId, versionId, async (db, desk) =>
        await Answer(db, desk, desk.Content.Of(criterionId), Side.Customer, kind, words, await RecordedAsync(db, desk, given, ct)), ct);

    /// <summary>Writes down that the customer accepted all that was open.</summary>
    public Task RecordRestAsync(Guid projectId, Guid versionId, Given given, CancellationToken ct = default) => ActAsync(projectId, versionId, async (db, desk) =>
        await AcceptRest(db, desk, Side.Customer, await RecordedAsync(db, desk, given, ct)), ct);

    /// <summary>Writes down the customer's signature.</summary>
    public Task RecordSignatureAsync(Guid projectId, Guid versionId, Given given, CancellationToken ct = default) => ActAsync(projectId, versionId, async (db, desk) =>
        await SignForAsync(db, desk, Side.Customer, await RecordedAsync(db, desk, given, ct), ct), ct);

    private Given Ours(string? title) => new(actor.Name, title, Now);

    // What was given outside names the meeting with this customer, or the scan beside the version, that shows it.
    private async Task<Given> RecordedAsync(StudioDb db, VersionDesk desk, Given given, CancellationToken ct)
    {
        if (given.How == GivenHow.Online) throw new RuleException(nameof(RuleText.OnlyCustomersAnswer));
        if (given.MeetingId is { } meeting && !await db.Set<Meeting>().AnyAsync(m => m.Id == meeting && (m.CustomerId == desk.Agreement.CustomerId || m.CustomerId == null), ct)) throw new RuleException(nameof(RuleText.NotThere));
        if (given.ScanId is { } scan && !await db.Set<Evidence>().AnyAsync(e => e.Id == scan && e.OwnerId == desk.Version.Id && e.RemovedAt == null, ct)) throw new RuleException(nameof(RuleText.NotThere));
        return given with { RecordedBy = actor.Name, RecordedAt = Now };
    }

    private static Task Answer(StudioDb db, VersionDesk desk, CriterionContent criterion, Side side, AnswerKind kind, string? words, Given given)
    {
        db.Add(new CriterionAnswer(desk.Version, criterion, side, kind, words, given));
        return Task.CompletedTask;
    }

    internal static Task AcceptRest(StudioDb db, VersionDesk desk, Side side, Given given)
    {
        db.AddRange(desk.Answers.Missing(side).Select(c => new CriterionAnswer(desk.Version, c, side, AnswerKind.Accepted, null, given)));
        return Task.CompletedTask;
    }

    // With the second signature, what the changes asked for has become what is agreed.
    private static async Task SignForAsync(StudioDb db, VersionDesk desk, Side side, Given given, CancellationToken ct)
    {
        db.Add(desk.Agreement.Sign(desk.Version, desk.Answers, side, given));
        if (desk.Version.SignedAt is not { } at) return;
        var changed = await db.Set<AcceptanceCriterion>().Where(c => c.AgreementId == desk.Agreement.Id && c.ChangeRequestId != null && c.ProposedBy == null).ToListAsync(ct);
        var requests = changed.Select(c => c.ChangeRequestId).Distinct().ToList();
        foreach (var request in await db.Set<ChangeRequest>().Where(r => requests.Contains(r.Id)).ToListAsync(ct)) request.Apply(at);
        foreach (var criterion in changed) criterion.Settle();
    }

    private Task ActAsync(Guid projectId, Guid versionId, Func<StudioDb, VersionDesk, Task> act, CancellationToken ct) => projects.ChangeAsync(projectId, Right.SignAgreements, async db =>
    {
        var desk = await db.DeskAsync(versionId, ct);
        desk.Version.MustBeOpen();
        await act(db, desk);
    }, ct);
}
