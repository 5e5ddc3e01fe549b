namespace CoCreateStudio.Domain.Files;

/// <summary>A document that somebody brought, checked by its content and by its size: kept as it came, and only ever downloaded.</summary>
public sealed record Document
{
    /// <summary>25 MB.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    public const int NameLength = 200;

    public static RuleException TooLarge => new(nameof(RuleText.FileTooLarge), MaxBytes / 1024 / 1024);

    /// <exception cref="RuleException">It is too large, or none of <see cref="DocumentKinds"/>.</exception>
    public Document(string name, byte[] bytes)
    {
        if (bytes.Length > MaxBytes) throw TooLarge;
        name = DocumentKinds.NameFor(name, bytes);
        (Name, Bytes) = (name.Length > NameLength ? name[^NameLength..] : name, bytes);
    }

    /// <summary>With an ending that fits what it is; of one that is too long, the end.</summary>
    public string Name { get; }

    public byte[] Bytes { get; }
}
