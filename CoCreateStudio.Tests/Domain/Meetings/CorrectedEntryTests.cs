using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Meetings;

public class CorrectedEntryTests
{
    private static readonly Said Where = new(Guid.NewGuid(), Guid.NewGuid(), null, null, null, "Mei", Samples.Now);
    private static readonly SealedLine Was = new("x", NoteKind.Note, null, "One", "Mei", Samples.Now, "Lin", new(2026, 3, 6), "Mei", "It pays");
    private static readonly SealedLine Now = Was with { Text = "Two", Owner = "Wang", Due = new(2026, 3, 9), DecidedBy = "Tom", Why = "Faster" };

    [Fact]
    public void Whatever_was_said_follows_in_its_words()
    {
        foreach (var entry in new Entry[] { new MeetingNote(Where, "One"), new KeyPoint(Where, "One"), new Decision(Where, 1, "One"), new ActionItem(Where, 1, "One", null, null), new OpenIssue(Where, 1, "One", null), new Risk(Where, 1, "One", null) })
        {
            entry.Follow(Was, Now);

            Assert.Equal("Two", entry.Text);
        }
    }

    [Fact]
    public void Owners_days_and_reasons_follow_where_they_still_say_the_same()
    {
        ActionItem action = new(Where, 1, "One", "Lin", new(2026, 3, 6)), later = new(Where, 2, "One", "Ana", new(2026, 4, 1));
        OpenIssue issue = new(Where, 1, "One", "Lin");
        Risk risk = new(Where, 1, "One", "Ana");
        Decision decision = new(Where, 1, "One");
        decision.Explain("Mei", "It pays");

        foreach (var entry in new Entry[] { action, later, issue, risk, decision }) entry.Follow(Was, Now);

        Assert.Equal(("Wang", new DateOnly(2026, 3, 9)), (action.Owner, action.DueOn!.Value));
        Assert.Equal(("Ana", new DateOnly(2026, 4, 1)), (later.Owner, later.DueOn!.Value));
        Assert.Equal(("Wang", "Ana", "Tom", "Faster"), (issue.Owner, risk.Owner, decision.DecidedBy, decision.Why));
    }

    [Fact]
    public void What_is_struck_is_taken_back_but_not_what_was_done_or_answered()
    {
        ActionItem open = new(Where, 1, "One", null, null), done = new(Where, 2, "One", null, null);
        OpenIssue answered = new(Where, 1, "One", null);
        KeyPoint point = new(Where, "One");
        done.Tick(done: true, "Lin", Samples.Now);
        answered.Resolve("Yes", Samples.Now);

        foreach (var entry in new Entry[] { open, done, answered, point }) entry.Strike(Samples.Now);

        Assert.Equal([true, false, false, true], new Entry[] { open, done, answered, point }.Select(e => e.ArchivedAt is not null));
        point.Strike(Samples.Now.AddDays(1)); // a second time changes nothing
        point.Follow(Was, Now);
        Assert.Equal(("One", Samples.Now), (point.Text, point.ArchivedAt!.Value));
    }
}
