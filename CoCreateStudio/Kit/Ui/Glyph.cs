using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CoCreateStudio.Kit.Ui;

/// <summary>A symbol of glyphs.svg in the size of its class: "i" is an icon of 16 px, "i s" one of 14.</summary>
public sealed class Glyph : ComponentBase
{
    // Set once, when the first page is made: the address holds the fingerprint of the file.
    private static string _sheet = "assets/brand/glyphs.svg";

    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter] public string Class { get; set; } = "i";

    public static string At(string name) => $"{_sheet}#{name}";

    protected override void OnInitialized() => _sheet = Assets["assets/brand/glyphs.svg"];

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Of(Name, Class)(builder);

    /// <summary>The same without a component, for rows: a component costs two kilobytes in every open page.</summary>
    public static RenderFragment Of(string name, string look = "i s") => builder =>
    {
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", look);
        builder.AddAttribute(2, "aria-hidden", "true");
        builder.OpenElement(3, "use");
        builder.AddAttribute(4, "href", At(name));
        builder.CloseElement();
        builder.CloseElement();
    };
}
