using System.Security.Cryptography;

namespace CoCreateStudio.Features.Demo;

/// <summary>Passwords that can be read aloud: "tavo-meki-ruza-lipo-47".</summary>
internal static class DemoPasswords
{
    public static string Next() => $"{Word()}-{Word()}-{Word()}-{Word()}-{RandomNumberGenerator.GetInt32(10, 100)}";

    private static string Word() => Syllable() + Syllable();

    // Without letters that look alike.
    private static string Syllable() => RandomNumberGenerator.GetString("bdfghjkmnprstvwz", 1) + RandomNumberGenerator.GetString("aeiou", 1);
}
