namespace CoCreateStudio.Kit.Text;

/// <summary>The language a command on the console answers in.</summary>
public static class CommandLanguage
{
    /// <returns>False for a language that is not known here.</returns>
    public static bool Speak(string language)
    {
        var known = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-Hans" : language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : null;
        if (known is null) return false;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(known);
        return true;
    }
}
