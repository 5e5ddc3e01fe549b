using System.Globalization;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Features.Meetings.Actions;
using CoCreateStudio.Features.Meetings.Live;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Features.Meetings.Actions;

public sealed class ActionListTests(StudioFixture studio) : IClassFixture<StudioFixture>, IAsyncLifetime
{
    private Place _place = null!;
    private Acting _lead = null!;
    private Spoken _spoken = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        studio.Clock.Now = Samples.Now;
        _place = await Place.MakeAsync(studio);
        _lead = await _place.As(ProjectRole.Lead, "Mei Lin");
        _spoken = new(studio, _place);
    }

    [Fact]
    public async Task What_is_overdue_comes_first_then_by_day_then_what_has_none_and_what_is_done_last()
    {
        var meeting = await _spoken.HeldAsync(_place.Ours.Id);
        await _spoken.ActionAsync(meeting, "no day");
        await _spoken.ActionAsync(meeting, "later", dueInDays: 9);
        await _spoken.ActionAsync(meeting, "overdue", dueInDays: -2);
        var done = await _spoken.ActionAsync(meeting, "done", dueInDays: -5);
        await _lead.Get<EntryStore>().TickAsync(_place.Id, done.Id, done: true, Ct);

        Assert.Equal(["overdue", "later", "no day", "done"], await TextsAsync(new() { Show = ActionShow.All }));
        Assert.Equal(["overdue", "later", "no day"], await TextsAsync(ActionFilter.OfOpen));
        Assert.Equal(["overdue"], await TextsAsync(new() { Show = ActionShow.Overdue }));
        Assert.Equal(["done"], await TextsAsync(new() { Show = ActionShow.Done }));
    }

    [Fact]
    public async Task It_is_found_by_owner_by_me_by_customer_by_word_and_by_number()
    {
        var (ours, theirs) = (await _spoken.HeldAsync(_place.Ours.Id), await _spoken.HeldAsync(_place.Theirs.Id));
        await _spoken.ActionAsync(ours, "补充截图 100%", "Mei Lin", 1);
        await _spoken.ActionAsync(theirs, "Send the parts", "李雷", 2);
        var nobodys = await _spoken.ActionAsync(ours, "Nobody's", dueInDays: 3);

        Assert.Equal(["补充截图 100%"], await TextsAsync(new() { Owner = ActionFilter.Me }));
        Assert.Equal(["Send the parts"], await TextsAsync(new() { Owner = "李雷" }));
        Assert.Equal(["Nobody's"], await TextsAsync(new() { Owner = ActionFilter.Nobody }));
        Assert.Equal(["Send the parts"], await TextsAsync(new() { CustomerId = _place.Theirs.Id }));
        Assert.Equal(["补充截图 100%"], await TextsAsync(new() { Text = "截图" }));
        Assert.Equal(["Send the parts"], await TextsAsync(new() { Text = "PARTS" }));
        Assert.Equal(["补充截图 100%"], await TextsAsync(new() { Text = "100%" }));
        Assert.Equal(["Nobody's"], await TextsAsync(new() { Text = $"a-{nobodys.Number}" }));
        Assert.Empty(await TextsAsync(new() { Text = "_" }));
    }

    [Theory]
    [InlineData("Übergabe an Rollout", "Übergabe", "übergabe", "ÜBER")]
    [InlineData("Обновить план", "ПЛАН", "план", "Обновить")]
    public async Task Letters_beyond_A_to_Z_are_found_in_any_case(string text, params string[] words)
    {
        await _spoken.ActionAsync(await _spoken.HeldAsync(null), text, "Ömer");

        foreach (var word in words) Assert.Equal([text], await TextsAsync(new() { Text = word }));
        Assert.Equal([text], await TextsAsync(new() { Text = "ÖMER" }));
        Assert.Empty(await TextsAsync(new() { Text = "ümer" }));
    }

    [Fact]
    public async Task A_bare_number_is_a_word_and_a_number_and_a_named_one_only_the_number()
    {
        var meeting = await _spoken.HeldAsync(null);
        var first = await _spoken.ActionAsync(meeting, "Send it");
        await _spoken.ActionAsync(meeting, $"The budget of {first.Number}");

        Assert.Equal([$"The budget of {first.Number}", "Send it"], (await TextsAsync(new() { Text = first.Number.ToString(CultureInfo.InvariantCulture) })).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(["Send it"], await TextsAsync(new() { Text = $"#{first.Number}" }));
        Assert.Empty(await TextsAsync(new() { Text = $"I-{first.Number}" }));
    }

    [Theory]
    [InlineData("owner", "a", "b", null)]
    [InlineData("-owner", "b", "a", null)]
    public async Task What_has_no_owner_comes_last_in_either_direction(string sort, params string?[] owners)
    {
        var meeting = await _spoken.HeldAsync(null);
        foreach (var owner in new[] { null, "b", "a" }) await _spoken.ActionAsync(meeting, "x", owner);

        var rows = await _lead.Get<ActionList>().StreamAsync(_place.Id, ActionFilter.Read($"?sort={sort}"), Ct).ToListAsync(Ct);

        Assert.Equal(owners, rows.Select(r => r.Owner));
    }

    [Theory]
    [InlineData("due", -1, 1, null)]
    [InlineData("-due", 1, -1, null)]
    public async Task What_has_no_day_comes_last_in_either_direction(string sort, params int?[] days)
    {
        var meeting = await _spoken.HeldAsync(null);
        foreach (var day in new int?[] { null, 1, -1 }) await _spoken.ActionAsync(meeting, "x", dueInDays: day);
        var today = _lead.Get<ActionList>().Today;

        var rows = await _lead.Get<ActionList>().StreamAsync(_place.Id, ActionFilter.Read($"?sort={sort}"), Ct).ToListAsync(Ct);

        Assert.Equal(days, rows.Select(r => r.DueOn?.DayNumber - today.DayNumber));
    }

    [Fact]
    public async Task Open_issues_are_never_overdue_also_where_an_address_says_so()
    {
        await _spoken.IssueAsync(await _spoken.HeldAsync(null), "Who pays?");
        var filter = ActionFilter.Read("?of=issues&show=overdue");
        var totals = await _lead.Get<ActionList>().CountAsync(_place.Id, filter, Ct);

        Assert.Equal(ActionShow.Open, filter.Show);
        Assert.Equal((totals.Count(filter.Show, ""), 1), ((await TextsAsync(filter)).Count(), totals.Lines(filter, "").Count));
    }

    [Fact]
    public async Task The_count_of_each_owner_is_that_of_the_rows()
    {
        var meeting = await _spoken.HeldAsync(null);
        await _spoken.ActionAsync(meeting, "one", "Mei Lin", -1);
        await _spoken.ActionAsync(meeting, "two", "Mei Lin", 1);
        await _spoken.ActionAsync(meeting, "three");

        var totals = await _lead.Get<ActionList>().CountAsync(_place.Id, ActionFilter.OfOpen, Ct);

        Assert.Equal((3, 1, 0, 3), (totals.Count(ActionShow.Open, ""), totals.Count(ActionShow.Overdue, ""), totals.Count(ActionShow.Done, ""), totals.Count(ActionShow.All, "")));
        Assert.Equal((2, 1), (totals.Count(ActionShow.Open, "Mei Lin"), totals.Count(ActionShow.Open, ActionFilter.Nobody)));
    }

    [Fact]
    public async Task What_was_counted_is_counted_anew_after_a_tick()
    {
        var action = await _spoken.ActionAsync(await _spoken.HeldAsync(null), "one");
        var list = _lead.Get<ActionList>();
        Assert.Equal(1, (await list.CountAsync(_place.Id, ActionFilter.OfOpen, Ct)).Count(ActionShow.Open, ""));

        await _lead.Get<EntryStore>().TickAsync(_place.Id, action.Id, done: true, Ct);

        Assert.Equal(0, (await list.CountAsync(_place.Id, ActionFilter.OfOpen, Ct)).Count(ActionShow.Open, ""));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("-no")]
    [InlineData("title")]
    [InlineData("-owner")]
    [InlineData("due")]
    [InlineData("-carried")]
    [InlineData("said")]
    [InlineData("unheard")]
    public async Task Read_in_pieces_or_as_a_stream_it_is_the_same_in_every_order(string sort)
    {
        var meeting = await _spoken.HeldAsync(null);
        for (var i = 0; i < 7; i++) await _spoken.ActionAsync(meeting, $"Number {i % 3}", i % 2 == 0 ? "Lin" : null, i == 4 ? null : i % 4 - 2);
        foreach (var text in new[] { "done", "done too" }) await _lead.Get<EntryStore>().TickAsync(_place.Id, (await _spoken.ActionAsync(meeting, text)).Id, done: true, Ct);
        var filter = ActionFilter.Read($"?show=all&sort={sort}");
        var list = _lead.Get<ActionList>();

        var lines = (await list.CountAsync(_place.Id, filter, Ct)).Lines(filter, "Mei Lin");
        var pieces = (await list.ReadAsync(_place.Id, filter, lines.Stretches(0, 4), Ct)).Concat(await list.ReadAsync(_place.Id, filter, lines.Stretches(4, 50), Ct)).ToList();
        var stream = await list.StreamAsync(_place.Id, filter, Ct).ToListAsync(Ct);

        Assert.Equal(9, stream.Count);
        Assert.Equal(stream, pieces);
    }

    [Fact]
    public async Task It_says_where_it_was_said_and_how_often_it_was_carried()
    {
        var first = await _spoken.HeldAsync(_place.Ours.Id, daysAgo: 9, "First");
        var action = await _spoken.ActionAsync(first, "Send it");
        await _spoken.HeldAsync(_place.Ours.Id, daysAgo: 5);
        await _spoken.HeldAsync(_place.Theirs.Id, daysAgo: 4);
        await _spoken.HeldAsync(null, daysAgo: 3);

        var row = await _lead.Get<ActionList>().FindAsync(_place.Id, ActionKind.Actions, action.Number, Ct);

        Assert.NotNull(row);
        Assert.Equal(("First", first.Number, 2), (row.MeetingTitle, row.MeetingNumber, row.Carried));
    }

    [Fact]
    public async Task Open_issues_are_listed_the_oldest_first_and_have_no_day()
    {
        var (early, late) = (await _spoken.HeldAsync(null, daysAgo: 9), await _spoken.HeldAsync(null, daysAgo: 2));
        await _spoken.IssueAsync(late, "Who trains?");
        var old = await _spoken.IssueAsync(early, "Who pays?");
        await _spoken.ActionAsync(early, "An action");

        Assert.Equal(["Who pays?", "Who trains?"], await TextsAsync(new() { Of = ActionKind.Issues }));
        Assert.Empty(await TextsAsync(new() { Of = ActionKind.Issues, Show = ActionShow.Overdue }));
        await _lead.Get<EntryStore>().ResolveAsync(_place.Id, old.Id, "We do.", Ct);
        Assert.Equal(["Who pays?"], await TextsAsync(new() { Of = ActionKind.Issues, Show = ActionShow.Done }));
    }

    [Fact]
    public async Task A_customers_people_see_what_was_said_with_their_company_and_change_nothing()
    {
        var shared = await _spoken.ActionAsync(await _spoken.HeldAsync(_place.Ours.Id, 5), "shared");
        var other = await _spoken.ActionAsync(await _spoken.HeldAsync(_place.Theirs.Id), "other's");
        await _spoken.ActionAsync(await _spoken.HeldAsync(null, 2), "inside");
        await using var customer = await _place.As(ProjectRole.Customer);
        var list = customer.Get<ActionList>();

        var row = Assert.Single(await RowsAsync(customer, new() { Show = ActionShow.All }));

        Assert.Equal(("shared", 0), (row.Text, row.Carried));
        Assert.Equal(1, (await list.CountAsync(_place.Id, ActionFilter.OfOpen, Ct)).Count(ActionShow.All, ""));
        Assert.Null(await list.FindAsync(_place.Id, ActionKind.Actions, other.Number, Ct));
        await Refused.ByAsync(nameof(CoCreateStudio.Domain.RuleText.NotAllowed), () => customer.Get<EntryStore>().TickAsync(_place.Id, shared.Id, done: true, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?of=issues&show=done&q=%E6%88%AA%E5%9B%BE&owner=me&sort=-due")]
    [InlineData("?show=overdue&owner=-&customer=0199f2c4-0000-7000-8000-000000000001")]
    public void The_address_says_what_is_shown(string address) => Assert.Equal(address, ActionFilter.Read(address).Address());

    [Fact]
    public void A_word_that_is_not_known_is_passed_over() => Assert.Equal(ActionFilter.OfOpen, ActionFilter.Read("?show=9&of=risks&customer=x"));

    public ValueTask DisposeAsync() => _lead.DisposeAsync();

    private async Task<IEnumerable<string>> TextsAsync(ActionFilter filter) => (await RowsAsync(_lead, filter)).Select(r => r.Text);

    // As the page reads them: what was counted says which rows there are.
    private async Task<IReadOnlyList<ActionRow>> RowsAsync(Acting reader, ActionFilter filter)
    {
        var list = reader.Get<ActionList>();
        return await list.ReadAsync(_place.Id, filter, (await list.CountAsync(_place.Id, filter, Ct)).Lines(filter, reader.Actor.Name).Stretches(0, 50), Ct);
    }
}
