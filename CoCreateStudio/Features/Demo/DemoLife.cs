using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Features.Demo;

/// <summary>One requirement from being written down to where it stands today, as a row of acts.</summary>
internal sealed class DemoLife
{
    private readonly DemoTeam _team;
    private readonly DateTime _now;
    private readonly Random _chance;
    private readonly DemoDiary _diary;
    private readonly List<Attachment> _pictures = [];
    private DateTime _settled;
    private Requirement? _requirement;

    public DemoLife(DemoRequirement told, DemoTeam team, DateTime now, int seed)
    {
        (Told, _team, _now, _chance) = (told, team, now, new Random(seed));
        _diary = new DemoDiary(now, _chance);
        Creator = told.Imported || _chance.Next(4) > 0 ? team.Pm : team.Owner(told) ?? team.Lead;
        var day = now.AddDays(-told.DaysAgo);
        CreatedAt = _settled = told.Imported ? _diary.Start(day.Date.AddHours(2)) : _diary.Next(day, Creator);
    }

    public DemoRequirement Told { get; }
    public Person Creator { get; }
    public DateTime CreatedAt { get; }
    public Requirement Requirement => _requirement ?? throw new InvalidOperationException("It has not begun.");

    public DemoLife Begin(Guid projectId, int number, Queue<byte[]> pictures)
    {
        _requirement = new Requirement(projectId, number, Told.Title, Told.Description, CreatedAt, Creator.Name);
        if (Told.Extra.Count > 0 && !Told.Imported) throw new InvalidOperationException($"“{Told.Title}” has columns of a file but came in none.");
        for (var i = 1; i <= Told.Pictures; i++)
            _pictures.Add(new Attachment(projectId, Requirement.Id, PictureName(i), PictureKind.Png, pictures.Dequeue(), Creator.Name, CreatedAt));
        WriteFirst();
        return this;
    }

    public void AddTo(StudioDb db)
    {
        db.Add(Requirement);
        db.AddRange(_pictures);
        db.AddRange(Told.Links.Select(l => new RequirementLink(Requirement, l.Url, l.Title)));
    }

    public IEnumerable<InstallationAct> Tell(Func<string, DemoLife> named)
    {
        if (!Told.Imported) yield return new(CreatedAt, Creator, AddTo);
        foreach (var act in Steps(named).Concat(Comments())) yield return act;
        if (Told.RelatedTo is not { } key) yield break;
        var other = named(key);
        _diary.Wait(other.CreatedAt);
        yield return new(_diary.Next(_settled, _team.Pm), _team.Pm, db => db.Add(new RequirementLink(Requirement, other.Requirement)));
    }

    private IEnumerable<InstallationAct> Steps(Func<string, DemoLife> named)
    {
        var way = DemoWay.To(Told, skipPlanning: _chance.Next(3) == 0);
        var span = (_now - CreatedAt) * (0.4 + 0.45 * _chance.NextDouble());
        if (Told.DuplicateOf is { } original) _diary.Wait(named(original).CreatedAt);
        for (var i = 0; i < way.Count; i++)
        {
            var (step, to) = (i, way[i]);
            var mover = _team.Mover(Told, to);
            var at = _settled = _diary.Next(CreatedAt + span * ((i + 0.3 + 0.7 * _chance.NextDouble()) / way.Count), mover);
            yield return new(at, mover, db =>
            {
                db.Attach(Requirement);
                if (step == 0) Triage(at);
                if (to == DemoWay.Answered(Told)) Answer(at);
                if (Told.DuplicateOf is { } key) Requirement.MarkDuplicateOf(named(key).Requirement.Id);
                Requirement.MoveTo(to, step == way.Count - 1 ? Told.Reason : null, at);
            });
        }

        if (way.Count > 0 || Told.UrgencyBefore is null) yield break;
        var raised = _diary.Next(CreatedAt.AddHours(5), _team.Pm);
        yield return new(raised, _team.Pm, db =>
        {
            db.Attach(Requirement);
            Write(RequirementField.Urgency, Told.Urgency?.ToString(), raised);
        });
    }

    private IEnumerable<InstallationAct> Comments()
    {
        for (var i = 0; i < Told.Comments.Count; i++)
        {
            var said = Told.Comments[i];
            var author = _team.Person(said.By);
            var at = _diary.Next(_settled + (_now - _settled) * ((i + 0.5) / Told.Comments.Count), author);
            yield return new(at, author, db => db.Add(new RequirementComment(Requirement, said.Text, said.IsInternal, author.Id, author.Name, at)));
        }
    }

    private void WriteFirst()
    {
        Write(RequirementField.Customer, _team.Customer(Told).ToString(), CreatedAt);
        Write(RequirementField.Department, Told.Department, CreatedAt);
        Write(RequirementField.Category, Told.Category, CreatedAt);
        Write(RequirementField.Phase, Told.Phase?.ToString(), CreatedAt);
        Write(RequirementField.Urgency, (Told.UrgencyBefore ?? Told.Urgency)?.ToString(), CreatedAt);
        Write(RequirementField.Reporter, Told.Reporter, CreatedAt);
        Write(RequirementField.ReportedAt, CreatedAt.AddMinutes(-_chance.Next(20, 2400)).ToString("O", CultureInfo.InvariantCulture), CreatedAt);
        Write(RequirementField.Notes, Told.Notes, CreatedAt);
        Write(RequirementField.Shared, Told.Shared.ToString(), CreatedAt);
        if (Told.Status == RequirementStatus.New) Triage(CreatedAt, keepUrgency: true);
    }

    private void Triage(DateTime at, bool keepUrgency = false)
    {
        if (_team.Owner(Told) is { } owner) Requirement.Assign(owner.Name, owner.Id);
        if (!keepUrgency) Write(RequirementField.Urgency, Told.Urgency?.ToString(), at);
        if (Told.DueInDays is { } days) Write(RequirementField.TargetDate, DateOnly.FromDateTime(_now.AddDays(days)).ToString("O", CultureInfo.InvariantCulture), at);
        Write(RequirementField.InternalNote, Told.InternalNote, at);
    }

    private void Answer(DateTime at)
    {
        Write(RequirementField.PublicReply, Told.PublicReply, at);
        Write(RequirementField.Resolution, Told.Resolution, at);
    }

    private void Write(RequirementField field, string? text, DateTime at) => Requirement.Write(field, text, at);

    // As WeChat and Windows name what people paste.
    private string PictureName(int index) => Told.Title.Any(c => c > 0x2E80)
        ? $"微信图片_{CreatedAt:yyyyMMddHHmm}{index:00}.png"
        : $"Screenshot {CreatedAt:yyyy-MM-dd HHmm}{index:00}.png";
}
