using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bench;

/// <summary>The published application as a process of its own, and what it costs.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private readonly Process _process;

    private Studio(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Milliseconds from the start of the process to the whole first page.</summary>
    public double Started { get; private set; }

    /// <summary>Milliseconds of CPU so far, in user and system mode.</summary>
    public double Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(')')[^1].Split(' ');
            return (long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture)) * 10.0;
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Memory => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    /// <param name="address">Where it was before it was killed; a free port without one.</param>
    public static Task<Studio> StartAsync(string app, IReadOnlyDictionary<string, string?> settings, Uri? address = null) =>
        StartAsync(app, "CoCreateStudio.dll", "/account/sign-in", address, [.. settings.Select(s => $"--{s.Key}={s.Value}"), "--Limits:AnonymousPerMinute=100000"]);

    /// <summary>The template of the framework as it comes: what a page needs at least on this machine, today.</summary>
    public static Task<Studio> StartBareAsync(string app) => StartAsync(app, "template.dll", "/counter", address: null);

    private static async Task<Studio> StartAsync(string app, string program, string page, Uri? address, params string[] arguments)
    {
        address ??= new($"http://127.0.0.1:{FreePort()}");
        ProcessStartInfo start = new("dotnet") { WorkingDirectory = app, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[program, $"--Urls={address}", "--Logging:LogLevel:Default=Warning", .. arguments]) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The application did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        using HttpClient http = new() { BaseAddress = address };
        while (await FailsAsync(http, page)) await Task.Delay(10);
        return new(process, address) { Started = watch.Elapsed.TotalMilliseconds };
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> FailsAsync(HttpClient http, string page)
    {
        try
        {
            return !(await http.GetStringAsync(new Uri(page, UriKind.Relative))).Contains("</html>", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
