using CoCreateStudio.Domain.Files;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>Something to read before a topic is talked about, or to show in the meeting.</summary>
public abstract class Material : Entity, IInProject
{
    private protected Material()
    {
    }

    /// <param name="topicId">A proposal, or an item of an agenda; see <see cref="AgendaItem.Topic"/>.</param>
    private protected Material(Guid projectId, Guid topicId, string title, Guid? addedById, string addedBy) =>
        (ProjectId, TopicId, Title, AddedById, AddedBy) = (projectId, topicId, title, addedById, addedBy);

    public Guid ProjectId { get; private init; }
    public Guid TopicId { get; private init; }
    public string Title { get; private init; } = "";
    public Guid? AddedById { get; private init; }
    public string AddedBy { get; private init; } = "";
    public DateTime? RemovedAt { get; private set; }

    public void Remove(DateTime at) => RemovedAt ??= at;

    public void Restore() => RemovedAt = null;
}

/// <summary>Material on the web.</summary>
public sealed class MaterialLink : Material
{
    private MaterialLink()
    {
    }

    public MaterialLink(Guid projectId, Guid topicId, WebLink link, string? title, Guid? addedById, string addedBy)
        : base(projectId, topicId, TypedText.Tidy(title, Document.NameLength) ?? link.Title, addedById, addedBy) => Url = link.Url;

    public string Url { get; private init; } = "";
}

/// <summary>Material that was brought as a file: kept as it came, and only ever downloaded.</summary>
public sealed class MaterialFile : Material
{
    private MaterialFile()
    {
    }

    public MaterialFile(Guid projectId, Guid topicId, Document document, Guid? addedById, string addedBy)
        : base(projectId, topicId, document.Name, addedById, addedBy) => Content = new(Id, document.Bytes);

    public MaterialContent? Content { get; private init; }
}

public sealed class MaterialContent(Guid materialId, byte[] bytes)
{
    public Guid MaterialId { get; private init; } = materialId;
    public byte[] Bytes { get; private init; } = bytes;
}
