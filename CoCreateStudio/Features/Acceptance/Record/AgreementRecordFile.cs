using System.IO.Compression;
using System.Text;

namespace CoCreateStudio.Features.Acceptance.Record;

/// <summary>An agreement as a ZIP that can be checked without this program: each version and signature as it was hashed, the chain, and how to check it.</summary>
internal static class AgreementRecordFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="isWhole">False for a reader who does not see what was recalled.</param>
    public static async Task WriteAsync(Stream output, AcceptanceRoom room, bool isWhole, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        StringBuilder chain = new(isWhole ? string.Create(CultureInfo.InvariantCulture, $"whole {room.Agreement!.LastVersion}\n") : "part\n"), signatures = new();
        foreach (var version in room.Versions)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"versions/{version.Number:0000}.json");
            await AddAsync(zip, file, version.Content, ct);
            chain.Append(CultureInfo.InvariantCulture, $"{version.Number} {(version.PreviousHash.Length == 0 ? "-" : version.PreviousHash)} {version.Hash} {file} {version.State}\n");
            foreach (var signature in room.Signatures.Where(s => s.VersionId == version.Id).OrderBy(s => s.Side))
            {
                var signed = string.Create(CultureInfo.InvariantCulture, $"signatures/{version.Number:0000}_{signature.Side}.json");
                await AddAsync(zip, signed, signature.Content, ct);
                signatures.Append(CultureInfo.InvariantCulture, $"{version.Number} {signature.Hash} {signature.OwnHash ?? "-"} {signed}\n");
            }
        }

        await AddAsync(zip, "chain.txt", chain.ToString(), ct);
        await AddAsync(zip, "signatures.txt", signatures.ToString(), ct);
        foreach (var name in new[] { "README.txt", "check.sh" }) await AddAsync(zip, name, Own(name), ct);
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Utf8.GetBytes(text), ct);
    }

    private static string Own(string name)
    {
        using StreamReader reader = new(typeof(AgreementRecordFile).Assembly.GetManifestResourceStream($"agreement-record/{name}") ?? throw new InvalidOperationException($"{name} is not in the assembly."));
        return reader.ReadToEnd();
    }
}
