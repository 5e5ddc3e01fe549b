using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Features.Meetings.Minutes.Corrections;

/// <summary>A line as somebody corrects it.</summary>
/// <param name="name">Tells it from the others of its correction.</param>
public sealed class DraftLine(SealedLine was, int? topic, string name)
{
    public SealedLine Was { get; private set; } = was;
    public int? Topic { get; } = topic;
    public string Name { get; } = name;
    public NoteKind Kind { get; set; } = was.Kind;
    public string Text { get; set; } = was.Text;
    public string? Owner { get; set; } = was.Owner;
    public DateOnly? Due { get; set; } = was.Due;
    public string? DecidedBy { get; set; } = was.DecidedBy;
    public string? Why { get; set; } = was.Why;
    public bool IsStruck { get; set; }

    public LineCorrection Correction => new(Was.Id!, Text, Owner, Due, DecidedBy, Why, IsStruck);

    public ForgottenLine Forgotten => new(Topic, Was with { Kind = Kind, Text = Text, Owner = Owner, Due = Due, DecidedBy = DecidedBy, Why = Why });

    /// <summary>Takes over what somebody else changed, where this person did not.</summary>
    public void Follow(SealedLine now)
    {
        Text = Mine(Text, Was.Text, now.Text);
        Owner = Mine(Owner, Was.Owner, now.Owner);
        Due = Mine(Due, Was.Due, now.Due);
        DecidedBy = Mine(DecidedBy, Was.DecidedBy, now.DecidedBy);
        Why = Mine(Why, Was.Why, now.Why);
        Was = now;
    }

    private static T Mine<T>(T mine, T was, T now) => EqualityComparer<T>.Default.Equals(mine, was) ? now : mine;
}

/// <summary>Somebody who was forgotten on the attendance list.</summary>
public sealed class DraftPerson
{
    public string Name { get; set; } = "";
    public Side Side { get; set; } = Side.Customer;
    public Attended State { get; set; } = Attended.Present;
}

/// <summary>A correction while it is written: all that may be changed of one version.</summary>
internal sealed class CorrectionDraft
{
    public CorrectionDraft(SealedMinutes minutes)
    {
        Base = minutes;
        (Place, Remark) = (minutes.Place, minutes.Remark);
        People = minutes.People.ToDictionary(p => p.Name, p => p.State);
        Lines = [.. Drafts(minutes)];
    }

    /// <summary>The version that is corrected.</summary>
    public SealedMinutes Base { get; private set; }

    public string? Place { get; set; }
    public string? Remark { get; set; }
    public string? Why { get; set; }
    public Dictionary<string, Attended?> People { get; private set; }
    public List<DraftLine> Lines { get; private set; }
    public List<DraftLine> Forgotten { get; } = [];
    public List<DraftPerson> ForgottenPeople { get; } = [];

    public MinutesCorrection Correction => new(Place, Remark, People, [.. Lines.Select(l => l.Correction)], [.. Forgotten.Select(l => l.Forgotten)])
    {
        ForgottenPeople = [.. ForgottenPeople.Select(p => new SealedPerson(p.Name, p.Side, p.State))],
    };

    public void Add(int? topic)
    {
        var at = 0;
        while (Forgotten.Exists(l => l.Name == NameOf(topic, at))) at++;
        Forgotten.Add(new(new(Guid.NewGuid().ToString(), NoteKind.Note, null, "", "", default, null, null, null, null), topic, NameOf(topic, at)));
    }

    /// <summary>How the names of the lines that were forgotten in a topic begin.</summary>
    public static string NameOf(int? topic) => $"new:{topic}:";

    private static string NameOf(int? topic, int at) => $"{NameOf(topic)}{at}";

    /// <summary>Goes on from the version that somebody else made meanwhile: what this person changed stays, the rest is theirs.</summary>
    public void Follow(SealedMinutes newer)
    {
        if (Place == Base.Place) Place = newer.Place;
        if (Remark == Base.Remark) Remark = newer.Remark;
        People = newer.People.ToDictionary(p => p.Name, p => Base.People.FirstOrDefault(b => b.Name == p.Name)?.State == People.GetValueOrDefault(p.Name) ? p.State : People[p.Name]);
        ForgottenPeople.RemoveAll(p => newer.People.Any(n => n.Name == p.Name.Trim()));
        var mine = Lines.ToDictionary(l => l.Was.Id!);
        Lines = [.. Drafts(newer).Select(fresh => mine.GetValueOrDefault(fresh.Was.Id!, fresh))];
        var now = newer.All.ToDictionary(l => l.Id!);
        foreach (var line in Lines) line.Follow(now[line.Was.Id!]);
        Base = newer;
    }

    private static IEnumerable<DraftLine> Drafts(SealedMinutes minutes) =>
        minutes.Topics.SelectMany((t, i) => t.Said.Select(l => new DraftLine(l, i, $"line:{l.Id}"))).Concat(minutes.Said.Select(l => new DraftLine(l, null, $"line:{l.Id}")));
}
