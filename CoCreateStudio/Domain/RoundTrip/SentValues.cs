using System.IO.Compression;
using CoCreateStudio.Domain.Requirements;

namespace CoCreateStudio.Domain.RoundTrip;

/// <summary>Packs what the rows of a sent table said, row after row, so that fifty thousand of them need a few megabytes and never lie open in memory.</summary>
public sealed class SentValues : IDisposable
{
    private const int PieceBytes = 1 << 20;

    private readonly Stream _packed;
    private readonly BinaryWriter _writer;

    /// <param name="packed">Where the packed rows lie until they are all there: a file, so that they are not in memory twice.</param>
    public SentValues(Stream packed)
    {
        _packed = packed;
        _writer = new(new BrotliStream(_packed, CompressionLevel.Fastest, leaveOpen: true));
        // By name: the list of fields may grow or change its order.
        _writer.Write(string.Join(',', SentTable.Fields));
    }

    public int Rows { get; private set; }

    public void Add(Guid row, Func<RequirementField, string?> value)
    {
        Rows++;
        _writer.Write(row.ToByteArray());
        foreach (var field in SentTable.Fields) _writer.Write(value(field) ?? "");
    }

    /// <summary>All of it, in pieces.</summary>
    public IReadOnlyList<byte[]> Pack()
    {
        _writer.Write(Guid.Empty.ToByteArray());
        _writer.Dispose();
        _packed.Position = 0;
        List<byte[]> pieces = [];
        while (_packed.Position < _packed.Length)
        {
            var piece = new byte[Math.Min(PieceBytes, _packed.Length - _packed.Position)];
            _packed.ReadExactly(piece);
            pieces.Add(piece);
        }
        return pieces;
    }

    public static IReadOnlyDictionary<Guid, IReadOnlyDictionary<RequirementField, string?>> Unpack(IReadOnlyList<byte[]> pieces)
    {
        using MemoryStream packed = new(pieces.Sum(p => p.Length));
        foreach (var piece in pieces) packed.Write(piece);
        packed.Position = 0;
        using var reader = new BinaryReader(new BrotliStream(packed, CompressionMode.Decompress));
        RequirementField?[] fields = [.. reader.ReadString().Split(',').Select(n => Enum.TryParse<RequirementField>(n, out var field) ? field : (RequirementField?)null)];
        Dictionary<Guid, IReadOnlyDictionary<RequirementField, string?>> rows = [];
        while (new Guid(reader.ReadBytes(16)) is var row && row != Guid.Empty)
        {
            Dictionary<RequirementField, string?> values = new(fields.Length);
            foreach (var field in fields)
            {
                var value = reader.ReadString();
                if (field is { } known) values[known] = value.Length == 0 ? null : value;
            }

            rows.Add(row, values);
        }

        return rows;
    }

    public void Dispose() => _writer.Dispose();
}
