namespace CoCreateStudio.Kit.Excel.Writing;

/// <summary>The meanings a colour may have in a sheet; the same five as on the screen.</summary>
public enum Tone
{
    None,
    Ok,
    Warn,
    Bad,
    Info,
    Mute,
}

/// <summary>One entry of a drop-down list; its cells wear the tone's colours, also where it is not offered.</summary>
public sealed record Choice(string Text, Tone Tone = Tone.None, bool IsOffered = true);
