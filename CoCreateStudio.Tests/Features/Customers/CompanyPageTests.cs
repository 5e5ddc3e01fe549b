using Bunit;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Features.Customers;
using CoCreateStudio.Features.Customers.Company;
using CoCreateStudio.Features.Customers.Directory;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CoCreateStudio.Tests.Features.Customers;

public sealed class CompanyPageTests : PageTest
{
    private readonly Project _project = Samples.Project();
    private readonly Customer _customer = Samples.Customer();
    private readonly Contact _contact;

    public CompanyPageTests() => _contact = new(_customer.Id, new("Chen Wei", Title: "QM"));

    [Fact]
    public async Task Whoever_may_edit_changes_a_fact_in_place_and_sees_it_in_the_history()
    {
        await EnterAsync(ProjectRole.Pm);
        var page = Show();

        await Field(page, CustomersText.Region).ChangeAsync(new ChangeEventArgs { Value = "Suzhou" });

        page.WaitForAssertion(() => Assert.Contains("Suzhou", page.Find(".stream ins").TextContent, StringComparison.Ordinal));
        Assert.Equal("Suzhou", (await Get<CompanyReader>().ReadAsync(_customer.Id, Token))!.Company.Region);
    }

    [Fact]
    public async Task A_wrong_number_of_people_stays_as_typed_with_the_reason_beside_it()
    {
        await EnterAsync(ProjectRole.Lead);
        var page = Show();

        await Field(page, CustomersText.HeadCount).ChangeAsync(new ChangeEventArgs { Value = "many" });

        page.WaitForAssertion(() => Assert.Contains("digits", page.Find(".company-facts .err-text").TextContent, StringComparison.Ordinal));
        Assert.Equal("many", Field(page, CustomersText.HeadCount).GetAttribute("value"));
    }

    [Theory]
    [InlineData(ProjectRole.Member)]
    [InlineData(ProjectRole.Viewer)]
    public async Task Others_of_us_read_it_and_have_nothing_to_type_into(ProjectRole role)
    {
        await EnterAsync(role);

        var page = Show();

        page.WaitForElement(".company-facts dl");
        Assert.Contains("Chen Wei", page.Find(".contact-line").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input, textarea, select, .contact"));
    }

    [Fact]
    public async Task Its_projects_stand_there_with_counts_that_lead_to_the_rows()
    {
        await EnterAsync(ProjectRole.Viewer);
        var row = Samples.Requirement(_project.Id);
        row.Write(RequirementField.Customer, _customer.Id.ToString(), Samples.Now);
        await AddAsync(row);

        var page = Show();

        var open = page.WaitForElement($".standings a[href='{Urls.RequirementsOf(_project.Key, _customer.Id)}']");
        Assert.StartsWith("1 ", open.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_and_agreed_in_a_project_stands_there_and_in_the_history()
    {
        await EnterAsync(ProjectRole.Lead);
        var store = Get<CoCreateStudio.Features.Screenings.ScreeningStore>();
        await store.AddAsync(_project.Id, new(_customer.Id, _customer.Name), Token);
        await store.AssessAsync(_project.Id, _customer.Id, Trait.Influence, Assessment.Nothing, new(TraitState.NotMet), Token);
        await AddAsync(new CoCreateStudio.Domain.Acceptance.AcceptanceAgreement(_project.Id, _customer.Id));

        var page = Show();

        var standing = page.WaitForElement(".standings").TextContent;
        Assert.Contains(VerdictKind.NotQualified.Word(), standing, StringComparison.Ordinal);
        Assert.Contains("Known for years", standing, StringComparison.Ordinal);
        Assert.Contains(CustomersText.NothingSigned, standing, StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".stream .ev"), line => line.TextContent.Contains(Trait.Influence.Word(), StringComparison.Ordinal) && line.TextContent.Contains(TraitState.NotMet.Word(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_is_taken_away()
    {
        await EnterAsync(ProjectRole.Lead);
        var page = Show();

        await page.WaitForElement(".contact .btn").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".contact")));
    }

    [Fact]
    public async Task The_list_shows_the_company_and_a_filter_stands_in_the_address()
    {
        await EnterAsync(ProjectRole.Viewer);
        Get<NavigationManager>().NavigateTo("/customers?size=large");

        var page = Render<DirectoryPage>();

        page.WaitForElement(".empty");
        Assert.Empty(page.FindAll(".btn.primary"));
        await page.FindAll(".pill").First(b => b.TextContent.Contains(CustomersText.Clear, StringComparison.Ordinal)).ClickAsync(new());
        Assert.EndsWith("/customers", Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<CompanyPage> Show()
    {
        var page = Render<CompanyPage>(p => p.Add(c => c.Id, _customer.Id));
        page.WaitForElement(".company");
        return page;
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<CompanyPage> page, string label) =>
        page.Find($"#{page.FindAll(".company-facts label").First(l => l.TextContent == label).GetAttribute("for")}");

    private async Task EnterAsync(ProjectRole role)
    {
        var person = Samples.Person();
        await AddAsync(_project, _customer, person);
        await AddAsync(Samples.Participation(_project.Id, _customer.Id), _contact, Samples.Membership(_project.Id, person.Id, role));
        await BecomeAsync(person.Id);
    }
}
