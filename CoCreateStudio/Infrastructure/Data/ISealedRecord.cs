namespace CoCreateStudio.Infrastructure.Data;

/// <summary>What a feature keeps under seal besides the minutes: the command that verifies asks each of a project.</summary>
public interface ISealedRecord
{
    Task<IReadOnlyList<RecordVerdict>> CheckAsync(StudioDb db, CancellationToken ct);
}

/// <summary>What a check found, in the reader's words.</summary>
/// <param name="Sentence">How it stands as a whole.</param>
/// <param name="Lines">What does not fit, and the fingerprints to keep elsewhere.</param>
public sealed record RecordVerdict(bool Fits, string Sentence, IReadOnlyList<string> Lines);
