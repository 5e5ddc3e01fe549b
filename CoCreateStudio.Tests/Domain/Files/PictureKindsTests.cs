using System.Text;
using CoCreateStudio.Domain;
using CoCreateStudio.Domain.Files;
using CoCreateStudio.Tests.Support;

namespace CoCreateStudio.Tests.Domain.Files;

public class PictureKindsTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n", PictureKind.Png, "image/png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", PictureKind.Jpeg, "image/jpeg")]
    [InlineData("GIF87a", PictureKind.Gif, "image/gif")]
    [InlineData("GIF89a", PictureKind.Gif, "image/gif")]
    [InlineData("RIFF1234WEBP", PictureKind.WebP, "image/webp")]
    public void A_picture_is_known_by_its_first_bytes(string head, PictureKind kind, string mediaType)
    {
        Assert.Equal(kind, PictureKinds.Check(Encoding.Latin1.GetBytes(head)));
        Assert.Equal(mediaType, kind.MediaType());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0089PNG\r\n\u001a")]
    [InlineData("\u00ff\u00d8")]
    [InlineData("GIF88a")]
    [InlineData("RIFF1234WAVE")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("BM picture")]
    public void Anything_else_is_refused_whatever_it_is_called(string head) =>
        Refused.By(nameof(RuleText.NotAPicture), () => PictureKinds.Check(Encoding.Latin1.GetBytes(head)));

    [Fact]
    public void A_picture_may_have_ten_megabytes_and_not_one_byte_more()
    {
        var bytes = new byte[Attachment.MaxBytes + 1];
        "GIF89a"u8.CopyTo(bytes);

        Assert.Equal(PictureKind.Gif, PictureKinds.Check(bytes.AsSpan(0, Attachment.MaxBytes)));
        Refused.By(nameof(RuleText.PictureTooLarge), () => PictureKinds.Check(bytes));
    }

    [Fact]
    public void Of_a_long_name_the_end_is_kept()
    {
        Attachment attachment = new(Guid.NewGuid(), Guid.NewGuid(), new string('a', 300) + ".png", PictureKind.Png, [1, 2], "Mei", Samples.Now);

        Assert.Equal((200, 2), (attachment.FileName.Length, attachment.Size));
        Assert.EndsWith(".png", attachment.FileName, StringComparison.Ordinal);
    }
}
