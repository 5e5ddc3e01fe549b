using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui.Table;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Features.Customers.Directory;

/// <summary>The columns of the list.</summary>
public static class DirectoryColumns
{
    public const string Name = "name";
    public const string Industry = "industry";
    public const string Size = "size";
    public const string People = "people";
    public const string Region = "region";
    public const string Contacts = "contacts";
    public const string Projects = "projects";

    public static IReadOnlyList<TableColumn<DirectoryRow>> All() =>
    [
        new(Name, () => CustomersText.Company, DirectoryCells.Name) { Width = 320 },
        Text(Industry, () => CustomersText.Industry, 170, r => r.Industry),
        Text(Size, () => CustomersText.SizeField, 90, r => r.Size?.Word()),
        Text(People, () => CustomersText.HeadCount, 90, r => r.HeadCount is { } count ? Format.Count(count) : null) with { IsNumeric = true, CanSort = false },
        Text(Region, () => CustomersText.Region, 130, r => r.Region),
        new(Contacts, () => CustomersText.ContactCount, DirectoryCells.Contacts) { Width = 160 },
        new(Projects, () => CustomersText.ProjectsColumn, DirectoryCells.Projects),
    ];

    private static TableColumn<DirectoryRow> Text(string key, Func<string> heading, int width, Func<DirectoryRow, string?> value)
    {
        RenderFragment Cell(DirectoryRow row) => builder => builder.AddContent(0, value(row));
        return new(key, heading, Cell) { Width = width };
    }
}
