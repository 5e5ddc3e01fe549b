namespace CoCreateStudio.Domain.Meetings;

/// <summary>What a meeting is for.</summary>
public enum MeetingKind
{
    Regular,
    Need,
    Solution,
    Risk,
    KickOff,
    Visit,
    Workshop,
}

/// <summary>A draft is seen by our side alone; once open, those invited see it too. A closed meeting has minutes and changes no more.</summary>
public enum MeetingState
{
    Draft,
    Open,
    InProgress,
    Closed,
    Cancelled,
}

public enum ItemState
{
    Open,
    Discussed,

    /// <summary>Comes back as a proposal for the next meeting.</summary>
    Deferred,
}

public enum Attended
{
    Present,
    Remote,
    Absent,
    Excused,
}
