using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Infrastructure.Data;
using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace CoCreateStudio.Features.Demo;

/// <summary>The people and companies of the demo, who play in several projects.</summary>
internal sealed class DemoCast(DemoBook book, string? password)
{
    private readonly Dictionary<string, Person> _people = book.People.ToDictionary(p => p.Code, Made);
    private readonly Dictionary<string, Customer> _customers = book.Customers.ToDictionary(c => c.Code, c => new Customer(c.Name, c.ShortName));
    private readonly Dictionary<string, string> _passwords = book.People.ToDictionary(p => p.Code, _ => password ?? DemoPasswords.Next());

    public Person Administrator => _people.Values.First(p => p.IsAdministrator);

    public Person Person(string code) => _people[code];

    public Person? PersonOrNobody(string? code) => code is null ? null : _people.GetValueOrDefault(code);

    public Customer Customer(string code) => _customers[code];

    /// <summary>Makes the logins; one password is hashed once.</summary>
    public IReadOnlyList<Login> Enrol(UserManager<Login> logins)
    {
        var hasher = password is null ? DemoPasswords.QuickHasher : logins.PasswordHasher;
        var hashes = _passwords.Values.Distinct().AsParallel().ToDictionary(p => p, p => hasher.HashPassword(new Login(), p));
        return [.. book.People.Select(p => LoginOf(p, logins, hashes[_passwords[p.Code]]))];
    }

    public InstallationAct Arrive(DateTime at) => new(at, null, db =>
    {
        db.AddRange(_people.Values);
        db.AddRange(_customers.Values);
    });

    public IReadOnlyList<DemoSignIn> SignIns(DemoBook told) =>
        [.. told.People.Select(p => new DemoSignIn(RoleOf(told, p), p.Name, p.Email, _passwords[p.Code]))];

    /// <summary>The role in the first project somebody is in.</summary>
    private static string RoleOf(DemoBook told, DemoPerson person) => person.Administrator
        ? nameof(Administrator)
        : told.Projects.SelectMany(p => p.Members).First(m => m.Person == person.Code).Role.ToString();

    private static Person Made(DemoPerson told)
    {
        var person = new Person(told.Name, told.Email, told.Administrator);
        person.LiveIn(told.TimeZone);
        return person;
    }

    private Login LoginOf(DemoPerson told, UserManager<Login> logins, string hash) => new()
    {
        Id = _people[told.Code].Id,
        UserName = told.Email,
        NormalizedUserName = logins.NormalizeName(told.Email),
        Email = told.Email,
        NormalizedEmail = logins.NormalizeEmail(told.Email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        PasswordHash = hash,
    };
}
