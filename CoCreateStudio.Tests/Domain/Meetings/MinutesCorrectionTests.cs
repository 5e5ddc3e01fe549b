using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class MinutesCorrectionTests
{
    private static readonly DateOnly Friday = new(2026, 3, 6);
    private static readonly SealedLine Decision = new("d", NoteKind.Decision, 1, "We build it", "Mei", Samples.Now, null, null, "Mei", "It pays");
    private static readonly SealedLine Action = new("a", NoteKind.Action, 2, "Send it", "Mei", Samples.Now, "Lin", Friday, null, null);
    private static readonly SealedLine Loose = new("n", NoteKind.Note, null, "By the way", "Mei", Samples.Now, null, null, null, null);
    private static readonly SealedMinutes First = new(
        "P1", 3, 1, null, "Weekly", MeetingKind.Regular, "Helian", "Mei", "Room 2", "Europe/Berlin", Samples.Now, 60, Samples.Now, Samples.Now.AddHours(1), null, "Mei", Samples.Now,
        [new("Lin", Side.Us, Attended.Present), new("Wang Lei", Side.Customer, Attended.Absent)],
        [new("One", "Mei", ItemState.Discussed, 10, 700, [Decision, Action])], [Loose]);

    private static readonly MinutesCorrection Nothing = new(First.Place, First.Remark, new Dictionary<string, Attended?>(), [], []);

    [Fact]
    public void What_is_sealed_reads_back_the_same_and_is_written_the_same() => Assert.Equal(First.Write(), SealedMinutes.Read(First.Write()).Write());

    [Fact]
    public void Minutes_of_before_lines_had_names_read_too()
    {
        var old = SealedMinutes.Read("""{"ended":"2026-03-02T10:00:00Z","host":null,"kind":"Regular","meeting":"3","minutes":"60","people":[{"name":"Lin","side":"Us","state":"Present"}],"place":null,"planned":"2026-03-02T09:00:00Z","project":"P1","remark":null,"said":[{"at":"2026-03-02T09:01:00Z","by":"Mei","decidedBy":null,"due":null,"kind":"Note","number":null,"owner":null,"text":"x","why":null}],"started":"2026-03-02T09:00:00Z","timeZone":"UTC","title":"Weekly","topics":[],"version":"1","why":null}""");

        Assert.Equal(("0.0", "x", 3, Samples.Now), (old.Said[0].Id, old.Said[0].Text, old.Meeting, old.Planned));
        Assert.Null(old.SealedBy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"people":[],"topics":[{"title":"x"}],"said":[]}""")]
    public void What_is_no_minutes_is_not_read(string content) => Assert.Null(SealedMinutes.TryRead(content));

    [Fact]
    public void A_correction_changes_what_it_names_and_counts_on()
    {
        var second = (Nothing with
        {
            Place = " Room 3 ",
            Remark = "Late start.",
            People = new Dictionary<string, Attended?> { ["Wang Lei"] = Attended.Remote },
            Lines = [new("d", "We buy it", DecidedBy: "Wang Lei", Why: "Faster"), new("a", "Send it", "Wang Lei", Friday.AddDays(1))],
        }).Apply(First, " Heard wrong ", "Tom", Samples.Now.AddDays(1));

        Assert.Equal((2, "Heard wrong", "Tom", "Room 3", "Late start."), (second.Version, second.Why, second.SealedBy, second.Place, second.Remark));
        Assert.Equal([Attended.Present, Attended.Remote], second.People.Select(p => p.State!.Value));
        Assert.Equal(Decision with { Text = "We buy it", DecidedBy = "Wang Lei", Why = "Faster" }, second.Topics[0].Said[0]);
        Assert.Equal(Action with { Owner = "Wang Lei", Due = Friday.AddDays(1) }, second.Topics[0].Said[1]);
        Assert.Equal(First, SealedMinutes.Read(First.Write()) with { People = First.People, Topics = First.Topics, Said = First.Said });
    }

    [Fact]
    public void A_line_is_struck_and_a_forgotten_one_comes_under_its_topic()
    {
        var forgotten = Loose with { Id = "f", Text = "Forgotten" };

        var second = (Nothing with { Lines = [new("a", "Send it", IsStruck: true)], Forgotten = [new(0, forgotten), new(null, forgotten with { Id = "g" })] }).Apply(First, "x", "Tom", Samples.Now);

        Assert.Equal(["d", "f"], second.Topics[0].Said.Select(l => l.Id));
        Assert.Equal(["n", "g"], second.Said.Select(l => l.Id));
    }

    [Fact]
    public void Somebody_forgotten_comes_on_the_list_and_the_difference_names_them()
    {
        var second = (Nothing with { ForgottenPeople = [new(" Chen Wei ", Side.Customer, Attended.Remote)] }).Apply(First, "x", "Tom", Samples.Now);

        Assert.Equal(["Lin", "Wang Lei", "Chen Wei"], second.People.Select(p => p.Name));
        Assert.Equal([new(MinutesField.Person, "Chen Wei", null, null, "Remote")], MinutesDifference.Between(First, second));
    }

    [Theory]
    [InlineData(nameof(RuleText.NameNeeded), " ")]
    [InlineData(nameof(RuleText.InvitedAlready), "Lin ")]
    [InlineData(nameof(RuleText.InvitedAlready), "New", "New")]
    public void Somebody_forgotten_has_a_name_that_is_not_on_the_list(string rule, params string[] names) => Refused.By(rule, () =>
        (Nothing with { ForgottenPeople = [.. names.Select(n => new SealedPerson(n, Side.Us, Attended.Present))] }).Apply(First, "x", "Tom", Samples.Now));

    [Fact]
    public void What_a_kind_does_not_have_stays_out()
    {
        var second = (Nothing with { Lines = [new("n", "Else", "Lin", Friday, "Mei", "because")] }).Apply(First, "x", "Tom", Samples.Now);

        Assert.Equal(Loose with { Text = "Else" }, second.Said[0]);
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_refused() => Refused.By(nameof(RuleText.NothingCorrected), () => (Nothing with { Lines = [new("a", "Send it ", "Lin", Friday)] }).Apply(First, "x", "Tom", Samples.Now));

    [Theory]
    [InlineData("a", "", nameof(RuleText.NothingSaid))]
    [InlineData("gone", "x", nameof(RuleText.NotThere))]
    public void A_line_needs_words_and_must_be_there(string id, string text, string rule) => Refused.By(rule, () => (Nothing with { Lines = [new(id, text)] }).Apply(First, "x", "Tom", Samples.Now));

    [Fact]
    public void A_topic_that_is_not_there_takes_no_line() => Refused.By(nameof(RuleText.NotThere), () => (Nothing with { Forgotten = [new(1, Loose with { Id = "f" })] }).Apply(First, "x", "Tom", Samples.Now));

    [Fact]
    public void The_difference_names_what_was_added_taken_out_and_changed()
    {
        var second = (Nothing with
        {
            Place = "Room 3",
            People = new Dictionary<string, Attended?> { ["Wang Lei"] = Attended.Excused },
            Lines = [new("d", "We buy it", DecidedBy: "Mei", Why: "It pays"), new("a", "Send it", "Lin", null), new("n", "By the way", IsStruck: true)],
            Forgotten = [new(0, Loose with { Id = "f", Text = "Forgotten" })],
        }).Apply(First, "x", "Tom", Samples.Now);

        var changes = MinutesDifference.Between(First, second);

        Assert.Equal(
            [(MinutesField.Place, null, "Room 2", "Room 3"), (MinutesField.Attendance, "Wang Lei", "Absent", "Excused"), (MinutesField.Line, "By the way", "By the way", null),
                (MinutesField.Text, "We buy it", "We build it", "We buy it"), (MinutesField.Due, "Send it", "2026-03-06", null), (MinutesField.Line, "Forgotten", null, "Forgotten")],
            changes.Select(c => (c.Field, c.Subject, c.Old, c.New)));
        Assert.Empty(MinutesDifference.Between(First, First));
    }
}
