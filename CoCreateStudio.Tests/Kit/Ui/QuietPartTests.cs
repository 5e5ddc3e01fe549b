using Bunit;
using CoCreateStudio.Kit.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoCreateStudio.Tests.Kit.Ui;

public sealed class QuietPartTests : BunitContext
{
    [Fact]
    public void It_is_drawn_when_what_it_shows_has_changed_and_only_then()
    {
        var part = Render<Part>(p => p.Add(x => x.Version, 1).Add(x => x.Word, "one"));

        part.Render(p => p.Add(x => x.Version, 1).Add(x => x.Word, "two"));
        Assert.Equal("one 0", part.Markup);

        part.Render(p => p.Add(x => x.Version, 2).Add(x => x.Word, "three"));
        Assert.Equal("three 0", part.Markup);
    }

    [Fact]
    public async Task Its_own_events_draw_it_also_right_after_its_page_was_drawn()
    {
        var part = Render<Part>(p => p.Add(x => x.Version, 1).Add(x => x.Word, "one"));

        await part.InvokeAsync(() =>
        {
            part.Instance.Count();
            return part.Instance.SetParametersAsync(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Part.Version)] = 1, [nameof(Part.Word)] = "one" }));
        });
        Assert.Equal("one 1", part.Markup);

        await part.InvokeAsync(part.Instance.Count);
        Assert.Equal("one 2", part.Markup);
    }

    public sealed class Part : QuietPart
    {
        private int _count;

        [Parameter] public int Version { get; set; }
        [Parameter] public string Word { get; set; } = "";

        protected override object Shows => Version;

        public void Count()
        {
            _count++;
            StateHasChanged();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{Word} {_count}");
    }
}
