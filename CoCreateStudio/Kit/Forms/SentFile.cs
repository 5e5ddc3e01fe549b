using CoCreateStudio.Domain.Files;
using CoCreateStudio.Kit.Excel.Reading;
using Microsoft.AspNetCore.Components.Forms;

namespace CoCreateStudio.Kit.Forms;

/// <summary>Takes in a file that was chosen or dropped in the browser; one that says it is too large is refused before it is sent.</summary>
internal static class SentFile
{
    /// <exception cref="FileRefusedException">It is larger than a table may be.</exception>
    public static Stream OpenSpreadsheet(this IBrowserFile file, CancellationToken ct)
    {
        var most = ReadLimits.Default.FileBytes;
        return file.Size <= most ? file.OpenReadStream(most, ct) : throw new FileRefusedException(nameof(ReadingText.TooLarge), null, most >> 20);
    }

    /// <exception cref="RuleException">It is larger than a document may be.</exception>
    public static async Task<byte[]> ReadDocumentAsync(this IBrowserFile file)
    {
        if (file.Size > Document.MaxBytes) throw Document.TooLarge;
        using MemoryStream bytes = new((int)file.Size);
        await using var sent = file.OpenReadStream(Document.MaxBytes);
        await sent.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
