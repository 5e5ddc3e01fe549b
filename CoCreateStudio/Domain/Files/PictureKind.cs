namespace CoCreateStudio.Domain.Files;

public enum PictureKind { Png, Jpeg, WebP, Gif }

public static class PictureKinds
{
    /// <summary>How many bytes of the head <see cref="Recognise"/> needs.</summary>
    public const int HeadLength = 12;

    /// <summary>The kind by content, whatever the name says; null for anything that is not one of the four.</summary>
    public static PictureKind? Recognise(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 8 && head[0] == 0x89 && head[1..8].SequenceEqual("PNG\r\n\x1a\n"u8)) return PictureKind.Png;
        if (head.Length >= 3 && head[0] == 0xFF && head[1] == 0xD8 && head[2] == 0xFF) return PictureKind.Jpeg;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return PictureKind.Gif;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8)) return PictureKind.WebP;
        return null;
    }

    /// <summary>Checks name-independent what was sent and how large it is.</summary>
    public static PictureKind Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Attachment.MaxBytes) throw new RuleException(nameof(RuleText.PictureTooLarge), Attachment.MaxBytes / 1024 / 1024);
        return Recognise(bytes) ?? throw new RuleException(nameof(RuleText.NotAPicture));
    }

    public static string MediaType(this PictureKind kind) => kind switch
    {
        PictureKind.Png => "image/png",
        PictureKind.Jpeg => "image/jpeg",
        PictureKind.WebP => "image/webp",
        _ => "image/gif",
    };
}
