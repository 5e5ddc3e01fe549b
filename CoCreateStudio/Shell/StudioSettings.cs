using CoCreateStudio.Infrastructure.Data;

namespace CoCreateStudio.Shell;

/// <summary>Looks at the configuration before anything starts, so that a wrong value stops with one sentence.</summary>
public static class StudioSettings
{
    public static string? FirstProblem(IConfiguration config) =>
        Provider(config) ?? Connection(config) ?? Addresses(config) ?? Limit(config)
        ?? Proxies.FirstProblem(config) ?? Folder(config);

    private static string? Provider(IConfiguration config) =>
        config["Data:Provider"] is { } name && !Enum.TryParse<DataProvider>(name, ignoreCase: true, out _)
            ? $"Data:Provider is “{name}”, but only {string.Join(" and ", Enum.GetNames<DataProvider>())} are known."
            : null;

    private static string? Connection(IConfiguration config) =>
        Is(config, DataProvider.Postgres) && string.IsNullOrWhiteSpace(config.GetConnectionString("Studio"))
            ? "Data:Provider is Postgres, but ConnectionStrings:Studio is empty. Say where the database is, such as Host=db;Database=studio;Username=studio."
            : null;

    private static string? Addresses(IConfiguration config) =>
        (config["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(url => !Uri.TryCreate(url.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https"))
            .Select(url => $"Urls has “{url}”, which is no address to listen on. Write it like http://0.0.0.0:8080.")
            .FirstOrDefault();

    private static string? Limit(IConfiguration config) => config.GetSection(LimitOptions.Section).GetChildren()
        .Where(limit => !int.TryParse(limit.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        .Select(limit => $"{limit.Path} is “{limit.Value}”, but a limit is a whole number from 1 up.")
        .FirstOrDefault();

    private static string? Folder(IConfiguration config)
    {
        var folder = (config.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions()).Folder;
        try
        {
            File.Delete(Path.Combine(Directory.CreateDirectory(folder).FullName, ".writable"));
            File.WriteAllText(Path.Combine(folder, ".writable"), "");
            File.Delete(Path.Combine(folder, ".writable"));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"Data:Folder is “{folder}”, where nothing can be written: {e.Message}";
        }
    }

    private static bool Is(IConfiguration config, DataProvider provider) =>
        string.Equals(config["Data:Provider"], provider.ToString(), StringComparison.OrdinalIgnoreCase);
}
