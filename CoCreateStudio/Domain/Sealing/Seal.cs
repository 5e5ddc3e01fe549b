using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoCreateStudio.Domain.Sealing;

/// <summary>
/// What proves that something agreed or recorded was not touched: minutes, acceptance agreements. The content is written as canonical JSON: keys in the order of their bytes, no blanks or
/// line breaks, UTF-8 as typed (nothing normalised), numbers and dates as strings, and in strings only <c>"</c>, <c>\</c> and the control
/// characters below U+0020 escaped (<c>\b \t \n \f \r</c>, others as <c>\u001f</c>). The hash is SHA-256, in lower-case hex, over the hash of the
/// version before (nothing for the first of the chain), one line feed, and the content. Outside, with an exported file:
/// <c>(printf '%s\n' "$PREVIOUS"; cat content.json) | sha256sum</c>, where the file has no line feed at its end.
/// </summary>
public static class Seal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Comparer<string> ByBytes = Comparer<string>.Create((a, b) => Utf8.GetBytes(a).AsSpan().SequenceCompareTo(Utf8.GetBytes(b)));

    public static string Hash(string previous, ReadOnlySpan<byte> content)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Utf8.GetBytes(previous + "\n"));
        sha.AppendData(content);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    public static string Hash(string previous, string content) => Hash(previous, Utf8.GetBytes(content));

    /// <summary>The content as it is hashed, stored and exported. Half of a surrogate pair, which has no UTF-8, becomes U+FFFD.</summary>
    public static string Canonical(JsonNode content)
    {
        var text = new StringBuilder();
        Write(JsonSerializer.SerializeToElement(content), text);
        return text.ToString();
    }

    /// <summary>What people compare by eye: "9f3a·71c0".</summary>
    public static string Abridged(string hash) => $"{hash[..4]}·{hash[4..8]}";

    /// <summary>Whether a version's hash is that of its content and of the version before.</summary>
    public static bool Fits(string hash, string previous, string content)
    {
        try
        {
            return hash == Hash(previous, content);
        }
        catch (EncoderFallbackException) // a content that cannot have been hashed
        {
            return false;
        }
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteAll('{', value.EnumerateObject().OrderBy(p => p.Name, ByBytes).ToList(), '}', WriteProperty, text); break;
            case JsonValueKind.Array: WriteAll('[', value.EnumerateArray().ToList(), ']', Write, text); break;
            case JsonValueKind.String: WriteString(value.GetString()!, text); break;
            case JsonValueKind.Number: WriteString(value.GetRawText(), text); break;
            default: text.Append(value.GetRawText()); break;
        }
    }

    private static void WriteAll<T>(char open, List<T> items, char close, Action<T, StringBuilder> write, StringBuilder text)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(',');
            write(items[i], text);
        }
        text.Append(close);
    }

    private static void WriteProperty(JsonProperty property, StringBuilder text)
    {
        WriteString(property.Name, text);
        text.Append(':');
        Write(property.Value, text);
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value) text.Append(Escape(c));
        text.Append('"');
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        < ' ' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
