using CoCreateStudio.Domain.Files;

namespace CoCreateStudio.Domain.Customers;

/// <summary>A document that belongs to a company: kept as it came, and only ever downloaded.</summary>
public sealed class CustomerFile : Entity
{
    public const int MaxBytes = 25 * 1024 * 1024;
    public const int NameLength = 200;

    private CustomerFile()
    {
    }

    public CustomerFile(Guid customerId, string name, byte[] bytes, string addedBy, DateTime addedAt)
    {
        (CustomerId, Name, Size, AddedBy, AddedAt) = (customerId, Checked(name, bytes), bytes.Length, addedBy, addedAt);
        Content = new(Id, bytes);
    }

    public static RuleException TooLarge => new(nameof(RuleText.FileTooLarge), MaxBytes / 1024 / 1024);

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

    private static string Checked(string name, byte[] bytes)
    {
        if (bytes.Length > MaxBytes) throw TooLarge;
        name = DocumentKinds.NameFor(name, bytes);
        return name.Length > NameLength ? name[^NameLength..] : name;
    }
}

public sealed class CustomerFileContent(Guid fileId, byte[] bytes)
{
    public Guid FileId { get; private init; } = fileId;
    public byte[] Bytes { get; private init; } = bytes;
}
