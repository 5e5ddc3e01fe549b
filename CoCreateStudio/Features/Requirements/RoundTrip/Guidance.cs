using CoCreateStudio.Kit.Excel.Writing;

namespace CoCreateStudio.Features.Requirements.RoundTrip;

/// <summary>What whoever fills in the table needs to know, in both languages: the file is forwarded to people whose language nobody asked.</summary>
public static class Guidance
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-Hans"), CultureInfo.GetCultureInfo("en")];

    private static readonly string[] Lines =
    [
        nameof(RoundTripText.GuideColumns), nameof(RoundTripText.GuideLists), nameof(RoundTripText.GuideNew), nameof(RoundTripText.GuidePictures),
        nameof(RoundTripText.GuideSort), nameof(RoundTripText.GuideHidden), nameof(RoundTripText.GuideRemoved),
    ];

    /// <param name="email">Where the file is to be sent.</param>
    public static WorkbookGuide For(string sender, string? email) => new(Of(nameof(RoundTripText.GuideTab), CultureInfo.CurrentUICulture),
        [.. Languages.OrderBy(l => l.TwoLetterISOLanguageName != CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).SelectMany(l => In(l, email is null ? sender : $"{sender} <{email}>"))]);

    private static IEnumerable<GuideLine> In(CultureInfo language, string sender) =>
    [
        new(Of(nameof(RoundTripText.GuideTitle), language), IsHeading: true),
        .. Lines.Select(l => new GuideLine("• " + Of(l, language))),
        new("• " + string.Format(language, Of(nameof(RoundTripText.GuideSend), language), sender)),
    ];

    private static string Of(string key, CultureInfo language) => RoundTripText.ResourceManager.GetString(key, language) ?? key;
}
