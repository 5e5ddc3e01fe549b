using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Projects;
using CoCreateStudio.Kit;
using CoCreateStudio.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Tests.Features.Projects;

public sealed class ProjectSetUpStoreTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ProjectRole.Pm)]
    [InlineData(ProjectRole.Member)]
    [InlineData(ProjectRole.Viewer)]
    public async Task Only_a_lead_sets_a_project_up(ProjectRole role)
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var member = await studio.AsRole(project.Id, role);
        var (setUp, lists, people) = (member.Get<ProjectSetUpStore>(), member.Get<ProjectListStore>(), member.Get<ProjectPeopleStore>());

        foreach (var act in new[] { () => setUp.RenameAsync(project.Id, project.Name, "Mine", Token), () => setUp.ReadAsync(project.Id, Token), () => lists.AddAsync(project.Id, ProjectList.Categories, "A", Token), () => (Task)people.ListAsync(project.Id, Token) })
            Assert.Equal(nameof(RuleText.NotAllowed), (await Assert.ThrowsAsync<RuleException>(act)).Rule);
    }

    [Fact]
    public async Task The_lead_of_another_project_finds_nothing()
    {
        var (mine, other) = (Samples.Project(), Samples.Project());
        await studio.AddAsync(mine, other);
        await using var lead = await studio.AsRole(mine.Id, ProjectRole.Lead);

        Assert.Equal(nameof(RuleText.NotThere), (await Assert.ThrowsAsync<RuleException>(() => lead.Get<ProjectSetUpStore>().ReadAsync(other.Id, Token))).Rule);
    }

    [Fact]
    public async Task A_key_of_a_project_that_one_may_not_see_is_refused_all_the_same()
    {
        var (mine, other) = (Samples.Project(), Samples.Project());
        await studio.AddAsync(mine, other);
        await using var lead = await studio.AsRole(mine.Id, ProjectRole.Lead);
        var store = lead.Get<ProjectSetUpStore>();

        Assert.Equal(nameof(RuleText.ProjectKeyTaken), (await Assert.ThrowsAsync<RuleException>(() => store.RekeyAsync(mine.Id, mine.Key, other.Key, Token))).Rule);
        Assert.Equal("FREE1", await store.RekeyAsync(mine.Id, mine.Key, "free1", Token));
        Assert.Equal("FREE1", Assert.Single(await lead.Get<IAccess>().ProjectsAsync(Token)).Key);
    }

    [Fact]
    public async Task Renaming_a_category_renames_the_rows_that_use_it_in_one_act_with_history()
    {
        var project = Samples.Project();
        project.ListCategories(["Search", "BOM"]);
        var (uses, other) = (Samples.Requirement(project.Id), Samples.Requirement(project.Id));
        uses.Write(RequirementField.Category, "BOM", Samples.Now);
        other.Write(RequirementField.Category, "Search", Samples.Now);
        await studio.AddAsync(project, uses, other);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);

        await lead.Get<ProjectListStore>().RenameAsync(project.Id, ProjectList.Categories, "BOM", "Parts list", Token);

        Assert.Equal(["Search", "Parts list"], (await lead.Get<ProjectSetUpStore>().ReadAsync(project.Id, Token)).Categories);
        var history = await studio.InDbAsync(db => db.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.ProjectId == project.Id && e.Action == AuditAction.Changed).ToListAsync());
        Assert.Equal([uses.Id, project.Id], history.Select(e => e.EntityId).OrderBy(id => id == project.Id));
        Assert.Single(history.Select(e => e.ActId).Distinct());
        Assert.Contains(new FieldChange("Category", "BOM", "Parts list"), history.Single(e => e.EntityId == uses.Id).Changes);
    }

    [Fact]
    public async Task A_name_stands_in_a_list_once()
    {
        var project = Samples.Project();
        project.ListDepartments(["Quality", "Service"]);
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var lists = lead.Get<ProjectListStore>();

        foreach (var act in new[] { () => lists.AddAsync(project.Id, ProjectList.Departments, "quality ", Token), () => lists.RenameAsync(project.Id, ProjectList.Departments, "Service", "Quality", Token) })
            Assert.Equal(nameof(RuleText.ListedAlready), (await Assert.ThrowsAsync<RuleException>(act)).Rule);
        await lists.RenameAsync(project.Id, ProjectList.Departments, "Quality", "QUALITY", Token);
    }

    [Fact]
    public async Task A_list_keeps_the_order_that_people_give_it()
    {
        var project = Samples.Project();
        project.ListCategories(["A", "B", "C"]);
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var lists = lead.Get<ProjectListStore>();

        await lists.MoveAsync(project.Id, ProjectList.Categories, "C", -1, Token);
        await lists.RemoveAsync(project.Id, ProjectList.Categories, "A", Token);
        Assert.Equal(["C", "B"], (await lead.Get<ProjectSetUpStore>().ReadAsync(project.Id, Token)).Categories);

        await lists.PutBackAsync(project.Id, ProjectList.Categories, "A", 0, Token);
        Assert.Equal(["A", "C", "B"], (await lead.Get<ProjectSetUpStore>().ReadAsync(project.Id, Token)).Categories);
    }

    [Fact]
    public async Task A_customer_with_rows_or_people_stays()
    {
        var project = Samples.Project();
        var (withRows, withPeople, idle) = (Samples.Customer(), Samples.Customer(), Samples.Customer());
        var row = Samples.Requirement(project.Id);
        row.Write(RequirementField.Customer, withRows.Id.ToString(), Samples.Now);
        await studio.AddAsync(project, withRows, withPeople, idle);
        await studio.AddAsync([row, .. new[] { withRows, withPeople, idle }.Select(c => Samples.Participation(project.Id, c.Id))]);
        await using var contact = await studio.AsRole(project.Id, ProjectRole.Customer, withPeople.Id);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var store = lead.Get<ProjectSetUpStore>();

        foreach (var customer in new[] { withRows, withPeople })
            Assert.Equal(nameof(RuleText.StillInUse), (await Assert.ThrowsAsync<RuleException>(() => store.TakeOutAsync(project.Id, customer.Id, Token))).Rule);
        await store.TakeOutAsync(project.Id, idle.Id, Token);
        Assert.Equal(2, (await store.ReadAsync(project.Id, Token)).Customers.Count);
    }

    [Fact]
    public async Task Who_was_taken_out_is_put_back_as_it_was()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var store = lead.Get<ProjectSetUpStore>();

        await store.TakeOutAsync(place.Id, place.Ours.Id, Token);
        Assert.DoesNotContain((await store.ReadAsync(place.Id, Token)).Customers, c => c.Id == place.Ours.Id);

        await store.PutBackAsync(place.Id, place.Ours.Id, Token);
        Assert.Equal("Known for years", (await store.ReadAsync(place.Id, Token)).Admissions[place.Ours.Id].Single().Reason);
    }

    [Fact]
    public async Task Who_left_long_ago_comes_back_through_screening_only()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        await lead.Get<ProjectSetUpStore>().TakeOutAsync(place.Id, place.Ours.Id, Token);
        var dayBefore = studio.Clock.GetUtcNow().UtcDateTime.AddDays(-1);
        await studio.InDbAsync(db => db.Set<Participation>().IgnoreQueryFilters().Where(p => p.CustomerId == place.Ours.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.LeftAt, dayBefore), Token));

        await Refused.ByAsync(nameof(RuleText.LeftForGood), () => lead.Get<ProjectSetUpStore>().PutBackAsync(place.Id, place.Ours.Id, Token));
    }

    [Fact]
    public async Task A_word_for_the_customer_is_kept_and_an_empty_one_taken_back()
    {
        var project = Samples.Project();
        await studio.AddAsync(project);
        await using var lead = await studio.AsRole(project.Id, ProjectRole.Lead);
        var store = lead.Get<ProjectSetUpStore>();

        await store.NameStatusAsync(project.Id, RequirementStatus.Planned, "", "In our plan", Token);
        Assert.Equal("In our plan", (await store.ReadAsync(project.Id, Token)).StatusNames[RequirementStatus.Planned]);

        await store.NameStatusAsync(project.Id, RequirementStatus.Planned, "In our plan", " ", Token);
        Assert.Empty((await store.ReadAsync(project.Id, Token)).StatusNames);
        Assert.Equal(nameof(RuleText.TooLong), (await Assert.ThrowsAsync<RuleException>(() => store.NameStatusAsync(project.Id, RequirementStatus.Planned, "", new('x', Project.StatusNameLength + 1), Token))).Rule);
    }
}
