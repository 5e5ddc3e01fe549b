using System.Runtime.CompilerServices;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.RoundTrip;
using CoCreateStudio.Features.Requirements.Export;
using CoCreateStudio.Features.Requirements.Table;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Files;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Requirements.RoundTrip;

/// <summary>Writes the table for a customer to fill in, and keeps what it said, so that it can be understood when it comes back.</summary>
public sealed class CustomerExport(
    ProjectDbFactory projects, RequirementTable table, ProjectFactsReader facts, AttachmentStore files, CurrentActor actor, TimeProvider clock)
{
    private const int SpareRows = 50;

    // Whose words the file speaks, and to whom it goes back.
    private sealed record Sender(string Customer, string? Email);

    /// <param name="site">The address of this installation, for the links in the file.</param>
    public async Task WriteAsync(Stream output, VisibleProject project, string site, RequirementFilter filter, Guid customerId, CancellationToken ct = default)
    {
        var sender = await MayAsync(project.Id, customerId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var sent = new SentTable(project.Id, customerId, actor.PersonId, actor.Name, now, CultureInfo.CurrentUICulture.Name, actor.TimeZone.Id);
        await using var packed = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using var values = new SentValues(packed);
        filter = filter with { GroupedBy = GroupBy.None, Folded = [] };
        await WorkbookWriter.WriteAsync(output, Cover(project, sender, filter, await facts.ReadAsync(project.Id, customerId, ct), now), Guidance.For(actor.Name, sender.Email),
            [await SheetAsync(project, site, filter, sent, values, ct)], ct: ct);
        sent.Fill(values.Rows);
        await using var db = await projects.OpenAsync(project.Id, Right.EditRequirements, ct);
        db.Add(sent);
        db.AddMany([.. values.Pack().Select((bytes, i) => new SentPiece(sent, i, bytes))]);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Sender> MayAsync(Guid projectId, Guid customerId, CancellationToken ct)
    {
        await using var db = await projects.OpenAsync(projectId, Right.EditRequirements, ct);
        var customer = await db.Set<Participation>().Where(p => p.CustomerId == customerId).Join(db.Set<Customer>(), p => p.CustomerId, c => c.Id, (p, c) => c.Name)
            .SingleOrDefaultAsync(ct) ?? throw new RuleException(nameof(RuleText.NotACustomerHere));
        return new(customer, await db.Set<Person>().Where(p => p.Id == actor.PersonId).Select(p => p.Email).SingleOrDefaultAsync(ct));
    }

    private WorkbookCover Cover(VisibleProject project, Sender sender, RequirementFilter filter, ProjectFacts known, DateTime now) =>
        new(RequirementsText.Requirements, project.Name, actor.Name, now, actor.TimeZone)
        {
            Filter = FilterWords.Of(filter.For(isInternal: false), known),
            More = [new(RequirementsText.Customer, sender.Customer)],
        };

    private async Task<ListSheet> SheetAsync(VisibleProject project, string site, RequirementFilter filter, SentTable sent, SentValues values, CancellationToken ct)
    {
        var known = await facts.ReadAsync(project.Id, sent.CustomerId, ct);
        var pictures = await files.ByOwnerAsync(project.Id, ct);
        var sheet = new RequirementSheet(site + Urls.Requirements(project.Key) + "/", known, clock, id => [.. pictures[id].Select(p => files.ForSheet(project.Id, p))]);
        var rows = table.StreamAsync(project.Id, filter, [TableGroups.Nobody], sent.CustomerId, ct);
        return new ListSheet<RequirementRow>(RequirementsText.Requirements, sheet.ToFillIn(SentStamp.Of(sent.Id)), Noted(rows, values, ct)) { FrozenColumns = 3, SpareRows = SpareRows };
    }

    private static async IAsyncEnumerable<RequirementRow> Noted(IAsyncEnumerable<RequirementRow> rows, SentValues values, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            values.Add(row.Id, row.Read);
            yield return row;
        }
    }
}
