using System.Security.Cryptography;
using CoCreateStudio.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoCreateStudio.Features.Demo;

/// <summary>Passwords that can be read aloud: "tavo-meki-ruza-lipo-47".</summary>
internal static class DemoPasswords
{
    /// <summary>
    /// Slow hashing protects what people think up. These are 57 random bits, which nobody can try out,
    /// and the first sign-in replaces the hash by a slow one.
    /// </summary>
    public static readonly IPasswordHasher<Login> QuickHasher =
        new PasswordHasher<Login>(Options.Create(new PasswordHasherOptions { IterationCount = 5_000 }));

    public static string Next() => $"{Word()}-{Word()}-{Word()}-{Word()}-{RandomNumberGenerator.GetInt32(10, 100)}";

    private static string Word() => Syllable() + Syllable();

    // Without letters that look alike.
    private static string Syllable() => RandomNumberGenerator.GetString("bdfghjkmnprstvwz", 1) + RandomNumberGenerator.GetString("aeiou", 1);
}
