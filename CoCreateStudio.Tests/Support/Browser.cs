using System.Net;
using System.Text.RegularExpressions;

namespace CoCreateStudio.Tests.Support;

/// <summary>A browser without scripts: keeps cookies, sends forms with all their fields, follows no redirection.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    public Browser(Uri address, string language)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(new Uri(address, UriKind.Relative), Token);

    public async Task<string> TextAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync(Token);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, Token);

    public async Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using FormUrlEncodedContent content = new(fields);
        return await _http.PostAsync(new Uri(address, UriKind.Relative), content, Token);
    }

    /// <summary>Opens the page and sends its form with these fields filled in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, string form, params IEnumerable<(string Field, string Value)> typed)
    {
        var page = await TextAsync(address);
        var html = Forms().Matches(page).Select(m => m.Value).First(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(html).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return await PostAsync(address, [.. hidden, .. typed.Select(t => KeyValuePair.Create($"Input.{t.Field}", t.Value))]);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password = WebFixture.Password, string back = "/account/me") =>
        SubmitAsync($"/account/sign-in?back={Uri.EscapeDataString(back)}", "sign-in", ("Email", email), ("Password", password));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
