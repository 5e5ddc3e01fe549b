namespace CoCreateStudio.Kit.Excel.Writing;

public sealed record GuideLine(string Text, bool IsHeading = false);

/// <summary>A sheet of sentences that tell whoever gets the file what to do with it.</summary>
public sealed record WorkbookGuide(string Name, IReadOnlyList<GuideLine> Lines);
