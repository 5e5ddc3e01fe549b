using System.Net;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Customers;

/// <summary>Every address of the directory, as every role, as a stranger and without a sign-in.</summary>
public sealed class DirectoryAddressTests(WebFixture web) : IClassFixture<WebFixture>, IAsyncLifetime
{
    private readonly Project _project = Samples.Project();
    private readonly Customer _customer = Samples.Customer();
    private Guid _file;

    private IEnumerable<string> Addresses => ["/customers", "/customers.xlsx", "/customers/traits", "/customers/traits.xlsx", $"/customers/{_customer.Id}", $"/customers/files/{_file}"];

    public async ValueTask InitializeAsync()
    {
        _ = web.Address;
        await web.AddAsync(_project, _customer);
        CustomerFile file = new(_customer.Id, new("plan.pdf", "%PDF-"u8.ToArray()), "Mei", Samples.Now);
        await web.AddAsync(Samples.Participation(_project.Id, _customer.Id), file);
        _file = file.Id;
    }

    [Theory]
    [InlineData('L', HttpStatusCode.OK)]
    [InlineData('P', HttpStatusCode.OK)]
    [InlineData('M', HttpStatusCode.OK)]
    [InlineData('V', HttpStatusCode.OK)]
    [InlineData('A', HttpStatusCode.OK)]
    [InlineData('C', HttpStatusCode.NotFound)]
    [InlineData('S', HttpStatusCode.NotFound)]
    public async Task Companies_are_there_for_our_people_and_for_nobody_else(char who, HttpStatusCode answer)
    {
        var person = await web.AddPersonAsync(isAdministrator: who == 'A');
        if (Enum.GetValues<ProjectRole>().Where(r => r.ToString()[0] == who).Select(r => (ProjectRole?)r).FirstOrDefault() is { } role)
            await web.AddAsync(Samples.Membership(_project.Id, person.Id, role, role == ProjectRole.Customer ? _customer.Id : null));
        using var browser = web.Open();
        await browser.SignInAsync(person.Email);

        foreach (var address in Addresses) Assert.Equal((address, answer), (address, (await browser.GetAsync(address)).StatusCode));
        Assert.Equal("LPA".Contains(who, StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync("/customers/import")).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_asked_to_sign_in()
    {
        using var nobody = web.Open();

        foreach (var address in Addresses) Assert.Equal((address, HttpStatusCode.Found), (address, (await nobody.GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task A_file_is_only_ever_downloaded()
    {
        var person = await web.AddPersonAsync(isAdministrator: true);
        using var browser = web.Open();
        await browser.SignInAsync(person.Email);

        using var answer = await browser.GetAsync($"/customers/files/{_file}");

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/customers/files/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/customers/{Guid.NewGuid()}")).StatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
