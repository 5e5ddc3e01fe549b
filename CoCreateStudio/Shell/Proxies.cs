using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CoCreateStudio.Shell;

/// <summary>Reverse proxies whose word on the caller's address is taken: "Proxy:Trusted", addresses or networks; without it only this machine's.</summary>
internal static class Proxies
{
    public const string Key = "Proxy:Trusted";

    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration config) => services.Configure<ForwardedHeadersOptions>(o =>
    {
        o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        var trusted = Read(config).Select(Network).OfType<System.Net.IPNetwork>().ToList();
        if (trusted.Count == 0) return;
        o.KnownProxies.Clear();
        o.KnownIPNetworks.Clear();
        foreach (var network in trusted) o.KnownIPNetworks.Add(network);
        o.ForwardLimit = null; // through several proxies, up to the first that is not trusted
    });

    public static string? FirstProblem(IConfiguration config) => Read(config).Where(text => Network(text) is null)
        .Select(text => $"{Key} has “{text}”, which is no address and no network. Write it like 10.0.0.5 or 10.0.0.0/24.").FirstOrDefault();

    private static string[] Read(IConfiguration config)
    {
        var section = config.GetSection(Key);
        return section.Get<string[]>() ?? (section.Value ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static System.Net.IPNetwork? Network(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8) : null;
    }
}
