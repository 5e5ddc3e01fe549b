using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Projects;

public class AnswerTargetTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("2026-03-02T15:00", 1, "2026-03-04T00:00")] // Monday: by the end of Tuesday
    [InlineData("2026-03-06T09:00", 1, "2026-03-10T00:00")] // Friday: by the end of Monday
    [InlineData("2026-03-07T09:00", 1, "2026-03-10T00:00")] // Saturday: so too
    [InlineData("2026-03-04T23:30", 3, "2026-03-10T00:00")]
    public void Working_days_end_with_their_day_where_the_reader_lives(string came, int days, string due)
    {
        var target = new AnswerTarget(days, AnswerUnit.WorkingDays);

        Assert.Equal(Utc(due), target.Due(Utc(came), Shanghai));
    }

    [Fact]
    public void Hours_count_round_the_clock() =>
        Assert.Equal(Samples.Now.AddHours(4), new AnswerTarget(4, AnswerUnit.Hours).Due(Samples.Now, Shanghai));

    [Theory]
    [InlineData(AnswerUnit.Hours, 4)]
    [InlineData(AnswerUnit.Hours, 72)]
    [InlineData(AnswerUnit.WorkingDays, 1)]
    [InlineData(AnswerUnit.WorkingDays, 3)]
    [InlineData(AnswerUnit.WorkingDays, 12)]
    public void What_came_before_the_limit_and_nothing_else_is_overdue(AnswerUnit unit, int amount)
    {
        var target = new AnswerTarget(amount, unit);
        for (var hour = 0; hour < 24 * 14; hour += 5)
        {
            var now = Utc("2026-03-20T00:00").AddHours(hour);
            var limit = target.Limit(now, Shanghai);
            for (var ago = 0; ago < 24 * 21; ago += 7)
            {
                var came = now.AddHours(-ago);

                Assert.Equal((now, came, target.Due(came, Shanghai) <= now), (now, came, came < limit || (unit == AnswerUnit.Hours && came == limit)));
            }
        }
    }

    [Fact]
    public void A_day_whose_midnight_the_clocks_jump_over_begins_an_hour_later()
    {
        var tehran = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran"); // on Tuesday, 22 March 2022, there was no midnight

        var due = new AnswerTarget(1, AnswerUnit.WorkingDays).Due(new(2022, 3, 18, 9, 0, 0, DateTimeKind.Utc), tehran);

        Assert.Equal(new DateTime(2022, 3, 21, 20, 30, 0, DateTimeKind.Utc), due);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_target_that_makes_no_sense_is_refused(int amount) =>
        Refused.By(nameof(RuleText.AnswerTargetRange), () => _ = new AnswerTarget(amount, AnswerUnit.Hours));

    [Fact]
    public void An_amount_is_typed_as_a_whole_number_and_blank_is_no_target()
    {
        Assert.Equal(new AnswerTarget(8, AnswerUnit.Hours), AnswerTarget.From("8", AnswerUnit.Hours));
        Assert.Null(AnswerTarget.From(" ", AnswerUnit.Hours));
        Refused.By(nameof(RuleText.AnswerTargetRange), () => AnswerTarget.From("1.5", AnswerUnit.Hours));
        Refused.By(nameof(RuleText.AnswerTargetRange), () => AnswerTarget.From("soon", AnswerUnit.Hours));
    }

    [Fact]
    public void A_project_keeps_the_usual_targets_until_it_chooses_its_own()
    {
        var project = Samples.Project();
        Assert.Equal(new AnswerTarget(4, AnswerUnit.Hours), new AnswerTargets(project.FirstAnswer)[Urgency.Critical]);
        Assert.Equal(AnswerTargets.OfAll[Urgency.Medium], AnswerTargets.OfAll[null]);

        project.AnswerWithin(Urgency.Critical, new(2, AnswerUnit.Hours));
        project.AnswerWithin(Urgency.Low, null);

        var targets = new AnswerTargets(project.FirstAnswer);
        Assert.Equal((new AnswerTarget(2, AnswerUnit.Hours), null), (targets[Urgency.Critical], targets[Urgency.Low]));
        Assert.Null(targets.Due(Urgency.Low, Samples.Now, Shanghai));
    }

    private static DateTime Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Shanghai);
}
