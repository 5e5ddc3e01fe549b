using CoCreateStudio.Domain.Files;

namespace CoCreateStudio.Domain.Customers;

/// <summary>A document that belongs to a company: kept as it came, and only ever downloaded.</summary>
public sealed class CustomerFile : Entity
{
    private CustomerFile()
    {
    }

    public CustomerFile(Guid customerId, Document document, string addedBy, DateTime addedAt)
    {
        (CustomerId, Name, Size, AddedBy, AddedAt) = (customerId, document.Name, document.Bytes.Length, addedBy, addedAt);
        Content = new(Id, document.Bytes);
    }

    public Guid CustomerId { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public int Size { get; private init; }

    public string AddedBy { get; private init; } = "";
    public DateTime AddedAt { get; private init; }
    public DateTime? RemovedAt { get; private set; }
    public CustomerFileContent? Content { get; private init; }

    public void Remove(DateTime at) => RemovedAt ??= at;

    public void Restore() => RemovedAt = null;
}

public sealed class CustomerFileContent(Guid fileId, byte[] bytes)
{
    public Guid FileId { get; private init; } = fileId;
    public byte[] Bytes { get; private init; } = bytes;
}
