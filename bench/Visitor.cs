using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bench;

/// <summary>Somebody signed in without a browser.</summary>
internal sealed partial class Visitor(Studio studio) : IDisposable
{
    private const string Table = "/projects/MANY/requirements";

    private static readonly (string What, string Address)[] MeetingPages =
    [
        ("home page", "/"),
        ("meetings", "/projects/MEET/meetings"),
        ("meetings, the oldest", "/projects/MEET/meetings?after=950"),
        ("room of a closed meeting", "/projects/MEET/meetings/500"),
        ("room of the running meeting", "/projects/MEET/meetings/1000"),
        ("actions, open", "/projects/MEET/actions"),
        ("actions, overdue", "/projects/MEET/actions?show=overdue"),
        ("actions, all", "/projects/MEET/actions?show=all"),
        ("actions, mine", "/projects/MEET/actions?owner=me"),
        ("actions, by words", "/projects/MEET/actions?show=all&q=%E6%88%AA%E5%9B%BE%20{0}"),
        ("actions, by carried", "/projects/MEET/actions?sort=-carried"),
        ("open issues", "/projects/MEET/actions?of=issues"),
        ("decisions", "/projects/MEET/decisions"),
        ("decisions, by words", "/projects/MEET/decisions?q=%E6%8E%A5%E5%8F%A3"),
        ("decisions, by words nobody said", "/projects/MEET/decisions?q=nowhere"),
        ("time", "/projects/MEET/meetings/time"),
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = studio.Address };

    public static async Task<Visitor> SignInAsync(Studio studio)
    {
        Visitor visitor = new(studio);
        var page = await visitor._http.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        var fields = Hidden().Matches(page).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).DistinctBy(f => f.Key);
        using FormUrlEncodedContent form = new([.. fields, new("Input.Email", Filling.Email), new("Input.Password", Filling.Password)]);
        var answer = await visitor._http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther ? visitor : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    public async Task MeasureTableAsync(Report report)
    {
        for (var i = 0; i < 2000; i++) await GetAsync(Table);
        await Task.Delay(1000); // the compiler's second thoughts are no part of a request: it takes two thousand of them until it is done
        var (cpu, watch, size) = (studio.Cpu, Stopwatch.StartNew(), 0L);
        for (var i = 0; i < 300; i++) size = await GetAsync(Table);
        report.Add("table page of 50,000, server CPU a request", (studio.Cpu - cpu) / 300, "ms", 4.5);
        report.Add("table page of 50,000, a request one after the other", watch.Elapsed.TotalMilliseconds / 300, "ms");
        report.Add("table page, HTML", size / 1024.0, "KB");
    }

    /// <summary>Every page that shows meetings or what came out of them, in a project of 1,000 meetings and 20,000 actions.</summary>
    public async Task MeasureMeetingsAsync(Report report)
    {
        foreach (var (what, address) in MeetingPages)
        {
            for (var i = 100; i < 130; i++) await GetAsync(string.Format(CultureInfo.InvariantCulture, address, i));
            List<double> times = [];
            var cpu = studio.Cpu;
            for (var i = 0; i < 40; i++)
            {
                var watch = Stopwatch.StartNew();
                await GetAsync(string.Format(CultureInfo.InvariantCulture, address, i));
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            report.Add($"{what}, server CPU a request", (studio.Cpu - cpu) / times.Count, "ms");
            report.Add($"{what}, request (median)", Report.Median(times), "ms", 300);
            report.Add($"{what}, request (slowest)", times.Max(), "ms", 300);
        }

        var export = Stopwatch.StartNew();
        var size = await GetAsync("/projects/MEET/actions.xlsx?show=all");
        report.Add($"export of 20,000 actions ({size / 1024:0} KB)", export.Elapsed.TotalMilliseconds, "ms");
    }

    public async Task MeasureExportAsync(Report report)
    {
        const string export = "/projects/SOME/requirements.xlsx?status=all";
        foreach (var name in new[] { "cold", "warm", "warm again" })
        {
            var (cpu, watch) = (studio.Cpu, Stopwatch.StartNew());
            var size = await GetAsync(export);
            report.Add($"export of 10,000 rows ({size / 1024:0} KB), {name}, server CPU", studio.Cpu - cpu, "ms", 1000);
            report.Add($"export of 10,000 rows, {name}", watch.Elapsed.TotalMilliseconds, "ms");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<long> GetAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
