using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>
/// The connection breaks after the database has done what was written and before the app hears of it, so many times.
/// </summary>
internal sealed class LosesTheAnswerToWrites(int times) : DbCommandInterceptor
{
    private int _left = times;

    /// <summary>How often it happened.</summary>
    public int Lost { get; private set; }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) || --_left < 0)
            return result;

        // To its end, so that it is committed.
        await result.DisposeAsync();
        Lost++;
        throw new NpgsqlException("The connection broke.", new IOException());
    }
}

/// <summary>Somebody else does something just before the first statement that starts like this.</summary>
internal sealed class Meanwhile(string statement, Func<Task> act) : DbCommandInterceptor
{
    private bool _done;

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (_done || !command.CommandText.StartsWith(statement, StringComparison.Ordinal))
            return result;
        _done = true;
        await act();
        return result;
    }
}

/// <summary>
/// The server process behind the connection dies before a statement that starts like this, so many times.
/// </summary>
internal sealed class DiesBefore(string connectionString, string statement, int times = 1) : DbCommandInterceptor
{
    private int _left = times;

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await KillAsync(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await KillAsync(command);
        return result;
    }

    private Task KillAsync(DbCommand command) =>
        command.CommandText.StartsWith(statement, StringComparison.Ordinal) && --_left >= 0
            ? Backend.KillAsync(connectionString, command.Connection!)
            : Task.CompletedTask;
}

/// <summary>The connection breaks once, after a transaction was committed and before the app hears of it.</summary>
internal sealed class LosesTheAnswerToACommit : DbTransactionInterceptor
{
    public bool IsDone { get; private set; }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (IsDone)
            return Task.CompletedTask;
        IsDone = true;
        throw new NpgsqlException("The connection broke.", new IOException());
    }
}

/// <summary>The server process behind the connection dies once, before a transaction is committed.</summary>
internal sealed class DiesBeforeACommit(string connectionString) : DbTransactionInterceptor
{
    private bool _done;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (_done)
            return result;
        _done = true;
        await Backend.KillAsync(connectionString, transaction.Connection!);
        return result;
    }
}

/// <summary>Counts what is sent to the database.</summary>
internal sealed class CountsStatements : DbCommandInterceptor
{
    private readonly List<string> _sent = [];

    /// <summary>The statements sent since it was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] sent = [.. _sent];
        _sent.Clear();
        return sent;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        _sent.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        _sent.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }
}

internal static class Backend
{
    public static Task KillAsync(string connectionString, DbConnection connection) =>
        PostgresDatabases.ExecuteAsync(
            connectionString,
            $"SELECT pg_terminate_backend({((NpgsqlConnection)connection).ProcessID}, 5000)"
        );
}
