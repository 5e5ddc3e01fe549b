using CoCreateStudio.Domain.Access;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Infrastructure.Files;

/// <summary>A kind of thing that evidence proves. Features bring one for each kind, and it alone says who may add to it or take from it.</summary>
public interface IEvidenceOwner
{
    /// <summary>The right that adding to it or taking from it asks for; null where there is nothing of this kind with that id.</summary>
    /// <param name="touched">What is removed or put back; null for what is new.</param>
    /// <exception cref="RuleException">As it stands, its evidence stays as it is.</exception>
    Task<Right?> NeedAsync(StudioDb db, Guid ownerId, Evidence? touched, CancellationToken ct);
}
