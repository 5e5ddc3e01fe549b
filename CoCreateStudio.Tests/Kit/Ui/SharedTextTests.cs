using Bunit;
using CoCreateStudio.Domain;
using CoCreateStudio.Kit.Text;
using CoCreateStudio.Kit.Ui;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Kit.Ui;

public sealed class SharedTextTests : PageTest
{
    private string _text = "abc def";
    private int _version = 1;

    [Fact]
    public async Task What_was_saved_and_never_answered_is_not_there_twice()
    {
        var text = Show();
        await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", [], "abc X def"));

        var saved = await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", ["abc X def"], "abc XY def"));

        Assert.Equal(("abc XY def", false), (saved!.Text, saved.TouchedTheSame));
    }

    [Fact]
    public async Task What_was_handed_over_and_never_saved_is_saved_now()
    {
        var text = Show();

        var saved = await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", ["abc X def"], "abc XY def"));

        Assert.Equal("abc XY def", saved!.Text);
    }

    [Fact]
    public async Task Whoever_did_not_see_what_others_wrote_does_not_undo_it()
    {
        var text = Show();
        (_text, _version) = ("abc def, theirs", 2);
        text.Render(p => p.Add(t => t.Value, _text).Add(t => t.Version, _version));

        var saved = await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", [], "mine, abc def"));

        Assert.Equal("mine, abc def, theirs", saved!.Text);
    }

    [Fact]
    public async Task A_refused_text_that_is_typed_back_is_no_longer_unsaved()
    {
        var text = Show();
        Assert.Null(await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", [], "")));
        Assert.Equal(1, Get<SaveBoard>().Unsaved);

        var saved = await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", [], "abc def"));

        Assert.Equal("abc def", saved!.Text);
        Assert.Equal(0, Get<SaveBoard>().Unsaved);
        Assert.Empty(text.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_fault_is_told_as_not_saved_and_the_next_attempt_is_not_blocked()
    {
        var fails = true;
        var text = Show((seen, typed) => fails ? throw new IOException("The disk is full.") : SaveAsync(seen, typed));
        await Assert.ThrowsAsync<IOException>(() => text.InvokeAsync(() => text.Instance.SaveAsync("abc def", [], "abc")));
        Assert.Contains("Not saved", text.Markup);
        Assert.Equal((false, 1), (Get<SaveBoard>().IsSaving, Get<SaveBoard>().Unsaved));

        fails = false;
        await text.InvokeAsync(() => text.Instance.SaveAsync("abc def", ["abc"], "abc"));

        Assert.Equal(("abc", 0), (_text, Get<SaveBoard>().Unsaved));
    }

    private IRenderedComponent<SharedText> Show(Func<string, string, Task<SavedText>>? save = null) => Render<SharedText>(p => p
        .Add(t => t.Label, "Text").Add(t => t.Keep, "text").Add(t => t.Value, _text).Add(t => t.Version, _version).Add(t => t.Save, save ?? SaveAsync));

    // As the stores do.
    private Task<SavedText> SaveAsync(string seen, string typed)
    {
        if (typed.Trim().Length == 0) throw new RuleException(nameof(RuleText.NothingSaid));
        var merged = NoteMerge.Merge(seen, typed, _text);
        (_text, _version) = (merged.Text.Trim(), _version + 1);
        return Task.FromResult(new SavedText(_text, _version, merged.TouchedTheSame));
    }
}
