using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Projects;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Features.Demo;

/// <summary>One project of the demo: its set-up, then the lives of its requirements.</summary>
internal sealed class DemoStory
{
    /// <summary>How far back the demo goes.</summary>
    public const int Days = 120;

    private readonly DemoProject _told;
    private readonly DemoCast _cast;
    private readonly DateTime _now;
    private readonly Project _project;
    private readonly NumberSequence _numbers;
    private readonly List<DemoLife> _lives;

    public DemoStory(DemoProject told, DemoCast cast, Queue<byte[]> pictures, DateTime now)
    {
        (_told, _cast, _now) = (told, cast, now);
        _project = new Project(told.Name, told.Key);
        _numbers = new NumberSequence(_project.Id, NumberSequence.OfRequirements);
        var team = new DemoTeam(told, cast);
        _lives =
        [
            .. told.Requirements.Select((r, i) => new DemoLife(r, team, now, seed: told.Key[0] * 1000 + i))
                .OrderBy(life => life.CreatedAt)
                .Select(life => life.Begin(_project.Id, _numbers.Next(), pictures)),
        ];
    }

    public Guid ProjectId => _project.Id;

    public DemoStage Stage => new(_project, _cast.Person, _cast.Customer, _now);

    public IEnumerable<InstallationAct> Tell()
    {
        yield return new(_now.AddDays(-Days - 4), _cast.Administrator, SetUp);
        foreach (var act in Import().Concat(_lives.SelectMany(l => l.Tell(Named)))) yield return act;
    }

    private void SetUp(StudioDb db)
    {
        _project.Describe(_told.Purpose);
        _project.ListDepartments(_told.Departments);
        _project.ListCategories(_told.Categories);
        foreach (var (status, name) in _told.StatusNames) _project.NameStatus(status, name);
        db.Add(_project);
        db.Add(_numbers);
        db.AddRange(_told.Members.Select(m => new Membership(
            _project.Id, _cast.Person(m.Person).Id, m.Role, m.Customer is { } company ? _cast.Customer(company).Id : null)));
    }

    /// <summary>The rows that came in one file, in one act.</summary>
    private IEnumerable<InstallationAct> Import()
    {
        DemoLife[] rows = [.. _lives.Where(l => l.Told.Imported)];
        if (rows.Length == 0) yield break;
        var (at, by) = (rows[0].CreatedAt, rows[0].Creator);
        var run = new ImportRun(_project.Id, _told.ImportFile, by.Id, by.Name, at, rows.Length, rows.Sum(r => r.Told.Pictures), leftOut: 0);
        foreach (var row in rows) row.Requirement.CameWith(run.Id, row.Told.Extra);
        yield return new(at, by, db =>
        {
            db.Add(run);
            foreach (var row in rows) row.AddTo(db);
        });
    }

    private DemoLife Named(string key) => _lives.First(l => l.Told.Key == key);
}
