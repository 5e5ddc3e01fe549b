namespace CoCreateStudio.Domain.Files;

/// <summary>A picture that belongs to something in a project; its bytes are a row of their own.</summary>
public sealed class Attachment : Entity, IInProject
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int NameLength = 200;

    private Attachment()
    {
    }

    public Attachment(Guid projectId, Guid ownerId, string fileName, PictureKind kind, byte[] bytes, string addedBy, DateTime addedAt)
    {
        (ProjectId, OwnerId, Kind, AddedBy, AddedAt, Size) = (projectId, ownerId, kind, addedBy, addedAt, bytes.Length);
        FileName = fileName.Length > NameLength ? fileName[^NameLength..] : fileName;
        Content = new AttachmentContent(Id, bytes);
    }

    public Guid ProjectId { get; private init; }

    /// <summary>The requirement that shows it.</summary>
    public Guid OwnerId { get; private init; }

    public string FileName { get; private init; } = "";
    public PictureKind Kind { get; private init; }

    /// <summary>In bytes.</summary>
    public int Size { get; private init; }

    public string AddedBy { get; private init; } = "";
    public DateTime AddedAt { get; private init; }
    public DateTime? RemovedAt { get; private set; }
    public AttachmentContent? Content { get; private init; }

    public void Remove(DateTime at) => RemovedAt ??= at;

    public void Restore() => RemovedAt = null;
}

public sealed class AttachmentContent(Guid attachmentId, byte[] bytes)
{
    public Guid AttachmentId { get; private init; } = attachmentId;
    public byte[] Bytes { get; private init; } = bytes;
}
