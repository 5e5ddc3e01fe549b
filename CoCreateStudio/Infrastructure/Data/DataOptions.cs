namespace CoCreateStudio.Infrastructure.Data;

public enum DataProvider { Sqlite, Postgres }

/// <summary>Where data lives: the section "Data" of the configuration.</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>The folder of the SQLite file and of the keys that protect cookies; relative to the application.</summary>
    public string Folder { get; set; } = "data";

    public DataProvider Provider { get; set; } = DataProvider.Sqlite;
}
