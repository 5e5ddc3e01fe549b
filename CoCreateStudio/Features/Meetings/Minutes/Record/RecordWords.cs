using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Minutes.Record;

/// <summary>What a check found, in the reader's words.</summary>
internal static class RecordWords
{
    /// <summary>"Minutes of #3, version 2".</summary>
    public static string Name(int meeting, int version) => MeetingWords.Said(RecordText.NameOf, meeting, version);

    public static string Said(this ChainFault fault) => fault switch
    {
        { Kind: ChainFaultKind.PlaceGone } => MeetingWords.Said(RecordText.PlaceGone, fault.Place),
        { Kind: ChainFaultKind.CutOff } => MeetingWords.Said(RecordText.CutOff, fault.Place),
        { Kind: ChainFaultKind.NoMinutes } => MeetingWords.Said(RecordText.NoMinutes, fault.Meeting),
        { Who: { } who, Meeting: { } meeting, Version: { } version } => MeetingWords.Said(RecordText.AnsweredOther, Name(meeting, version), who),
        { Meeting: { } meeting, Version: { } version } => MeetingWords.Said(RecordText.ResourceManager.GetString(fault.Kind.ToString(), CultureInfo.CurrentUICulture)!, Name(meeting, version)),
        _ => fault.ToString(),
    };

    /// <summary>"12 versions of the minutes of 9 meetings: all fit".</summary>
    public static string Said(this RecordCheck check) =>
        check.Lines.Count == 0 && check.Fits ? RecordText.Nothing
        : MeetingWords.Said(check.Fits ? RecordText.AllFit : RecordText.SomeDoNot, check.Lines.Count, check.Lines.DistinctBy(l => l.Meeting).Count(), check.Faults.Count);
}
