namespace CoCreateStudio.Features.Requirements.Reply;

/// <summary>What becomes of the replies that are there: the history keeps them either way.</summary>
public enum ReplyMode { Add, Replace }

/// <summary>What to say to many.</summary>
/// <param name="Share">Rows that their customer does not see yet are shared with it; without, they are left out.</param>
public sealed record ReplyOrder(string Text, ReplyMode Mode, bool Share);

public sealed record ReplyOutcome(Guid ActId, int Rows);

/// <summary>Who will read an answer, before it is given.</summary>
/// <param name="WithoutCustomer">Rows that belong to no customer: nobody can read an answer in them.</param>
public sealed record ReplyPreview(IReadOnlyList<ReplyReader> Readers, IReadOnlyList<ReplyRow> WithoutCustomer)
{
    public static ReplyPreview Nothing { get; } = new([], []);

    public IEnumerable<ReplyRow> NotShared => Readers.SelectMany(r => r.Hidden).OrderBy(r => r.Number);

    /// <summary>The rows that will be answered.</summary>
    public IEnumerable<ReplyRow> Reached(bool share) => Readers.SelectMany(r => share ? r.Seen.Concat(r.Hidden) : r.Seen).OrderBy(r => r.Number);
}

/// <summary>A customer, its people who may sign in, and its rows: those that it sees, and those that it does not.</summary>
public sealed record ReplyReader(string Customer, IReadOnlyList<string> People, IReadOnlyList<ReplyRow> Seen, IReadOnlyList<ReplyRow> Hidden);

public sealed record ReplyRow(int Number, string Title, string? Reporter, string? PublicReply, Guid? CustomerId, bool Shared);
