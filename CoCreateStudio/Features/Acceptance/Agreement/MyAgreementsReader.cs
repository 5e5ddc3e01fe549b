using CoCreateStudio.Domain.Acceptance;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Acceptance.Agreement;

/// <summary>A version that waits for the reader's side.</summary>
public sealed record MyAgreement(VisibleProject Project, Guid CustomerId, string Customer, int Version, Waiting Waits);

/// <summary>Which agreements wait for whoever asks: for a lead our side of all projects, for a customer's people theirs.</summary>
public sealed class MyAgreementsReader(ProjectDbFactory projects, IAccess access)
{
    public async Task<IReadOnlyList<MyAgreement>> ReadAsync(CancellationToken ct = default)
    {
        var visible = (await access.ProjectsAsync(ct)).ToDictionary(p => p.Id);
        List<MyAgreement> mine = [];
        await using (var db = await projects.OpenVisibleAsync(ct))
        {
            await ReadAsync(db, visible, mine, ct);
            mine.RemoveAll(m => !m.Project.Grant.Allows(Right.SignAgreements));
        }

        // A customer's own people see each project through their company's eyes, so each has a door of its own.
        foreach (var project in visible.Values.Where(p => p.Grant.OnlyCustomer is not null))
        {
            await using var db = await projects.OpenAsync(project.Id, Right.ViewProject, ct);
            await ReadAsync(db, visible, mine, ct);
        }

        return [.. mine.OrderBy(m => m.Waits.Since)];
    }

    private static async Task ReadAsync(StudioDb db, Dictionary<Guid, VisibleProject> visible, List<MyAgreement> mine, CancellationToken ct)
    {
        if (db.Projects.Count == 0) return;
        var sent = await (from v in db.Set<AgreementVersion>()
                          join a in db.Set<AcceptanceAgreement>() on v.AgreementId equals a.Id
                          join c in db.Set<Customer>() on a.CustomerId equals c.Id
                          where v.State == VersionState.Sent
                          select new { v, a.CustomerId, c.ShortName }).AsNoTracking().ToListAsync(ct);
        if (sent.Count == 0) return;
        var agreements = sent.Select(s => s.v.AgreementId).ToList();
        var answers = (await db.Set<CriterionAnswer>().AsNoTracking().Where(a => agreements.Contains(a.AgreementId)).ToListAsync(ct)).ToLookup(a => a.AgreementId);
        var signatures = (await db.Set<SignOff>().AsNoTracking().Where(s => agreements.Contains(s.AgreementId)).ToListAsync(ct)).ToLookup(s => s.AgreementId);
        foreach (var one in sent)
        {
            if (AgreementContent.TryRead(one.v.Content) is not { } content) continue; // its own page says that it is not as it was sealed
            AnswerSheet sheet = new(one.v.Id, content.Criteria, answers[one.v.AgreementId], signatures[one.v.AgreementId]);

            // The customer's people sign through our lead, so only answers and replies are asked of them here.
            var waits = AgreementClock.Of(one.v, sheet).FirstOrDefault(w => w.Side == db.Side && (db.Side == Side.Us || w.For != WaitsFor.Signature));
            if (waits is not null) mine.Add(new(visible[one.v.ProjectId], one.CustomerId, one.ShortName, one.v.Number, waits));
        }
    }
}
