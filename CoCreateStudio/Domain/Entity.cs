namespace CoCreateStudio.Domain;

public abstract class Entity
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Counts the saves of this row; a save that started from an older one is refused.</summary>
    public int Version { get; private set; }
}

/// <summary>Anything that lives inside one co-creation project; changes to it are audited and published live.</summary>
public interface IInProject
{
    Guid ProjectId { get; }
}
