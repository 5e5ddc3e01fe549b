using System.Linq.Expressions;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Kit;
using CoCreateStudio.Kit.Live;
using Microsoft.EntityFrameworkCore;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>One field of thousands of rows that is empty and gets a value, by one command; the history of each row still tells of it.</summary>
public sealed class ManyChanges<T, TValue> : ManyRows where T : Entity, IInProject
{
    private readonly Guid _projectId;
    private readonly IQueryable<T> _rows;
    private readonly Expression<Func<T, TValue>> _field;
    private readonly TValue _value;
    private readonly Func<Guid, string, string?, AuditEntry> _entry;

    internal ManyChanges(Guid projectId, IQueryable<T> rows, Expression<Func<T, TValue>> field, TValue value, CurrentActor actor, Guid actId, DateTime at)
    {
        (_projectId, _rows, _field, _value) = (projectId, rows, field, value);
        _entry = (id, name, text) => new()
        {
            ProjectId = projectId,
            ActId = actId,
            Entity = typeof(T).Name,
            EntityId = id,
            Action = AuditAction.Changed,
            ActorId = actor.PersonId,
            Actor = actor.Name,
            At = at,
            Changes = [new(name, null, text)],
        };
    }

    /// <summary>How many rows were changed; known after the save.</summary>
    public int Count { get; private set; }

    internal override IEnumerable<Change> Changes => Count == 0 ? [] : [new(_projectId, typeof(T), Guid.Empty)];

    internal override async Task<int> WriteAsync(StudioDb db, CancellationToken ct)
    {
        var ids = await _rows.Select(r => r.Id).ToListAsync(ct);
        await _rows.ExecuteUpdateAsync(row => row.SetProperty(_field, _value).SetProperty(r => r.Version, r => r.Version + 1), ct);
        var (name, text) = (((MemberExpression)_field.Body).Member.Name, AuditTrail.Text(_value));
        await new ManyRows<AuditEntry>([.. ids.Select(id => _entry(id, name, text))]).WriteAsync(db, ct);
        return Count = ids.Count;
    }
}
