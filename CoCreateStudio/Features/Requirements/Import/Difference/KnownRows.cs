namespace CoCreateStudio.Features.Requirements.Import.Difference;

/// <summary>A requirement that is there, as much of it as finding needs.</summary>
/// <param name="Words">What it says, made comparable.</param>
public sealed record KnownRow(Guid Id, int Number, string Title, string Words, bool Archived);

public readonly record struct NearRow(KnownRow Row, double Alike);

/// <summary>Reads requirements whole.</summary>
public delegate Task<IReadOnlyDictionary<Guid, TodaysRow>> ReadTodaysRows(IReadOnlyCollection<Guid> ids, CancellationToken ct);

/// <summary>Reads the bytes of a picture that is there; null when it is gone.</summary>
public delegate Task<byte[]?> ReadTodaysPicture(Guid id, CancellationToken ct);

/// <summary>What is there already, made findable: by id, by number, by the same and by nearly the same words.</summary>
public sealed class KnownRows
{
    private readonly Dictionary<Guid, KnownRow> _byId;
    private readonly Dictionary<int, KnownRow> _byNumber;
    private readonly Dictionary<string, KnownRow> _byWords = [];
    private readonly List<KnownRow> _inUse;
    private readonly Lazy<NearText> _near;

    public KnownRows(IReadOnlyList<KnownRow> rows, ReadTodaysRows read, ReadTodaysPicture? picture = null)
    {
        _byId = rows.ToDictionary(r => r.Id);
        _byNumber = rows.ToDictionary(r => r.Number);
        _inUse = [.. rows.Where(r => !r.Archived && r.Words.Length > 0)];
        foreach (var row in _inUse) _byWords.TryAdd(row.Words, row);
        _near = new(() => new NearText([.. _inUse.Select(r => r.Words)]));
        (Read, Picture, LastNumber) = (read, picture ?? ((_, _) => Task.FromResult<byte[]?>(null)), rows.Count == 0 ? 0 : rows.Max(r => r.Number));
    }

    public static KnownRows None => new([], (_, _) => Task.FromResult<IReadOnlyDictionary<Guid, TodaysRow>>(new Dictionary<Guid, TodaysRow>()));

    public ReadTodaysRows Read { get; }

    public ReadTodaysPicture Picture { get; }

    /// <summary>What has a higher number came later.</summary>
    public int LastNumber { get; }

    public KnownRow? ById(Guid id) => _byId.GetValueOrDefault(id);

    public KnownRow? ByNumber(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Archived rows are not there for this and the next.</summary>
    public KnownRow? BySameWords(string words) => _byWords.GetValueOrDefault(words);

    public NearRow? ByNearWords(string words) => _inUse.Count > 0 && _near.Value.Find(words) is var (place, alike) ? new(_inUse[place], alike) : null;
}
