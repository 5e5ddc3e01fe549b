using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Customers.Company;
using CoCreateStudio.Features.Customers.Demo;
using CoCreateStudio.Features.Customers.Directory;
using CoCreateStudio.Features.Customers.Import;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Customers;

public sealed class CustomersFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("contacts", () => ContactsText.Contacts, "user", Right.EditCustomers)];

    public void AddServices(IServiceCollection services) => services
        .AddScoped<ContactStore>()
        .AddScoped<CompanyStore>()
        .AddScoped<CompanyContactStore>()
        .AddScoped<CompanyFileStore>()
        .AddScoped<CompanyReader>()
        .AddScoped<CompanyProjects>()
        .AddScoped<CompanyHistory>()
        .AddScoped<DirectoryList>()
        .AddScoped<DirectoryExport>()
        .AddScoped<DirectoryImportStore>()
        .AddScoped<IDemoChapter, CustomersDemo>();

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        CompanyEndpoints.Map(app);
        DirectoryEndpoints.Map(app);
    }
}
