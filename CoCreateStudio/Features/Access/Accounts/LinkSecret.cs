using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>The secret of a personal link: shown once, kept only as its hash.</summary>
public static class LinkSecret
{
    public const string Prefix = "/account/link/";

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string Path(string secret) => Prefix + secret;
}
