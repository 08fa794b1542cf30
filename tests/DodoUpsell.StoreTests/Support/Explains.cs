using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>Asks the database for the plan of each statement before it runs.</summary>
internal sealed class Explains : DbCommandInterceptor
{
    public List<string> Read { get; } = [];

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await ExplainAsync(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await ExplainAsync(command);
        return result;
    }

    private async Task ExplainAsync(DbCommand command)
    {
        if (command.CommandText.Contains("pg_attribute", StringComparison.Ordinal))
            return;
        foreach (var statement in command.CommandText.Split(";\n"))
        {
            await using var explain = (NpgsqlCommand)command.Connection!.CreateCommand();
            explain.CommandText = $"EXPLAIN {statement}";
            foreach (var parameter in command.Parameters.Cast<NpgsqlParameter>())
                explain.Parameters.Add(parameter.Clone());
            var lines = new List<string> { statement };
            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(0));
            Read.Add(string.Join('\n', lines));
        }
    }
}
