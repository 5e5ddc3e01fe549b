namespace CoCreateStudio.Domain.Files;

/// <summary>What proves something that is said in a project: a link, or a file that is kept as it came and only ever downloaded. It stays inside.</summary>
public sealed class Evidence : Entity, IInProject
{
    private Evidence()
    {
    }

    private Evidence(Guid projectId, Guid ownerId, string addedBy, DateTime at) => (ProjectId, OwnerId, AddedBy, AddedAt) = (projectId, ownerId, addedBy, at);

    public Guid ProjectId { get; private init; }

    /// <summary>What it proves: an assessment of a trait, a measured value, a signature.</summary>
    public Guid OwnerId { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>Where it is on the web; null for a file.</summary>
    public string? Url { get; private init; }

    public string AddedBy { get; private init; } = "";
    public DateTime AddedAt { get; private init; }
    public DateTime? RemovedAt { get; private set; }
    public EvidenceContent? Content { get; private set; }

    public static Evidence OfLink(Guid projectId, Guid ownerId, string url, string addedBy, DateTime at)
    {
        WebLink link = new(url);
        return new(projectId, ownerId, addedBy, at) { Url = link.Url, Title = link.Title };
    }

    public static Evidence OfFile(Guid projectId, Guid ownerId, Document document, string addedBy, DateTime at)
    {
        Evidence file = new(projectId, ownerId, addedBy, at) { Title = document.Name };
        file.Content = new(file.Id, document.Bytes);
        return file;
    }

    public void Remove(DateTime at) => RemovedAt ??= at;

    public void Restore() => RemovedAt = null;
}

public sealed class EvidenceContent(Guid evidenceId, byte[] bytes)
{
    public Guid EvidenceId { get; private init; } = evidenceId;
    public byte[] Bytes { get; private init; } = bytes;
}
