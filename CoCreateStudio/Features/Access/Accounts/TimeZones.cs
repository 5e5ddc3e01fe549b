namespace CoCreateStudio.Features.Access.Accounts;

/// <summary>The time zones to choose from, from west to east.</summary>
internal static class TimeZones
{
    public static readonly IReadOnlyList<(string Id, string Label)> All =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => (Id: TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id, Offset: zone.BaseUtcOffset))
            .Append((Id: "UTC", Offset: TimeSpan.Zero)).DistinctBy(zone => zone.Id)
            .OrderBy(zone => zone.Offset).ThenBy(zone => zone.Id, StringComparer.Ordinal)
            .Select(zone => (zone.Id, $"UTC{(zone.Offset < TimeSpan.Zero ? '−' : '+')}{zone.Offset:hh\\:mm} · {zone.Id.Replace('_', ' ')}")),
    ];
}
