using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>
/// Breaks the connection the given number of times, after the database has executed a write and before the app receives
/// the result.
/// </summary>
internal sealed class LosesTheAnswerToWrites(int times) : DbCommandInterceptor
{
    private int _left = times;

    /// <summary>The number of interruptions so far.</summary>
    public int Lost { get; private set; }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (--_left < 0)
            return ValueTask.FromResult(result);
        Lost++;
        throw new NpgsqlException("The connection broke.", new IOException());
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) || --_left < 0)
            return result;

        // Executed completely, so that the write is committed.
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
/// Terminates the server process of the connection the given number of times, before a statement that starts with the
/// given text.
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

/// <summary>Counts the statements that are sent to the database.</summary>
internal sealed class CountsStatements : DbCommandInterceptor
{
    private readonly List<string> _sent = [];

    /// <summary>Returns the statements that were sent since the last call.</summary>
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
