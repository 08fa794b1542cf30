using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Runs a write on SQLite as one transaction that holds the write lock from its beginning.</summary>
/// <remarks>
/// SQLite has one writer at a time. A transaction that reads first and locks later can fail at any of its statements,
/// and a statement with RETURNING can fail at the read of its last row. This transaction waits for the lock before its
/// first statement only. If it does not get the lock, nothing was executed, so the call can be repeated.
/// </remarks>
internal static class SqliteTransaction
{
    // The driver tries again every 150 ms. Within this time, SQLite itself tries again after 1 to 100 ms.
    private const int BusyMilliseconds = 1000;

    // The driver waits synchronously. The writers of a process wait for each other here, without a thread, so that at
    // most one thread waits for another process.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <summary>Runs the statements and commits them.</summary>
    /// <exception cref="DbUpdateException">Another transaction held the write lock for too long.</exception>
    public static async Task<T> RunAsync<T>(
        DbContext context,
        Func<Task<T>> statements,
        CancellationToken cancellationToken
    )
    {
        var turn = Turns.GetOrAdd(context.Database.GetDbConnection().ConnectionString, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await context
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(cancel => OnceAsync(context, statements, cancel), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<T> OnceAsync<T>(
        DbContext context,
        Func<Task<T>> statements,
        CancellationToken cancellationToken
    )
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            MakeDurable(context.Database.GetDbConnection());
            var transaction = await BeginAsync(context, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await statements().ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
        }
        catch
        {
            // A repeated execution starts without the entities of the failed one.
            context.ChangeTracker.Clear();
            throw;
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private static async Task<IDbContextTransaction> BeginAsync(DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            // BEGIN IMMEDIATE.
            return await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new DbUpdateException(
                "The SQLite database could not be locked for writing within the connection's Default Timeout. Nothing "
                    + "was changed. If this call is made inside a transaction of your own, end that transaction first.",
                e
            );
        }
    }

    // With a lower level than FULL, SQLite can lose the last commits when the machine loses power. A claim must not be
    // lost. The level belongs to the connection, and the app may have lowered it.
    private static void MakeDurable(DbConnection connection)
    {
        var (level, journal) = Settings(connection);
        if (level is "0" or "1")
            Execute(connection, "PRAGMA synchronous = FULL");
        if (journal is "wal" or "memory")
            return;
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
        }
        catch (DbException)
        {
            // The mode can only be changed while no other connection uses the file. It is not needed for correctness.
        }
    }

    private static (string? Level, string? Journal) Settings(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous; PRAGMA journal_mode";
        using var reader = command.ExecuteReader();
        reader.NextResult();
        var level = reader.Read() ? reader.GetString(0) : null;
        reader.NextResult();
        return (level, reader.Read() ? reader.GetString(0) : null);
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 1);
        command.ExecuteNonQuery();
    }
}
