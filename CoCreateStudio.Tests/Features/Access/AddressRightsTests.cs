using System.Net;
using System.Text.RegularExpressions;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Domain.Sealing;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Features.Access;

/// <summary>Every address that leads into a project, as every role, as a stranger and without a sign-in.</summary>
public sealed partial class AddressRightsTests(WebFixture web) : IClassFixture<WebFixture>, IAsyncLifetime
{
    private readonly Project _project = Samples.Project();
    private readonly Customer _customer = Samples.Customer();
    private readonly Dictionary<string, (int Number, Guid Picture)> _rows = [];
    private readonly Dictionary<string, Guid> _material = [];
    private Guid _import;
    private Guid _evidence;
    private Guid _shared;

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
        ["material/{material of inside}"] = "LPMVA",
        ["material/{material of shared}"] = "LPMVCA",
        ["material/0199f2c4-0000-7000-8000-000000000001"] = "",
        ["imports/{import}/sent"] = "LPA",
        ["imports/{import}/wrong"] = "",
        ["imports/{import}/nothing"] = "",
        ["imports/0199f2c4-0000-7000-8000-000000000001/sent"] = "",
        ["triage"] = "LPMA",
        ["triage/{inside}"] = "LPMA",
        ["meetings"] = "LPMVCA",
        ["meetings/time"] = "LPMVCA",
        ["meetings/time?by=customer&months=all"] = "LPMVCA",
        ["meetings/1"] = "LPMVA",
        ["meetings/2"] = "LPMVCA",
        ["meetings/3"] = "LPMVA",
        ["meetings/999999"] = "",
        ["meetings/series/1"] = "LPMVA",
        ["meetings/series/999999"] = "",
        ["actions"] = "LPMVCA",
        ["actions?of=issues"] = "LPMVCA",
        ["actions/1"] = "LPMVA",
        ["actions/2"] = "LPMVCA",
        ["actions/999999"] = "",
        ["actions.xlsx"] = "LPMVCA",
        ["decisions"] = "LPMVCA",
        ["decisions.xlsx"] = "LPMVCA",
        ["meetings/series/1/meetings.ics"] = "LPMVA",
        ["meetings/1/invitation.ics"] = "LPMVA",
        ["meetings/2/invitation.ics"] = "LPMVCA",
        ["meetings/2/invitation.eml"] = "LPA",
        ["meetings/999999/invitation.ics"] = "",
        ["acceptance"] = "LPMVCA",
        ["acceptance?show=phases"] = "LPMVCA",
        ["acceptance/C-1"] = "LPMVCA",
        ["acceptance/B-1"] = "LPMVA",
        ["acceptance/D-9"] = "",
        ["acceptance/import?customer={candidate}"] = "LPA",
        ["acceptance/print"] = "LPMVCA",
        ["acceptance/print?both=true&version=1"] = "LPMVCA",
        ["acceptance/print?version=9"] = "",
        ["acceptance.xlsx"] = "LPMVCA",
        ["acceptance-record.zip"] = "LPMVCA",
        ["verification.xlsx"] = "LPMVCA",
        ["acceptance.eml"] = "LPA",
        ["evidence/{evidence}"] = "LPMVA",
        ["evidence/0199f2c4-0000-7000-8000-000000000001"] = "",
        ["screening"] = "LPMVA",
        ["screening?as=list"] = "LPMVA",
        ["screening.xlsx"] = "LPMVA",
        ["screening/{candidate}"] = "LPMVA",
        ["screening/{candidate}/need"] = "LPMVA",
        ["screening/{candidate}/nothing"] = "",
        ["screening/{candidate}/interview"] = "LPMVA",
        ["screening/0199f2c4-0000-7000-8000-000000000001"] = "",
        ["screening/0199f2c4-0000-7000-8000-000000000001/interview"] = "",
        ["contacts"] = "LPA",
        ["meetings/record"] = "LPMVCA",
        ["meetings/record.zip"] = "LPMVCA",
        ["meetings/2/print"] = "LPMVCA",
        ["meetings/2/minutes.xlsx"] = "LPMVCA",
        ["meetings/2/minutes.eml"] = "LPMVCA",
        ["meetings/2/minutes.md"] = "LPMVCA",
        ["meetings/2/minutes.md?version=2"] = "",
        ["meetings/3/print"] = "LPMVA",
        ["meetings/3/minutes.xlsx"] = "LPMVA",
        ["meetings/3/minutes.eml"] = "LPMVA",
        ["meetings/3/minutes.md"] = "LPMVA",
        ["meetings/1/print"] = "",
        ["set-up"] = "LA",
        ["nowhere"] = "",
    };

    public async ValueTask InitializeAsync()
    {
        _ = web.Address;
        await web.AddAsync(_project, _customer);
        await web.AddAsync(Samples.Participation(_project.Id, _customer.Id));
        ImportRun import = new(_project.Id, "list.xlsx", null, "Mei", Samples.Now, 1, 0, 0) { HasFile = true };
        await web.AddAsync(import);
        await web.AddAsync(new ImportFile(import, ImportFileKind.Sent, 0, "PK"u8.ToArray()));
        _import = import.Id;

        Screening screening = new(_project.Id, _customer.Id, mayScreen: true, "Mei", Samples.Now);
        var evidence = Evidence.OfFile(_project.Id, screening.Assessments[0].Id, new("goal.pdf", "%PDF-"u8.ToArray()), "Mei", Samples.Now);
        await web.AddAsync(screening, evidence);
        _evidence = evidence.Id;

        // A draft with the customer, the same shown to them, and one that stays inside.
        Meeting draft = new(_project.Id, 1, Samples.Meeting(_customer.Id)), shown = new(_project.Id, 2, Samples.Meeting(_customer.Id)), inside = new(_project.Id, 3, Samples.Meeting());
        shown.Open();
        inside.Open();
        MeetingSeries series = new(_project.Id, 1, Samples.Series(new(2099, 3, 3), _customer.Id));
        await web.AddAsync(draft, shown, inside, series);
        await web.AddAsync(new Meeting(series, 4, new(2099, 3, 3)));
        await web.AddAsync(new ActionItem(new(_project.Id, inside.Id, null, null, null, "Mei", Samples.Now), 1, "Inside", null, null), new ActionItem(new(_project.Id, shown.Id, null, _customer.Id, null, "Mei", Samples.Now), 2, "Shown", null, null));
        await web.AddAsync(Sealed(shown, 1), Sealed(inside, 2));
        var agreed = SampleAgreement.Of(_project.Id, _customer.Id);
        await web.AddAsync(agreed.Agreement, agreed.Criterion, agreed.Proposed, agreed.Version);
        foreach (var (name, meeting) in new[] { ("inside", inside), ("shared", shown) })
        {
            AgendaItem item = new(meeting, 1, "Topic", 10, null);
            MaterialFile file = new(_project.Id, item.Topic, new("plan.pdf", "%PDF-"u8.ToArray()), null, "Mei");
            await web.AddAsync(item, file);
            _material[name] = file.Id;
        }

        foreach (var name in new[] { "inside", "shared" })
        {
            var row = Samples.Requirement(_project.Id);
            row.Write(RequirementField.Customer, _customer.Id.ToString(), Samples.Now);
            row.Write(RequirementField.Shared, name == "shared" ? bool.TrueString : bool.FalseString, Samples.Now);
            Attachment picture = new(_project.Id, row.Id, "x.gif", PictureKind.Gif, "GIF89a"u8.ToArray(), "Mei", Samples.Now);
            await web.AddAsync(row, picture);
            _rows[name] = (row.Number, picture.Id);
            _shared = row.Id;
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

    [Theory]
    [InlineData('L', true)]
    [InlineData('P', true)]
    [InlineData('M', true)]
    [InlineData('V', false)]
    [InlineData('C', false)]
    [InlineData('A', true)]
    public async Task A_table_for_a_customer_goes_out_to_whoever_may_edit_and_for_a_customer_of_the_project_only(char who, bool may)
    {
        var elsewhere = Samples.Customer();
        await web.AddAsync(elsewhere);
        using var browser = await SignedInAsync(who == 'A' ? null : Enum.GetValues<ProjectRole>().Single(r => r.ToString()[0] == who), isAdministrator: who == 'A');

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, await PostedAsync(browser, "requirements/for-customer", ("customer", $"{_customer.Id}")));
        foreach (var other in new[] { $"{elsewhere.Id}", $"{Guid.NewGuid()}", $"{Guid.Empty}", "nobody", "" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostedAsync(browser, "requirements/for-customer", ("customer", other)));
    }

    [Theory]
    [InlineData('L', HttpStatusCode.OK)]
    [InlineData('P', HttpStatusCode.OK)]
    [InlineData('M', HttpStatusCode.OK)]
    [InlineData('V', HttpStatusCode.UnprocessableEntity)]
    [InlineData('C', HttpStatusCode.UnprocessableEntity)]
    [InlineData('A', HttpStatusCode.OK)]
    public async Task A_picture_is_taken_from_whoever_may_edit(char who, HttpStatusCode answer)
    {
        using var browser = await SignedInAsync(who == 'A' ? null : Enum.GetValues<ProjectRole>().Single(r => r.ToString()[0] == who), isAdministrator: who == 'A');

        Assert.Equal(answer, await SentPictureAsync(browser, _project.Key));
    }

    [Fact]
    public async Task What_is_sent_into_a_project_is_refused_to_strangers_to_nobody_and_without_a_token()
    {
        using var stranger = await SignedInAsync(role: null);
        using var nobody = web.Open();
        using var lead = await SignedInAsync(ProjectRole.Lead);

        Assert.Equal(HttpStatusCode.NotFound, await PostedAsync(stranger, "requirements/for-customer", ("customer", $"{_customer.Id}")));
        Assert.Equal(HttpStatusCode.NotFound, await SentPictureAsync(stranger, _project.Key));
        Assert.Equal(HttpStatusCode.NotFound, await SentPictureAsync(lead, "NOWHERE"));
        foreach (var (browser, refused) in new[] { (nobody, HttpStatusCode.Found), (lead, HttpStatusCode.BadRequest) })
            Assert.Equal(refused, (await browser.PostAsync(In(_project.Key, "requirements/for-customer"), [new("customer", $"{_customer.Id}")])).StatusCode);
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

    private MinutesVersion Sealed(Meeting meeting, int place)
    {
        var content = new SealedMinutes(_project.Key, meeting.Number, 1, null, meeting.Title, meeting.Kind, null, null, null, "UTC", Samples.Now, 60, null, null, null, "Mei", Samples.Now, [], [], []).Write();
        return new(meeting, 1, place, content, "", Seal.Hash("", content), null, "Mei", Samples.Now);
    }

    private async Task<HttpStatusCode> PostedAsync(Browser browser, string address, params (string Field, string Value)[] fields)
    {
        using var answer = await browser.PostAsync(In(_project.Key, address), [new("__RequestVerificationToken", await TokenAsync(browser)), .. fields.Select(f => KeyValuePair.Create(f.Field, f.Value))]);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SentPictureAsync(Browser browser, string project)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(In(project, $"requirements/{_shared}/pictures"), UriKind.Relative));
        request.Headers.Add("RequestVerificationToken", await TokenAsync(browser));
        request.Content = new MultipartFormDataContent { { new ByteArrayContent("GIF89a"u8.ToArray()), "picture", "x.gif" } };
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<string> TokenAsync(Browser browser) =>
        Token().Match(await browser.TextAsync("/account/me")).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private string Filled(string route) => string.Join('/', route.Split('/').Select(part => part switch
    {
        "{key}" or "{ProjectKey}" => _project.Key,
        _ when part.Contains(":guid", StringComparison.Ordinal) => _rows["shared"].Picture.ToString(),
        _ when part.StartsWith('{') => $"{_rows["shared"].Number}",
        _ => part,
    }));

    private string In(string key, string address) => $"/projects/{key}/" + _rows.Aggregate(address.Replace("{import}", $"{_import}", StringComparison.Ordinal).Replace("{evidence}", $"{_evidence}", StringComparison.Ordinal).Replace("{candidate}", $"{_customer.Id}", StringComparison.Ordinal), (said, row) => said
        .Replace($"{{{row.Key}}}", $"{row.Value.Number}", StringComparison.Ordinal)
        .Replace($"{{picture of {row.Key}}}", $"{row.Value.Picture}", StringComparison.Ordinal)
        .Replace($"{{material of {row.Key}}}", $"{_material[row.Key]}", StringComparison.Ordinal));

    private async Task<Browser> SignedInAsync(ProjectRole? role, bool isAdministrator = false)
    {
        var person = await web.AddPersonAsync(isAdministrator);
        if (role is { } member) await web.AddAsync(Samples.Membership(_project.Id, person.Id, member, member == ProjectRole.Customer ? _customer.Id : null));
        var browser = web.Open();
        await browser.SignInAsync(person.Email);
        return browser;
    }
}
