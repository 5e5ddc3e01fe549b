namespace CoCreateStudio.Features.Requirements.Import;

/// <summary>Reads yes and no in both languages.</summary>
public static class YesNoWords
{
    private static readonly WordTable Words = new((bool.TrueString, "是|对|真|可见|yes|y|true|1"), (bool.FalseString, "否|不|假|不可见|no|n|false|0"));

    /// <summary>Null when the text says neither.</summary>
    public static string? Read(string text) => Words.Find(text);
}
