using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.Blocks;

/// <summary>Writes cells of many rows under the rules, without a question to the database for each.</summary>
internal sealed class CellWriting(IReadOnlyDictionary<string, Guid> members, IReadOnlySet<Guid> customers, Side side, DateTime at)
{
    public static async Task<CellWriting> StartAsync(StudioDb db, DateTime at, CancellationToken ct)
    {
        var members = await db.Set<Membership>().Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { p.Id, p.Name }).ToListAsync(ct);
        var customers = await db.Set<Participation>().Select(p => p.CustomerId).ToListAsync(ct);
        return new(members.GroupBy(m => m.Name).ToDictionary(m => m.Key, m => m.First().Id), customers.ToHashSet(), db.Side, at);
    }

    /// <param name="reason">What the cell itself says about its status.</param>
    /// <param name="otherwise">The reason of a status that wants one and says none.</param>
    /// <exception cref="RuleException">A rule refuses the value.</exception>
    public void Write(Requirement requirement, RequirementField field, string? value, string? reason, string? otherwise)
    {
        field.MustBeWrittenBy(side);
        switch (field)
        {
            case RequirementField.Status when Requirement.StatusOf(value) is var status:
                requirement.MoveTo(status, reason ?? (status.NeedsReason() ? otherwise : null), at, side);
                break;
            case RequirementField.Owner:
                requirement.Assign(value, value is not null && members.TryGetValue(value.Trim(), out var member) ? member : null);
                break;
            case RequirementField.Customer when Guid.TryParse(value, out var customer) && !customers.Contains(customer):
                throw new RuleException(nameof(RuleText.NotACustomerHere));
            default:
                requirement.Write(field, value, at);
                break;
        }
    }

    /// <exception cref="RuleException">A rule refuses the row.</exception>
    public Requirement New(Guid projectId, int number, IReadOnlyDictionary<RequirementField, string?> fields, string? otherwise, string by)
    {
        Requirement requirement = new(projectId, number, fields.GetValueOrDefault(RequirementField.Title), fields.GetValueOrDefault(RequirementField.Description), at, by);
        foreach (var (field, value) in fields.Where(f => f.Key is not (RequirementField.Title or RequirementField.Description or RequirementField.StatusReason) && f.Value is not null))
            Write(requirement, field, value, fields.GetValueOrDefault(RequirementField.StatusReason), otherwise);
        return requirement;
    }
}
