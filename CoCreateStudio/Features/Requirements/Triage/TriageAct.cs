namespace CoCreateStudio.Features.Requirements.Triage;

/// <summary>What can be done with a requirement in triage; the first five decide it, and the next one comes.</summary>
public enum TriageAct
{
    Accept,
    Plan,
    Decline,
    Merge,
    Snooze,
    Urgency,
    Owner,
    Reply,
}
