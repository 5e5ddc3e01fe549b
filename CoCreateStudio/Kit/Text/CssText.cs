using System.Text;

namespace CoCreateStudio.Kit.Text;

/// <summary>Text as a string of a style sheet: everything but letters and digits by its number, so that it can never end the string.</summary>
internal static class CssText
{
    public static string Of(string text)
    {
        var css = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) css.Append(rune.ToString());
            else css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }

        return css.Append('\'').ToString();
    }
}
