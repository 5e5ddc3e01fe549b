using System.IO.Compression;
using System.Text;
using CoCreateStudio.Domain.Meetings;

namespace CoCreateStudio.Features.Meetings.Minutes.Record;

/// <summary>The record as a ZIP that can be checked without this program: each content as it was hashed, the chain, and how to check it.</summary>
internal static class RecordFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(Stream output, IEnumerable<ChainLink> links, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var chain = new StringBuilder();
        foreach (var link in links)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"minutes/{link.Place:0000}_meeting-{link.Meeting}_version-{link.Version}.json");
            await AddAsync(zip, file, link.Content, ct);
            chain.Append(CultureInfo.InvariantCulture, $"{link.Place} {(link.Previous.Length == 0 ? "-" : link.Previous)} {link.Hash} {file}\n");
        }

        await AddAsync(zip, "chain.txt", chain.ToString(), ct);
        foreach (var name in new[] { "README.txt", "check.sh" }) await AddAsync(zip, name, Own(name), ct);
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Utf8.GetBytes(text), ct);
    }

    private static string Own(string name)
    {
        using StreamReader reader = new(typeof(RecordFile).Assembly.GetManifestResourceStream($"record/{name}") ?? throw new InvalidOperationException($"{name} is not in the assembly."));
        return reader.ReadToEnd();
    }
}
