using System.Net;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Features.Access;

/// <summary>Every address that leads into a project, as every role, as a stranger and without a sign-in.</summary>
public sealed class AddressRightsTests(WebFixture web) : IClassFixture<WebFixture>, IAsyncLifetime
{
    private readonly Project _project = Samples.Project();
    private readonly Customer _customer = Samples.Customer();
    private readonly Dictionary<string, (int Number, Guid Picture)> _rows = [];
    private Guid _import;

    /// <summary>Addresses within the project and who gets an answer: L lead, P PM, M member, V viewer, C customer's person, A administrator.</summary>
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["requirements"] = "LPMVCA",
        ["requirements.xlsx"] = "LPMVCA",
        ["views.xlsx"] = "LPMVCA",
        ["requirements/{inside}"] = "LPMVA",
        ["requirements/{shared}"] = "LPMVCA",
        ["requirements/999999"] = "",
        ["files/{picture of inside}"] = "LPMVA",
        ["files/{picture of shared}"] = "LPMVCA",
        ["files/0199f2c4-0000-7000-8000-000000000001"] = "",
        ["imports/{import}/sent"] = "LPA",
        ["imports/{import}/wrong"] = "",
        ["imports/{import}/nothing"] = "",
        ["imports/0199f2c4-0000-7000-8000-000000000001/sent"] = "",
        ["triage"] = "LPMA",
        ["triage/{inside}"] = "LPMA",
        ["set-up"] = "LA",
        ["nowhere"] = "",
    };

    public async ValueTask InitializeAsync()
    {
        _ = web.Address;
        await web.AddAsync(_project, _customer);
        await web.AddAsync(new Participation(_project.Id, _customer.Id));
        ImportRun import = new(_project.Id, "list.xlsx", null, "Mei", Samples.Now, 1, 0, 0) { HasFile = true };
        await web.AddAsync(import);
        await web.AddAsync(new ImportFile(import, ImportFileKind.Sent, 0, "PK"u8.ToArray()));
        _import = import.Id;
        foreach (var name in new[] { "inside", "shared" })
        {
            var row = Samples.Requirement(_project.Id);
            row.Write(RequirementField.Customer, _customer.Id.ToString(), Samples.Now);
            row.Write(RequirementField.Shared, name == "shared" ? bool.TrueString : bool.FalseString, Samples.Now);
            Attachment picture = new(_project.Id, row.Id, "x.gif", PictureKind.Gif, "GIF89a"u8.ToArray(), "Mei", Samples.Now);
            await web.AddAsync(row, picture);
            _rows[name] = (row.Number, picture.Id);
        }
    }

    [Theory]
    [InlineData('L')]
    [InlineData('P')]
    [InlineData('M')]
    [InlineData('V')]
    [InlineData('C')]
    [InlineData('A')]
    public async Task Each_address_answers_exactly_those_who_may_see_what_is_there(char who)
    {
        using var browser = await SignedInAsync(who == 'A' ? null : Enum.GetValues<ProjectRole>().Single(r => r.ToString()[0] == who), isAdministrator: who == 'A');

        foreach (var (address, allowed) in Addresses)
        {
            using var answer = await browser.GetAsync(In(_project.Key, address));

            Assert.Equal((address, allowed.Contains(who, StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_stranger_cannot_tell_the_project_from_one_that_does_not_exist()
    {
        using var stranger = await SignedInAsync(role: null);

        foreach (var address in Addresses.Keys)
            foreach (var key in new[] { _project.Key, "NOWHERE" })
                Assert.Equal((address, HttpStatusCode.NotFound), (address, (await stranger.GetAsync(In(key, address))).StatusCode));
    }

    [Fact]
    public async Task Every_address_into_a_project_is_closed_to_strangers_and_asks_everybody_else_to_sign_in()
    {
        using var stranger = await SignedInAsync(role: null);
        using var nobody = web.Open();
        var routes = web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.Contains("projects/{", StringComparison.Ordinal) == true)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();

        Assert.NotEmpty(routes);
        foreach (var address in routes.Select(Filled))
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await stranger.GetAsync(address)).StatusCode));
            Assert.Equal((address, HttpStatusCode.Found), (address, (await nobody.GetAsync(address)).StatusCode));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Filled(string route) => string.Join('/', route.Split('/').Select(part => part switch
    {
        "{key}" or "{ProjectKey}" => _project.Key,
        _ when part.Contains(":guid", StringComparison.Ordinal) => _rows["shared"].Picture.ToString(),
        _ when part.StartsWith('{') => $"{_rows["shared"].Number}",
        _ => part,
    }));

    private string In(string key, string address) => $"/projects/{key}/" + _rows.Aggregate(address.Replace("{import}", $"{_import}", StringComparison.Ordinal), (said, row) => said
        .Replace($"{{{row.Key}}}", $"{row.Value.Number}", StringComparison.Ordinal)
        .Replace($"{{picture of {row.Key}}}", $"{row.Value.Picture}", StringComparison.Ordinal));

    private async Task<Browser> SignedInAsync(ProjectRole? role, bool isAdministrator = false)
    {
        var person = await web.AddPersonAsync(isAdministrator);
        if (role is { } member) await web.AddAsync(Samples.Membership(_project.Id, person.Id, member, member == ProjectRole.Customer ? _customer.Id : null));
        var browser = web.Open();
        await browser.SignInAsync(person.Email);
        return browser;
    }
}
