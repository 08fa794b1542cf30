using DodoUpsell.TestKit;
using Microsoft.Data.Sqlite;

namespace DodoUpsell.StoreTests.Support;

/// <summary>SQLite databases in files, which are deleted after the last test.</summary>
public sealed class SqliteDatabases : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dodoupsell-sqlite-");
    private readonly Lazy<Task<string>> _documented;

    public SqliteDatabases() => _documented = new Lazy<Task<string>>(CreateWithTablesAsync);

    /// <summary>
    /// Returns a database that is created with the script in the documentation. Tests share it; each uses its own
    /// account.
    /// </summary>
    public Task<string> DocumentedAsync() => _documented.Value;

    /// <summary>Returns the connection string of a database whose file does not exist yet.</summary>
    public string Create() => $"Data Source={Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db")}";

    /// <summary>Creates a separate database with the script in the documentation.</summary>
    public async Task<string> CreateWithTablesAsync()
    {
        var connectionString = Create();
        await TestDatabase.ExecuteAsync(
            connectionString,
            await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "store.sqlite.sql"))
        );
        return connectionString;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
