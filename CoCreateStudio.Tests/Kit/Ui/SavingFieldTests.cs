using Bunit;
using CoCreateStudio.Domain;
using CoCreateStudio.Kit.Ui;
using CoCreateStudio.Tests.Support;
using Microsoft.AspNetCore.Components.Web;

namespace CoCreateStudio.Tests.Kit.Ui;

public sealed class SavingFieldTests : PageTest
{
    private readonly List<string> _saved = [];

    [Fact]
    public void A_field_saves_itself_on_leaving_and_says_when()
    {
        var field = Show("Before");

        field.Find("input").Change("After");

        Assert.Equal(["After"], _saved);
        Assert.Contains("Saved 09:00", field.Markup);
        Assert.Equal((0, true), (Get<SaveBoard>().Unsaved, Get<SaveBoard>().SavedAt is not null));
    }

    [Fact]
    public void A_field_saves_itself_a_moment_after_the_last_key()
    {
        var field = Show("Before");

        field.Find("input").Input("Af");
        field.Find("input").Input("After");

        field.WaitForAssertion(() => Assert.Equal(["After"], _saved), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void What_is_refused_stays_as_typed_with_the_reason_beside_it()
    {
        var field = Show("Before", _ => throw new RuleException(nameof(RuleText.NameNeeded), 80));

        field.Find("input").Change("   ");

        var input = field.Find("input");
        Assert.Equal(("   ", "true"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid")));
        Assert.Contains("A name is needed", field.Find("#" + input.GetAttribute("aria-describedby")).TextContent);
        Assert.Equal(1, Get<SaveBoard>().Unsaved);
    }

    [Fact]
    public void Escape_gives_up_what_was_typed()
    {
        var field = Show("Before", _ => throw new RuleException(nameof(RuleText.NameNeeded), 80));
        field.Find("input").Change("");

        field.Find("input").KeyDown("Escape");

        Assert.Equal("Before", field.Find("input").GetAttribute("value"));
        Assert.Equal(0, Get<SaveBoard>().Unsaved);
    }

    [Fact]
    public void A_change_by_somebody_else_shows_where_nothing_was_typed()
    {
        var field = Show("Before");

        field.Render(p => p.Add(f => f.Value, "Theirs"));

        Assert.Equal("Theirs", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_change_by_somebody_else_is_asked_about_where_something_was_typed()
    {
        var field = Show("Before", whenLeft: true);
        field.Find("input").Input("Mine");

        field.Render(p => p.Add(f => f.Value, "Theirs"));
        Assert.Contains("Theirs", field.Find("[role=alert]").TextContent);
        field.FindAll("[role=alert] button")[0].Click();

        Assert.Equal(["Mine"], _saved);
    }

    [Fact]
    public void What_somebody_else_wrote_is_seen_on_saving_and_what_was_typed_is_kept()
    {
        IRenderedComponent<SavingField>? field = null;
        field = Show("Before", text =>
        {
            _saved.Add(text);
            if (_saved.Count > 1) return Task.CompletedTask;
            field!.Render(p => p.Add(f => f.Value, "Theirs"));
            throw new RuleException(nameof(RuleText.ChangedJustNow));
        });

        field.Find("input").Change("Mine");
        Assert.Equal(("Mine", 1), (field.Find("input").GetAttribute("value"), Get<SaveBoard>().Unsaved));
        Assert.Contains("Theirs", field.Find(".conflict").TextContent);
        field.FindAll(".conflict button")[0].Click();

        Assert.Equal(["Mine", "Mine"], _saved);
        Assert.Equal(0, Get<SaveBoard>().Unsaved);
    }

    [Fact]
    public void What_was_tidied_on_saving_is_no_change_by_somebody_else()
    {
        var field = Show("ACME", whenLeft: true);
        field.Find("input").Change(" next ");

        field.Render(p => p.Add(f => f.Value, "NEXT"));

        Assert.Empty(field.FindAll("[role=alert]"));
        Assert.Equal("NEXT", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_pause_after_a_blank_takes_nothing_from_what_is_typed()
    {
        var field = Show("");

        field.Find("input").Input("hello ");
        field.WaitForAssertion(() => Assert.Single(_saved), TimeSpan.FromSeconds(5));
        field.Render(p => p.Add(f => f.Value, "hello"));
        field.WaitForAssertion(() => Assert.Contains("Saved", field.Markup));

        Assert.Equal("hello ", field.Find("input").GetAttribute("value"));
        Assert.Empty(field.FindAll("[role=alert]"));
    }

    [Fact]
    public void Blanks_alone_are_no_change()
    {
        var field = Show("Before");

        field.Find("input").Change("Before ");

        Assert.Empty(_saved);
    }

    [Fact]
    public void Whoever_types_on_while_it_is_saved_is_not_told_of_somebody_else()
    {
        TaskCompletionSource first = new();
        var field = Show("", text =>
        {
            _saved.Add(text);
            return _saved.Count == 1 ? first.Task : Task.CompletedTask;
        });
        field.Find("input").Change("hello ");

        field.Find("input").Input("hello w");
        first.SetResult();
        field.WaitForAssertion(() => Assert.Equal(["hello ", "hello w"], _saved));
        field.Find("input").Input("hello wo");
        field.Render(p => p.Add(f => f.Value, "hello"));

        Assert.Empty(field.FindAll("[role=alert]"));
        Assert.Equal("hello wo", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_was_read_before_the_save_and_drawn_after_it_takes_nothing_back()
    {
        var field = Show("Before");
        field.Find("input").Change("After");

        field.Render(p => p.Add(f => f.Value, "Before"));

        Assert.Equal("After", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Whoever_types_without_a_pause_is_saved_too()
    {
        Clock.Held = [];
        var field = Show("Before");
        foreach (var text in new[] { "A", "Af", "After" }) field.Find("input").Input(text);

        Clock.Held[0]();

        field.WaitForAssertion(() => Assert.Equal(["After"], _saved));
    }

    [Fact]
    public void Escape_that_ends_a_composition_gives_nothing_up()
    {
        var field = Show("Before", whenLeft: true);
        field.Find("input").Input("会议");

        field.Find("input").KeyDown(new KeyboardEventArgs { Key = "Escape", IsComposing = true });

        Assert.Equal("会议", field.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<SavingField> Show(string value, Func<string, Task>? save = null, bool whenLeft = false) => Render<SavingField>(p => p
        .Add(f => f.Label, "Name").Add(f => f.Value, value).Add(f => f.WhenLeft, whenLeft)
        .Add(f => f.Save, save ?? (text =>
        {
            _saved.Add(text);
            return Task.CompletedTask;
        })));
}
