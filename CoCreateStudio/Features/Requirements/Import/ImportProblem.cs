namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Why a value was not taken, in the language of whoever reads it.</summary>
public sealed record ImportProblem(string Key, params object[] Args)
{
    public string Text
    {
        get
        {
            // Months are named in the language of the sentence around them.
            var language = CultureInfo.CurrentUICulture;
            return string.Format(language, ImportText.ResourceManager.GetString(Key, language) ?? Key, Args);
        }
    }
}
