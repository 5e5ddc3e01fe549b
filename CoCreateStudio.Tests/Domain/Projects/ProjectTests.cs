using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Projects;

public class ProjectTests
{
    [Theory]
    [InlineData("acme", "ACME")]
    [InlineData(" L2 ", "L2")]
    [InlineData("ABCDEFG8", "ABCDEFG8")]
    public void A_key_is_short_and_in_capitals(string typed, string key) => Assert.Equal(key, Samples.Project(key: typed).Key);

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("2A")]
    [InlineData("ABCDEFGH9")]
    [InlineData("A-B")]
    [InlineData("产品")]
    public void Anything_else_is_no_key(string typed) => Refused.By(nameof(RuleText.ProjectKeyShape), () => Samples.Project(key: typed));

    [Fact]
    public void A_project_needs_a_name_of_up_to_120_characters()
    {
        Refused.By(nameof(RuleText.NameNeeded), () => Samples.Project("  "));
        Refused.By(nameof(RuleText.NameNeeded), () => Samples.Project(new string('x', 121)));
        Assert.Equal(120, Samples.Project(new string('x', 120)).Name.Length);
    }

    [Fact]
    public void A_project_is_in_itself()
    {
        var project = Samples.Project();

        Assert.Equal(project.Id, project.ProjectId);
    }

    [Fact]
    public void Lists_hold_each_name_once_and_no_blanks()
    {
        var project = Samples.Project();

        project.ListCategories([" Search ", "", "search", "Import"]);
        project.ListDepartments(["Quality"]);

        Assert.Equal(["Search", "Import"], project.Categories);
        Assert.Equal(["Quality"], project.Departments);
        Refused.By(nameof(RuleText.TooLong), () => project.ListCategories([new string('x', 121)]));
    }

    [Fact]
    public void A_status_is_called_as_the_customer_says_until_the_word_is_taken_back()
    {
        var project = Samples.Project();

        project.NameStatus(RequirementStatus.Verified, " Abgenommen ");
        Assert.Equal("Abgenommen", project.StatusNames[RequirementStatus.Verified]);

        project.NameStatus(RequirementStatus.Verified, " ");
        Assert.Empty(project.StatusNames);
        Refused.By(nameof(RuleText.TooLong), () => project.NameStatus(RequirementStatus.New, new string('x', 25)));
    }

    [Fact]
    public void An_archived_project_keeps_its_first_day_and_comes_back()
    {
        var project = Samples.Project();
        project.Archive(Samples.Now);
        project.Archive(Samples.Now.AddDays(1));
        Assert.Equal(Samples.Now, project.ArchivedAt);

        project.Restore();

        Assert.Null(project.ArchivedAt);
    }

    [Fact]
    public void A_number_is_given_once()
    {
        var sequence = new NumberSequence(Guid.NewGuid(), NumberSequence.OfRequirements);

        Assert.Equal([1, 2, 12], [sequence.Next(), sequence.Take(10), sequence.Next()]);
        Assert.Equal(12, sequence.Last);
    }
}
