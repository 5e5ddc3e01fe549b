using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Requirements.Import.Difference;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Makes requirements of rows, under the rules of the project they go to.</summary>
internal sealed class RowWriting(Guid projectId, ImportOrder order, IReadOnlyDictionary<string, Guid> members, IReadOnlySet<Guid> customers)
{
    private static readonly RequirementField[] Plain = [.. RequirementFields.All.Except(
        [RequirementField.Title, RequirementField.Description, RequirementField.Status, RequirementField.StatusReason, RequirementField.Owner, RequirementField.Customer, RequirementField.Shared])];

    public static async Task<RowWriting> StartAsync(StudioDb db, Guid projectId, ImportOrder order, CancellationToken ct)
    {
        var members = await db.Set<Membership>().Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { p.Id, p.Name }).ToListAsync(ct);
        var customers = await db.Set<Participation>().Select(p => p.CustomerId).ToListAsync(ct);
        return new(projectId, order, members.GroupBy(m => m.Name).ToDictionary(m => m.Key, m => m.First().Id), customers.ToHashSet());
    }

    /// <exception cref="RuleException">A rule refuses the row; then nothing of the file is written.</exception>
    public Requirement Requirement(ImportRow row, int number, ImportRun run, DateTime at, string by)
    {
        if (order.Returned is not null) return Returned(row, number, run, at, by);
        var requirement = new Requirement(projectId, number, row[RequirementField.Title], row[RequirementField.Description], at, by);
        foreach (var field in Plain)
        {
            if (row[field] is { } value) requirement.Write(field, value, at);
        }

        if (row[RequirementField.Owner] is { } owner) requirement.Assign(owner, Member(owner));
        Belong(requirement, row, at);
        var status = row[RequirementField.Status] is { } said ? Enum.Parse<RequirementStatus>(said) : RequirementStatus.New;
        requirement.StartAs(row.Fate == RowFate.Link ? RequirementStatus.Duplicate : status, row[RequirementField.StatusReason]);
        if (row.Fate == RowFate.Link) requirement.MarkDuplicateOf(row.Today?.Id);
        requirement.CameWith(run.Id, row.Extra);
        return requirement;
    }

    // The customer's own words, for the customer, seen by them; what we add to a requirement is not theirs to write.
    private Requirement Returned(ImportRow row, int number, ImportRun run, DateTime at, string by)
    {
        var requirement = new Requirement(projectId, number, row[RequirementField.Title], row[RequirementField.Description], at, by);
        foreach (var field in RequirementFields.All.Where(f => row[f] is not null)) requirement.Write(field, row[field], at, Side.Customer);
        requirement.Write(RequirementField.Customer, order.Returned!.CustomerId.ToString(), at);
        requirement.Write(RequirementField.Shared, bool.TrueString, at);
        if (row.Fate == RowFate.Link) requirement.StartAs(RequirementStatus.Duplicate, null);
        if (row.Fate == RowFate.Link) requirement.MarkDuplicateOf(row.Today?.Id);
        requirement.CameWith(run.Id, row.Extra);
        return requirement;
    }

    /// <summary>Puts the changes that are taken into the requirement that is there.</summary>
    /// <exception cref="RuleException">A rule refuses a change; then nothing of the file is written.</exception>
    public void Change(Requirement requirement, IReadOnlyCollection<CellChange> taken, DateTime at, Side by)
    {
        foreach (var step in CellWriting.Steps(taken))
        {
            if (step.Change is { Field: RequirementField.Customer, New: { } id } && !customers.Contains(Guid.Parse(id))) throw new RuleException(nameof(RuleText.NotACustomerHere));
            CellWriting.Write(requirement, step, at, Member, by);
        }
    }

    private Guid? Member(string name) => members.TryGetValue(name.Trim(), out var member) ? member : null;

    private void Belong(Requirement requirement, ImportRow row, DateTime at)
    {
        Guid? customer = row[RequirementField.Customer] is { } said ? Guid.Parse(said) : order.CustomerId;
        if (customer is not { } known) return;
        if (!customers.Contains(known)) throw new RuleException(nameof(RuleText.NotACustomerHere));
        requirement.Write(RequirementField.Customer, known.ToString(), at);
        if (order.Shared) requirement.Write(RequirementField.Shared, bool.TrueString, at);
    }
}
