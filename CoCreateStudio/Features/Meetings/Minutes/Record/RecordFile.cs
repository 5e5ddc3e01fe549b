using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CoCreateStudio.Domain.Meetings;
using CoCreateStudio.Domain.Sealing;

namespace CoCreateStudio.Features.Meetings.Minutes.Record;

/// <summary>The record as a ZIP that can be checked without this program: each content as it was hashed, the chain, who confirmed what, and how to check it.</summary>
internal static class RecordFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(Stream output, RecordExport record, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        StringBuilder chain = new(record.Made is { } made ? string.Create(CultureInfo.InvariantCulture, $"whole {made}\n") : "part\n"), answers = new();
        foreach (var link in record.Links)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"minutes/{link.Place:0000}_meeting-{link.Meeting}_version-{link.Version}.json");
            await AddAsync(zip, file, link.Content, ct);
            foreach (var answer in link.Answers) answers.Append(CultureInfo.InvariantCulture, $"{link.Place} {answer.Hash} {Line(answer)}\n");
            chain.Append(CultureInfo.InvariantCulture, $"{link.Place} {(link.Previous.Length == 0 ? "-" : link.Previous)} {link.Hash} {file}\n");
        }

        await AddAsync(zip, "chain.txt", chain.ToString(), ct);
        await AddAsync(zip, "confirmations.txt", answers.ToString(), ct);
        foreach (var name in new[] { "README.txt", "check.sh" }) await AddAsync(zip, name, Own(name), ct);
    }

    // In one line, whatever was remarked.
    private static string Line(Confirmation answer) => Seal.Canonical(new JsonObject
    {
        ["answer"] = answer.Answer.ToString(),
        ["at"] = answer.At,
        ["name"] = answer.Name,
        ["remark"] = answer.Remark,
        ["side"] = answer.Side.ToString(),
    });

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
