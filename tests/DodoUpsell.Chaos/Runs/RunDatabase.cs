using DodoUpsell.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DodoUpsell.Chaos;

/// <summary>The database that the processes of a run share: a PostgreSQL server, or a SQLite file.</summary>
internal sealed class RunDatabase : IAsyncDisposable
{
    private const string File = "Data Source=";

    private readonly PostgresServer? _server;
    private readonly DirectoryInfo? _folder;

    private RunDatabase(PostgresServer server)
    {
        _server = server;
        ConnectionString = $"{server.ConnectionString};Maximum Pool Size=25;Timeout=120;Command Timeout=120";
    }

    private RunDatabase(DirectoryInfo folder)
    {
        _folder = folder;
        ConnectionString = $"{File}{Path.Combine(folder.FullName, "app.db")};Default Timeout=120";
    }

    public string ConnectionString { get; }

    /// <summary>Creates the documented tables in a new database.</summary>
    /// <param name="store">The kind of the database: <c>postgres</c> or <c>sqlite</c>.</param>
    public static async Task<RunDatabase> CreateAsync(string store)
    {
        var database =
            store == "sqlite"
                ? new RunDatabase(Directory.CreateTempSubdirectory("dodoupsell-chaos-"))
                : new RunDatabase(await PostgresServer.StartAsync().ConfigureAwait(false));
        var options = new DbContextOptionsBuilder<DodoUpsellDbContext>();
        Use(options, database.ConnectionString);
        var context = new DodoUpsellDbContext(options.Options);
        await using (context.ConfigureAwait(false))
        {
            var script = RepositoryFolder.PathOf("docs", store == "sqlite" ? "store.sqlite.sql" : "store.postgresql.sql");
            await context
                .Database.ExecuteSqlRawAsync(await System.IO.File.ReadAllTextAsync(script).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        return database;
    }

    /// <summary>Configures a context for a connection string.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) =>
        _ = connectionString.StartsWith(File, StringComparison.Ordinal)
            ? options.UseSqlite(connectionString)
            : options.UseNpgsql(connectionString);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        _folder?.Delete(recursive: true);
    }
}
