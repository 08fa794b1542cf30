using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>A transaction of another server that has executed statements and is not committed yet.</summary>
internal sealed class OpenTransaction : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;

    private OpenTransaction(NpgsqlDataSource source, NpgsqlConnection connection) =>
        (_source, _connection) = (source, connection);

    public static async Task<OpenTransaction> StartAsync(string connectionString, string sql)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        var transaction = new OpenTransaction(source, await source.OpenConnectionAsync());
        await transaction.ExecuteAsync($"BEGIN; {sql}");
        return transaction;
    }

    public Task CommitAsync() => ExecuteAsync("COMMIT");

    /// <summary>Returns as soon as another connection waits for a lock of this transaction.</summary>
    public async Task IsWaitedForAsync()
    {
        await using var command = _source.CreateCommand(
            $"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE {_connection.ProcessID} = ANY(pg_blocking_pids(pid)))"
        );
        while (await command.ExecuteScalarAsync() is not true) { }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
