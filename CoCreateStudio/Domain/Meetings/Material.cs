using CoCreateStudio.Domain.Files;

namespace CoCreateStudio.Domain.Meetings;

/// <summary>Something to read before a topic is talked about, or to show in the meeting.</summary>
public abstract class Material : Entity, IInProject
{
    public const int TitleLength = 200;

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

    public MaterialLink(Guid projectId, Guid topicId, string url, string? title, Guid? addedById, string addedBy)
        : base(projectId, topicId, TypedText.Tidy(title, TitleLength) ?? Shown(Checked(url)), addedById, addedBy) => Url = Checked(url);

    public string Url { get; private init; } = "";

    private static string Checked(string url) => TypedText.WebAddress(url) ?? throw new RuleException(nameof(RuleText.WebAddressNeeded));

    private static string Shown(string url)
    {
        Uri address = new(url);
        var shown = address.Host + address.AbsolutePath.TrimEnd('/');
        return shown.Length <= TitleLength ? shown : shown[..TitleLength];
    }
}

/// <summary>Material that was brought as a file: kept as it came, and only ever downloaded.</summary>
public sealed class MaterialFile : Material
{
    private MaterialFile()
    {
    }

    public MaterialFile(Guid projectId, Guid topicId, string name, byte[] bytes, Guid? addedById, string addedBy)
        : base(projectId, topicId, Checked(name, bytes), addedById, addedBy) => Content = new(Id, bytes);

    public MaterialContent? Content { get; private init; }

    private static string Checked(string name, byte[] bytes)
    {
        if (bytes.Length > Evidence.MaxBytes) throw Evidence.TooLarge;
        name = DocumentKinds.NameFor(name, bytes);
        return name.Length > TitleLength ? name[^TitleLength..] : name;
    }
}

public sealed class MaterialContent(Guid materialId, byte[] bytes)
{
    public Guid MaterialId { get; private init; } = materialId;
    public byte[] Bytes { get; private init; } = bytes;
}
