using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Features.Customers.Demo;

/// <summary>What the team knows of the companies and their people, some of it learned on the way.</summary>
public sealed class CustomersDemo : IDemoChapter
{
    private const int KnownSinceDays = 125;

    public IEnumerable<InstallationAct> Tell(DemoStage stage)
    {
        var told = DemoCompanies.Read();
        if (told.Project != stage.Project.Key) yield break;
        var by = stage.Person(told.By);
        foreach (var (company, i) in told.Companies.Select((c, i) => (c, i)))
            yield return new(stage.Now.AddDays(-KnownSinceDays).AddMinutes(30 + 7 * i), by, db => EnterAsync(db, stage.Customer(company.Code).Id, company));
        foreach (var change in told.Changes)
            yield return new(stage.Now.AddDays(-change.DaysAgo), by, async db => (await CompanyAsync(db, stage.Customer(change.Code).Id)).Write(change.Field, change.Value));
    }

    private static async Task EnterAsync(StudioDb db, Guid id, DemoCompany told)
    {
        var company = await CompanyAsync(db, id);
        foreach (var (field, value) in told.Facts) company.Write(field, value);
        List<Contact> people = [];
        foreach (var contact in told.Contacts)
        {
            people.Add(db.Add(new Contact(id, contact.Card)).Entity);
            EmergencyList.Place(people, people[^1], contact.Place);
        }
    }

    private static Task<Customer> CompanyAsync(StudioDb db, Guid id) => db.Set<Customer>().SingleAsync(c => c.Id == id);
}
