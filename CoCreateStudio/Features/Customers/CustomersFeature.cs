using CoCreateStudio.Domain.Access;
using CoCreateStudio.Kit;

namespace CoCreateStudio.Features.Customers;

public sealed class CustomersFeature : IFeature
{
    public IEnumerable<NavEntry> Nav => [new("contacts", () => ContactsText.Contacts, "user", Right.HoldMeetings)];

    public void AddServices(IServiceCollection services) => services.AddScoped<ContactStore>();
}
