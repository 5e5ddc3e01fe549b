namespace CoCreateStudio.Kit.Text;

/// <summary>Says a text in English and in Chinese, for paper that both sides read.</summary>
public static class BothLanguages
{
    private static readonly string[] All = ["en", "zh-Hans"];

    /// <param name="text">Looked up once in each language; said once where both say the same.</param>
    public static string Of(Func<string> text, string between = "\n") => string.Join(between, All.Select(language => In(language, text)).Distinct());

    private static string In(string language, Func<string> text)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return text();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
