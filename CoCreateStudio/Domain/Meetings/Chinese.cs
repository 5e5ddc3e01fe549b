namespace CoCreateStudio.Domain.Meetings;

/// <summary>Letters of a script that puts no blanks between words.</summary>
internal static class Chinese
{
    public static bool Is(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
