namespace CoCreateStudio.Domain.Meetings;

/// <summary>Something that was said and is kept: typed once, from then on a thing of the project that knows where it was said.</summary>
public abstract class Entry : Entity, IInProject
{
    public const int TextLength = 4000;
    public const int NameLength = 120;

    protected Entry()
    {
    }

    protected Entry(Said said, string text)
    {
        (ProjectId, MeetingId, ItemId, CustomerId) = (said.ProjectId, said.MeetingId, said.ItemId, said.CustomerId);
        (AuthorId, Author, SaidAt) = (said.AuthorId, said.Author, said.At);
        Write(text);
    }

    public Guid ProjectId { get; private init; }
    public Guid? MeetingId { get; private init; }
    public Guid? ItemId { get; private init; }

    /// <summary>The customer it concerns, whose people may see it; null stays inside.</summary>
    public Guid? CustomerId { get; private init; }

    public string Text { get; private set; } = "";
    public Guid? AuthorId { get; private init; }
    public string Author { get; private init; } = "";
    public DateTime SaidAt { get; private init; }

    /// <summary>Taken back, or turned into another kind.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>What it was turned into.</summary>
    public Guid? BecameId { get; private set; }

    /// <summary>Where, when and by whom it was written, for what it is turned into.</summary>
    public Said Said => new(ProjectId, MeetingId, ItemId, CustomerId, AuthorId, Author, SaidAt);

    public void Write(string text) => Text = Words(text);

    public void Archive(DateTime at)
    {
        MustStand();
        ArchivedAt = at;
    }

    /// <summary>Makes room for what it is turned into.</summary>
    public void Become(Guid successor, DateTime at)
    {
        Archive(at);
        BecameId = successor;
    }

    public void Restore()
    {
        if (BecameId is not null) throw new RuleException(nameof(RuleText.LineGone));
        ArchivedAt = null;
    }

    /// <exception cref="RuleException">It was taken back or turned into something else.</exception>
    public void MustStand()
    {
        if (ArchivedAt is not null) throw new RuleException(nameof(RuleText.LineGone));
    }

    internal static string Words(string text)
    {
        text = text.Trim();
        if (text.Length == 0) throw new RuleException(nameof(RuleText.NothingSaid));
        return text.Length <= TextLength ? text : throw new RuleException(nameof(RuleText.TooLong), TextLength);
    }

    internal static string? Name(string? name)
    {
        name = name?.Trim();
        if (name?.Length > NameLength) throw new RuleException(nameof(RuleText.TooLong), NameLength);
        return string.IsNullOrEmpty(name) ? null : name;
    }
}

/// <summary>Where, when and by whom something was written.</summary>
public sealed record Said(Guid ProjectId, Guid? MeetingId, Guid? ItemId, Guid? CustomerId, Guid? AuthorId, string Author, DateTime At);

/// <summary>A line of the minutes that is nothing more.</summary>
public sealed class MeetingNote : Entry
{
    private MeetingNote()
    {
    }

    public MeetingNote(Said said, string text, int? requirement = null) : base(said, text) => Requirement = requirement;

    /// <summary>The number of the requirement that was collected with this line.</summary>
    public int? Requirement { get; private init; }
}

/// <summary>A view or suggestion that the minutes shall show apart.</summary>
public sealed class KeyPoint : Entry
{
    private KeyPoint()
    {
    }

    public KeyPoint(Said said, string text) : base(said, text)
    {
    }
}
