using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Customers;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Features.Meetings;
using CoCreateStudio.Features.Meetings.Invitations;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Features.Meetings.Series;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Invitations;

public sealed class InvitationTests(StudioFixture studio) : IClassFixture<StudioFixture>
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public async Task It_goes_to_people_of_the_project_and_to_contacts_without_an_account_and_says_who_has_no_address()
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        await lead.Get<InvitationStore>().InviteNewAsync(place.Id, meeting.Id, new("陈伟", Email: "chen@example.com"), Ct);
        await lead.Get<MeetingStore>().InviteAsync(place.Id, meeting.Id, "Auditor", Side.Us, Ct);

        var invitation = await SentAsync(lead, place, meeting);

        Assert.Contains(new CalendarPerson("陈伟", "chen@example.com"), invitation.People);
        Assert.Contains(invitation.People, p => p.Name == lead.Actor.Name);
        Assert.Equal(["Auditor"], invitation.WithoutAddress);
        Assert.Equal((CalendarMethod.Request, lead.Actor.Name), (invitation.Method, invitation.Organizer!.Name));
    }

    [Fact]
    public async Task A_customers_reader_gets_an_entry_for_their_calendar_and_nobodys_address()
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        await using var customer = await place.As(ProjectRole.Customer);
        Assert.Null(await customer.Get<InvitationReader>().ReadAsync(place.Id, meeting.Number, Ct));
        await lead.Get<MeetingStore>().OpenAsync(place.Id, meeting.Id, Ct);

        var invitation = await ReadAsync(customer, place, meeting);
        var file = CalendarFile.Write(invitation.Method, invitation.Zone, [invitation.Entry(Samples.Now, Berlin, "https://studio.example.com/m")]);

        Assert.Contains("METHOD:PUBLISH", file, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_and_calling_off_keep_the_uid_and_count_up()
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        var entries = new List<(CalendarMethod Method, CalendarEntry Entry, string Subject)>();
        async Task SendAsync()
        {
            var invitation = await SentAsync(lead, place, meeting);
            entries.Add((invitation.Method, invitation.Entry(Samples.Now, Berlin, "https://studio.example.com/m"), invitation.Draft(Berlin, "").Subject));
        }

        await SendAsync();
        await lead.Get<MeetingStore>().ReplanAsync(place.Id, meeting.Id, meeting.Planned, Samples.Meeting(place.Ours.Id) with { Place = "Plant 2" }, Ct);
        await SendAsync();
        await lead.Get<MeetingStore>().CancelAsync(place.Id, meeting.Id, "Holiday", Ct);
        await SendAsync();

        Assert.Single(entries.Select(e => e.Entry.Uid).Distinct());
        Assert.Equal([0, 1, 2], entries.Select(e => e.Entry.Sequence));
        Assert.Equal([CalendarMethod.Request, CalendarMethod.Request, CalendarMethod.Cancel], entries.Select(e => e.Method));
        Assert.Equal(["Weekly", "Changed", "Called off"], entries.Select(e => e.Subject.Split(':')[0]));
    }

    [Fact]
    public async Task It_stays_in_the_name_of_whoever_sent_it_first_whoever_sends_or_hosts_it_later()
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        await using var other = await place.As(ProjectRole.Pm);
        await using var viewer = await place.As(ProjectRole.Viewer);
        Assert.Equal(CalendarMethod.Publish, (await ReadAsync(viewer, place, meeting)).Method); // nobody sent it yet, and a viewer does not
        var first = await SentAsync(lead, place, meeting);
        await lead.Get<MeetingStore>().ReplanAsync(place.Id, meeting.Id, meeting.Planned, meeting.Planned with { Host = other.Actor.Name }, Ct);
        await lead.Get<MeetingStore>().CancelAsync(place.Id, meeting.Id, null, Ct);

        var off = await SentAsync(other, place, meeting);

        Assert.Equal(new CalendarPerson(lead.Actor.Name, first.Organizer!.Email), off.Organizer);
        Assert.Equal((CalendarMethod.Cancel, 2), (off.Method, off.Meeting.Sequence));
        Assert.Contains("ORGANIZER;CN=", CalendarFile.Write(off.Method, off.Zone, [off.Entry(Samples.Now, Berlin, "https://x")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_an_address_invites_whoever_fetches_it()
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        await lead.Get<InvitationStore>().InviteNewAsync(place.Id, meeting.Id, new("Chen Wei", Email: "chen@example.com"), Ct);
        await lead.Get<MeetingStore>().ReplanAsync(place.Id, meeting.Id, meeting.Planned, meeting.Planned with { Host = "Chen Wei" }, Ct);

        var invitation = await SentAsync(lead, place, meeting);

        Assert.Equal(new CalendarPerson("Chen Wei", "chen@example.com"), invitation.Organizer);
        Assert.Equal(0, invitation.Meeting.Sequence); // nobody had heard of another host
    }

    [Theory]
    [InlineData("en", "When: Mon 9 Mar 2026 10:00–11:00 (Europe/Berlin)", "For you: Mon 9 Mar 2026 17:00–18:00 (Asia/Shanghai)")]
    [InlineData("zh-Hans", "时间：2026年3月9日周一 10:00–11:00（Europe/Berlin）", "您所在时区：2026年3月9日周一 17:00–18:00（Asia/Shanghai）")]
    public async Task It_speaks_the_readers_language_with_the_times_of_the_meeting_and_of_the_reader(string language, string there, string here)
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        await lead.Get<MeetingStore>().AddItemAsync(place.Id, meeting.Id, "Risks", 15, "Tom", Ct);
        var invitation = await ReadAsync(lead, place, meeting);
        using var _ = Language.Use(language);

        var (abroad, home) = (invitation.Draft(Shanghai, "https://x").Body.Split('\n'), invitation.Draft(Berlin, "https://x").Body);

        Assert.Contains(there, abroad);
        Assert.Contains(here, abroad);
        Assert.Contains(abroad, l => l.Contains("Risks", StringComparison.Ordinal) && l.Contains("15", StringComparison.Ordinal));
        Assert.DoesNotContain("Shanghai", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_invited_by_name_is_reached_once_they_are_a_contact_and_a_member_stays_one()
    {
        var (place, lead, meeting) = await PlannedAsync();
        await using var acting = lead;
        await lead.Get<MeetingStore>().InviteAsync(place.Id, meeting.Id, "Chen Wei", Side.Customer, Ct);
        Contact chen = new(place.Ours.Id, new("Chen Wei", Email: "chen@example.com")), other = new(place.Theirs.Id, new("He Min", Email: "he@example.com"));
        await studio.AddAsync(chen, other);

        await lead.Get<InvitationStore>().InviteAsync(place.Id, meeting.Id, chen.Id, Ct);

        Assert.Contains(new CalendarPerson("Chen Wei", "chen@example.com"), (await ReadAsync(lead, place, meeting)).People);
        Assert.Equal(["Chen Wei"], (await lead.Get<InvitationStore>().ContactsAsync(place.Id, meeting.Id, Ct)).Select(c => c.Name));
        await Refused.ByAsync(nameof(RuleText.NotThere), () => lead.Get<InvitationStore>().InviteAsync(place.Id, meeting.Id, other.Id, Ct));
        await Refused.ByAsync(nameof(RuleText.InvitedAlready), () => lead.Get<InvitationStore>().InviteNewAsync(place.Id, meeting.Id, new(lead.Actor.Name), Ct));
    }

    [Fact]
    public async Task The_dates_of_a_series_are_entries_of_their_own()
    {
        var place = await Place.MakeAsync(studio);
        await using var lead = await place.As(ProjectRole.Lead);
        var number = await lead.Get<SeriesStore>().AddAsync(place.Id, Samples.Series(new(2026, 3, 24), place.Ours.Id), Ct);

        var invitations = await lead.Get<InvitationReader>().OfSeriesAsync(place.Id, number, Samples.Now, Ct);

        Assert.Equal([24, 31, 7], invitations.Select(i => i.Meeting.PlannedOn!.Value.Day));
        var file = CalendarFile.Write(CalendarMethod.Publish, Berlin, [.. invitations.Select(i => i.Entry(Samples.Now, Berlin, ""))]);
        Assert.Equal(3, file.Split("DTSTART;TZID=Europe/Berlin:").Skip(1).Count(p => p[8..15] == "T100000"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // As whoever holds it fetches it.
    private static async Task<Invitation> SentAsync(Acting acting, Place place, Meeting meeting)
    {
        await acting.Get<InvitationStore>().OrganizeAsync(place.Id, meeting.Number, Ct);
        return await ReadAsync(acting, place, meeting);
    }

    private static async Task<Invitation> ReadAsync(Acting acting, Place place, Meeting meeting) =>
        await acting.Get<InvitationReader>().ReadAsync(place.Id, meeting.Number, Ct) ?? throw new InvalidOperationException("There is no such meeting.");

    private async Task<(Place Place, Acting Lead, Meeting Meeting)> PlannedAsync()
    {
        var place = await Place.MakeAsync(studio);
        var lead = await place.As(ProjectRole.Lead);
        var number = await lead.Get<MeetingStore>().PlanAsync(place.Id, Samples.Meeting(place.Ours.Id), Ct);
        return (place, lead, (await lead.Get<RoomReader>().ReadAsync(place.Id, number, Ct))!.Meeting);
    }
}
