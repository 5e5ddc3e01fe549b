using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CoCreateStudio.Tests.Support;

/// <summary>A database of one's own: SQLite in memory, or PostgreSQL where STUDIO_TEST_DB=postgres and STUDIO_TEST_CONNECTION says where.</summary>
internal sealed class TestData : IDisposable
{
    private readonly string _name = $"studio_test_{Guid.NewGuid():N}";
    private readonly SqliteConnection? _open;

    public TestData()
    {
        Folder = Directory.CreateTempSubdirectory("studio-").FullName;
        Connection = IsPostgres
            ? $"{Environment.GetEnvironmentVariable("STUDIO_TEST_CONNECTION") ?? throw new InvalidOperationException("STUDIO_TEST_CONNECTION is not set.")};Database={_name}"
            : $"Data Source={_name};Mode=Memory;Cache=Shared;Foreign Keys=True";
        if (IsPostgres) return;
        _open = new SqliteConnection(Connection); // the database lives as long as one connection to it is open
        _open.Open();
    }

    public static bool IsPostgres => string.Equals(Environment.GetEnvironmentVariable("STUDIO_TEST_DB"), "postgres", StringComparison.OrdinalIgnoreCase);

    public string Folder { get; }

    public string Connection { get; }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Data:Folder"] = Folder,
        ["Data:Provider"] = IsPostgres ? "Postgres" : "Sqlite",
        ["ConnectionStrings:Studio"] = Connection,
    };

    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();

    public void Dispose()
    {
        _open?.Dispose();
        if (IsPostgres) Drop();
        Directory.Delete(Folder, recursive: true);
    }

    private void Drop()
    {
        using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(Connection) { Database = "postgres", Pooling = false }.ToString());
        connection.Open();
        using NpgsqlCommand drop = new($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)", connection);
        drop.ExecuteNonQuery();
    }
}
