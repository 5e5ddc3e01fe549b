using System.Collections;
using System.Text.Json;
using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Audit;
using CoCreateStudio.Domain.Requirements;
using CoCreateStudio.Domain.Screenings;
using CoCreateStudio.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>Turns a tracked change into what is kept about it.</summary>
internal static class AuditTrail
{
    /// <summary>
    /// Links hold secrets; a view is how a table is looked at, no fact; rows of a file, and what it taught, are told of by the entry of their
    /// import; and of a row that was only claimed there is nothing to tell.
    /// </summary>
    public static bool IsKept(EntityEntry<Entity> entry) =>
        entry.Entity is not (PersonalLink or ImportMapping or SavedView) && !(entry.State == EntityState.Added && entry.Entity is Requirement { ImportId: not null })
        && !(entry.State == EntityState.Modified && entry.Properties.All(p => !p.IsModified || p.Metadata.Name == nameof(Entity.Version)));

    public static AuditEntry EntryFor(EntityEntry<Entity> entry, Guid actId, CurrentActor actor, DateTime at) => new()
    {
        ProjectId = StudioDb.ProjectOf(entry.Entity),
        ActId = actId,
        Entity = entry.Entity.GetType().Name,
        EntityId = entry.Entity.Id,
        Action = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
        ActorId = actor.PersonId,
        Actor = actor.Name,
        At = at,
        Changes = entry.State == EntityState.Modified ? [.. ChangesOf(entry)] : entry is { State: EntityState.Added, Entity: TraitAssessment { At: not null } } ? [.. FirstOf(entry)] : [],
    };

    private static IEnumerable<FieldChange> ChangesOf(EntityEntry<Entity> entry) =>
        from property in entry.Properties
        where property.IsModified && property.Metadata.Name != nameof(Entity.Version)
        let change = new FieldChange(property.Metadata.Name, Text(property.OriginalValue), Text(property.CurrentValue))
        where change.Old != change.New
        select change;

    // A candidate may come in with what is said of it; that is the first step of its history, from nothing.
    private static IEnumerable<FieldChange> FirstOf(EntityEntry<Entity> entry) =>
        from property in entry.Properties
        where property.Metadata.Name is nameof(TraitAssessment.State) or nameof(TraitAssessment.Note) or nameof(TraitAssessment.Date) or nameof(TraitAssessment.ContactId)
        let change = new FieldChange(property.Metadata.Name, Text(property.Metadata.Sentinel), Text(property.CurrentValue))
        where change.Old != change.New
        select change;

    /// <summary>A value as invariant text, the same for every change of it.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable list => JsonSerializer.Serialize(list, list.GetType()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
