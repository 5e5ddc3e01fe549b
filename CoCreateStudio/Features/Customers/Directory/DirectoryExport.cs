using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>Writes the list as the screen shows it, same rows, order and language, and the people of those companies beside it.</summary>
public sealed class DirectoryExport(DirectoryList list, CurrentActor actor, TimeProvider clock)
{
    /// <param name="site">The address of this installation, for the links in the file.</param>
    public async Task WriteAsync(Stream output, string site, DirectoryFilter filter, CancellationToken ct = default)
    {
        var view = await list.ReadAsync(filter, ct);
        var people = await list.PeopleAsync(view.Rows, ct);
        WorkbookCover cover = new(CustomersText.Customers, "", actor.Name, clock.GetUtcNow().UtcDateTime, actor.TimeZone) { Filter = string.Join(" · ", Words(filter, view)) };
        await WorkbookWriter.WriteAsync(output, cover,
        [
            new ListSheet<DirectoryRow>(CustomersText.Customers, Companies(site), view.Rows.ToAsyncEnumerable()) { FrozenColumns = 1 },
            new ListSheet<DirectoryPerson>(CustomersText.Contacts, People(), people.ToAsyncEnumerable()) { FrozenColumns = 2 },
        ], ct: ct);
    }

    private static SheetColumns<DirectoryRow> Companies(string site) => new SheetColumns<DirectoryRow>()
        .Link("name", () => CustomersText.NameField, 36, r => r.Name, r => site + Urls.Customer(r.Id))
        .Text("short", () => CustomersText.ShortName, 18, r => r.ShortName == r.Name ? null : r.ShortName)
        .Text("industry", () => CustomersText.Industry, 20, r => r.Industry)
        .Text("size", () => CustomersText.SizeField, 10, r => r.Size?.Word())
        .Number("people", () => CustomersText.HeadCount, 10, r => r.HeadCount, "#,##0")
        .Text("region", () => CustomersText.Region, 16, r => r.Region)
        .Number("contacts", () => CustomersText.ContactCount, 10, r => r.Contacts)
        .Text("projects", () => CustomersText.ProjectsColumn, 28, r => string.Join(", ", r.Projects.Select(p => p.Name)))
        .WrappedText("standing", () => CustomersText.Standing, 40, r => r.Standing)
        .WrappedText("source", () => CustomersText.StandingSource, 30, r => r.StandingSource)
        .WrappedText("notes", () => CustomersText.Notes, 50, r => r.Notes);

    private static SheetColumns<DirectoryPerson> People() => new SheetColumns<DirectoryPerson>()
        .Text("company", () => CustomersText.NameField, 36, p => p.Company)
        .Text("name", () => CustomersText.ContactName, 18, p => p.Contact.Name)
        .Text("department", () => ContactsText.Department, 18, p => p.Contact.Department)
        .Text("title", () => ContactsText.Title, 20, p => p.Contact.Title)
        .Text("phone", () => ContactsText.Phone, 18, p => p.Contact.Phone)
        .Text("email", () => ContactsText.Email, 28, p => p.Contact.Email)
        .Text("im", () => ContactsText.Im, 18, p => p.Contact.Im)
        .Text("authority", () => ContactsText.HasAuthority, 12, p => p.Contact.HasAuthority ? CustomersText.Yes : null)
        .WrappedText("resources", () => ContactsText.Resources, 36, p => p.Contact.Resources)
        .Number("order", () => CustomersText.EmergencyOrder, 12, p => p.Contact.EmergencyOrder);

    private static IEnumerable<string> Words(DirectoryFilter filter, DirectoryView view)
    {
        if (filter.Text.Length > 0) yield return $"“{filter.Text}”";
        if (filter.Industry.Length > 0) yield return $"{CustomersText.Industry}: {filter.Industry}";
        if (filter.Size is { } size) yield return $"{CustomersText.SizeField}: {size.Word()}";
        if (filter.Region.Length > 0) yield return $"{CustomersText.Region}: {filter.Region}";
        if (filter.Project == DirectoryFilter.NoProject) yield return CustomersText.NoProject;
        else if (filter.Project.Length > 0) yield return $"{CustomersText.ProjectsColumn}: {view.Projects.FirstOrDefault(p => p.Key == filter.Project)?.Name ?? filter.Project}";
        if (filter.AlikeOnly) yield return CustomersText.DuplicateSome;
        if (filter.Away) yield return CustomersText.Away;
    }
}
