using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>Executes SQL on the database of a connection string, PostgreSQL or SQLite.</summary>
internal static class TestDatabase
{
    public static bool IsSqlite(string connectionString) =>
        connectionString.StartsWith("Data Source=", StringComparison.Ordinal);

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = Connection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = Connection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Returns a time as the database writes it.</summary>
    public static string Literal(string connectionString, DateTimeOffset time) =>
        IsSqlite(connectionString)
            ? $"'{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'"
            : $"timestamptz '{time:O}'";

    private static DbConnection Connection(string connectionString) =>
        IsSqlite(connectionString)
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
}
