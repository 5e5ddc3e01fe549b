using System.Globalization;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreateStudio.Tests.Features.Demo;

public class DemoDataTests(FilledDemo demo) : IClassFixture<FilledDemo>
{
    [Fact]
    public async Task It_brings_projects_companies_people_and_many_requirements()
    {
        Assert.Equal(3, (await demo.Studio.AllAsync<Project>()).Count);
        Assert.Equal(6, (await demo.Studio.AllAsync<Customer>()).Count);
        Assert.Equal(14, (await demo.Studio.AllAsync<Person>()).Count);
        Assert.InRange((await demo.Studio.AllAsync<Requirement>()).Count, 150, 200);
        Assert.InRange((await demo.Studio.AllAsync<RequirementComment>()).Count(c => c.IsInternal), 10, 40);
        Assert.InRange((await demo.Studio.AllAsync<RequirementComment>()).Count, 60, 120);
    }

    [Fact]
    public async Task Every_role_has_a_sign_in_that_works()
    {
        var result = demo.Result;

        Assert.Equal([.. Enum.GetNames<ProjectRole>().Append("Administrator").Order()], result.SignIns.Select(s => s.Role).Distinct().Order());
        Assert.Equal(result.SignIns.Count, result.SignIns.Select(s => s.Password).Distinct().Count());
        await using var scope = demo.Studio.Scope();
        var logins = scope.ServiceProvider.GetRequiredService<UserManager<Login>>();
        var people = await demo.Studio.AllAsync<Person>();
        foreach (var signIn in result.SignIns)
        {
            Assert.True(signIn.Password.Length >= 14);
            var login = await logins.FindByEmailAsync(signIn.Email);
            Assert.NotNull(login);
            Assert.True(await logins.CheckPasswordAsync(login, signIn.Password));
            Assert.Equal(people.Single(p => p.Email == signIn.Email).Id, login.Id);
        }
    }

    [Theory]
    [InlineData("2026-11-22T23:50:00Z")]
    [InlineData("2027-03-29T00:20:00Z")]
    public async Task It_can_be_filled_on_any_day_of_the_week_with_one_password(string now)
    {
        await using var studio = new DemoFixture(new Stopped(now));

        var result = await studio.FillAsync("a-password-for-all");

        Assert.All(result.SignIns, s => Assert.Equal("a-password-for-all", s.Password));
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        var before = (await demo.Studio.AllAsync<AuditEntry>()).Count;

        var again = await demo.Studio.FillAsync();

        Assert.False(again.WasFilled);
        Assert.Equal(before, (await demo.Studio.AllAsync<AuditEntry>()).Count);
    }

    [Fact]
    public async Task A_weak_password_is_refused_before_anything_is_written()
    {
        await using var studio = new DemoFixture();

        await Assert.ThrowsAsync<ArgumentException>(() => studio.FillAsync("short"));

        Assert.Empty(await studio.AllAsync<Person>());
    }

    [Fact]
    public async Task Every_status_occurs_and_each_declined_or_duplicate_one_says_why()
    {
        var all = await demo.Studio.AllAsync<Requirement>();

        Assert.Equal(Workflow.All, all.Select(r => r.Status).Distinct().Order());
        Assert.All(all.Where(r => r.Status.NeedsReason()), r => Assert.NotNull(r.StatusReason));
        Assert.All(all.Where(r => r.Status == RequirementStatus.Duplicate), r => Assert.Contains(all, o => o.Id == r.DuplicateOfId && o.ProjectId == r.ProjectId));
        Assert.Contains(all, r => r.Reopened > 0);
        Assert.Contains(all, r => r.Extra.Count > 0);
        Assert.Contains(all, r => r.Status.IsOpen() && r.TargetDate < DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.InRange(all.Count(r => r.Title.Any(c => c > 0x2E80)), all.Count * 4 / 10, all.Count * 6 / 10);
    }

    [Fact]
    public async Task Nothing_lies_in_the_future_and_all_within_four_months()
    {
        var all = await demo.Studio.AllAsync<Requirement>();
        var entries = await demo.Studio.AllAsync<AuditEntry>();

        Assert.All(all, r => Assert.InRange(r.CreatedAt, DateTime.UtcNow.AddDays(-124), DateTime.UtcNow));
        Assert.All(all, r => Assert.InRange(r.StatusSince, r.CreatedAt, DateTime.UtcNow));
        Assert.All(entries, e => Assert.InRange(e.At, DateTime.UtcNow.AddDays(-126), DateTime.UtcNow));
        Assert.All(all.GroupBy(r => r.ProjectId), p => Assert.Equal(p.OrderBy(r => r.Number).Select(r => r.CreatedAt), p.Select(r => r.CreatedAt).Order()));
    }

    [Fact]
    public async Task The_history_tells_who_moved_what_and_when()
    {
        var lost = (await demo.Studio.AllAsync<Requirement>()).Single(r => r.Title == "变更单驳回后附件丢失");

        var history = (await demo.Studio.AllAsync<AuditEntry>()).Where(e => e.EntityId == lost.Id).OrderBy(e => e.Id).ToList();

        Assert.Equal(AuditAction.Added, history[0].Action);
        Assert.Equal(lost.StatusSince, history.Last(e => e.Changes.Any(c => c.Field == nameof(Requirement.Status))).At);
        Assert.Contains(history, e => e.Changes.Contains(new(nameof(Requirement.Urgency), nameof(Urgency.High), nameof(Urgency.Critical))));
        Assert.True(history.Select(e => e.Actor).Distinct().Count() > 1);
        Assert.Equal(history.Count, history.Select(e => e.ActId).Distinct().Count());
        Assert.Equal(history.Select(e => e.At).Order(), history.Select(e => e.At));
    }

    [Fact]
    public async Task Owners_are_members_customers_take_part_and_their_people_say_nothing_internal()
    {
        var all = await demo.Studio.AllAsync<Requirement>();
        var members = await demo.Studio.AllAsync<Membership>();
        var outside = members.Where(m => m.Role == ProjectRole.Customer).Select(m => (m.ProjectId, (Guid?)m.PersonId)).ToHashSet();

        Assert.All(all.Where(r => r.OwnerId is not null), r => Assert.Contains(members, m => m.ProjectId == r.ProjectId && m.PersonId == r.OwnerId));
        var taking = (await demo.Studio.AllAsync<Participation>()).Select(p => (p.ProjectId, (Guid?)p.CustomerId)).ToHashSet();
        Assert.All(all, r => Assert.Contains((r.ProjectId, r.CustomerId), taking));
        Assert.DoesNotContain(await demo.Studio.AllAsync<RequirementComment>(), c => c.IsInternal && outside.Contains((c.ProjectId, c.AuthorId)));
        Assert.All((await demo.Studio.AllAsync<NumberSequence>()).Where(s => s.Name == NumberSequence.OfRequirements), s => Assert.Equal(all.Where(r => r.ProjectId == s.ProjectId).Max(r => r.Number), s.Last));
    }

    [Fact]
    public async Task Every_field_is_within_its_length_and_can_be_written_back()
    {
        foreach (var requirement in await demo.Studio.AllAsync<Requirement>())
            foreach (var field in RequirementFields.All.Where(f => f != RequirementField.Owner))
            {
                var text = requirement.Read(field);
                Assert.True(text is null || text.Length <= (field.MaxLength() ?? int.MaxValue));
                requirement.Write(field, text, requirement.StatusSince);
                Assert.Equal(text, requirement.Read(field));
            }
    }

    [Fact]
    public async Task Some_fifty_requirements_show_pictures()
    {
        var pictures = await demo.Studio.AllAsync<Attachment>();
        var contents = await demo.Studio.AllAsync<AttachmentContent>();

        Assert.InRange(pictures.Select(p => p.OwnerId).Distinct().Count(), 40, 60);
        Assert.All(contents, c => Assert.Equal(PictureKind.Png, PictureKinds.Check(c.Bytes)));
        Assert.Equal(pictures.Count, contents.Select(c => Convert.ToHexString(c.Bytes)).Distinct().Count());
    }

    private sealed class Stopped(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
    }
}
