using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreateStudio.Domain.Customers;

namespace CoCreateStudio.Features.Customers.Demo;

/// <summary>What is known of the companies in the demo, as customers.json has it.</summary>
internal sealed record DemoCompanies(string Project, string By, IReadOnlyList<DemoCompany> Companies, IReadOnlyList<DemoChange> Changes)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static DemoCompanies Read()
    {
        using var stream = typeof(DemoCompanies).Assembly.GetManifestResourceStream("demo-customers.json") ?? throw new InvalidOperationException("demo-customers.json is not in the assembly.");
        return JsonSerializer.Deserialize<DemoCompanies>(stream, Format) ?? throw new InvalidOperationException("demo-customers.json is empty.");
    }
}

internal sealed record DemoCompany(string Code, IReadOnlyDictionary<CustomerField, string> Facts, IReadOnlyList<DemoContact> Contacts);

/// <param name="Place">In the emergency list.</param>
internal sealed record DemoContact(
    string Name, string? Department, string? Title, string? Phone, string? Email, string? Im, bool HasAuthority, string? Resources, int? Place)
{
    public ContactCard Card => new(Name, Department, Title, Phone, Email, Im, HasAuthority, Resources);
}

/// <summary>What somebody learned later.</summary>
internal sealed record DemoChange(string Code, CustomerField Field, string Value, int DaysAgo);
