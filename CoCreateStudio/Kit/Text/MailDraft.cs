using System.Text;
using System.Text.RegularExpressions;

namespace CoCreateStudio.Kit.Text;

/// <summary>A mail that is ready and that somebody has still to look at and send.</summary>
/// <param name="To">Whoever's address a mail program would not understand is left out.</param>
public sealed partial record MailDraft(string Subject, string Body, IReadOnlyList<CalendarPerson> To)
{
    // Some systems hand no more than about 2,000 characters to the mail program.
    private const int LongestAddress = 1900;

    // Of a word in UTF-8 so many octets make 60 letters of base64, and with their frame less than the 75 that a word may have.
    private const int WordOctets = 45;
    private const int LineLetters = 76;

    // Has signs that base64 has not, so it can stand in no part.
    private const string Boundary = "=_studio_part";

    /// <summary>An address that stands in a head or a link as it is, and ends nothing there.</summary>
    public static bool IsUsable(string? email) => email is not null && Shape().IsMatch(email);

    /// <summary>The link that opens it in the mail program. A body that is too long ends early; null where the addresses alone are too long.</summary>
    public string? Address()
    {
        var head = $"mailto:{string.Join(',', Usable.Select(p => Uri.EscapeDataString(p.Email)))}?subject={Uri.EscapeDataString(Plain(Subject))}&body=";
        if (head.Length > LongestAddress) return null;
        StringBuilder body = new();
        foreach (var line in Body.ReplaceLineEndings("\n").Split('\n'))
        {
            var next = (body.Length == 0 ? "" : "%0D%0A") + Uri.EscapeDataString(Plain(line));
            if (head.Length + body.Length + next.Length > LongestAddress) break;
            body.Append(next);
        }

        return head + body;
    }

    /// <summary>A file that mail programs open as a draft (.eml), with the calendar file in it. All that is told is encoded, so nothing in it can be a head of its own.</summary>
    public string File(CalendarMethod method, string calendar) => string.Join("\r\n",
    [
        .. Head, $"Content-Type: multipart/mixed; boundary=\"{Boundary}\"", "",
        "--" + Boundary, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", Lines(Body.ReplaceLineEndings("\r\n")),
        "--" + Boundary, $"Content-Type: text/calendar; charset=utf-8; method={CalendarFile.Word(method)}; name=\"invitation.ics\"", "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"invitation.ics\"", "", Lines(calendar), $"--{Boundary}--", "",
    ]);

    /// <summary>As <see cref="File(CalendarMethod, string)"/>, the words alone.</summary>
    public string File() => string.Join("\r\n", [.. Head, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", Lines(Body.ReplaceLineEndings("\r\n")), ""]);

    private IEnumerable<string> Head =>
    [
        "X-Unsent: 1", "MIME-Version: 1.0", .. Usable.Any() ? new[] { "To: " + string.Join(",\r\n ", Usable.Select(p => $"{Words(p.Name)} <{p.Email}>")) } : [],
        "Subject: " + Words(Subject),
    ];

    private IEnumerable<CalendarPerson> Usable => To.Where(p => IsUsable(p.Email)).DistinctBy(p => p.Email);

    /// <summary>Encoded words (RFC 2047); no letter is cut.</summary>
    private static string Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > WordOctets) Finish();
            word.Append(rune.ToString());
        }

        Finish();
        return string.Join("\r\n ", words);

        void Finish()
        {
            words.Add($"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
        }
    }

    private static string Lines(string text) => string.Join("\r\n", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(LineLetters).Select(l => new string(l)));

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z")]
    private static partial Regex Shape();
}
