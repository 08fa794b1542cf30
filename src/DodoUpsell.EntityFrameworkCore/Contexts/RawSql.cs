using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Runs statements written as SQL through EF Core, so that its log, its interceptors and its execution strategy apply,
/// but without its query pipeline, which needs much processor time.
/// </summary>
/// <remarks>Several statements in one text are one round trip and one transaction.</remarks>
internal static class RawSql
{
    private const string Key = "parameters";

    /// <summary>Returns the number of changed rows.</summary>
    public static Task<int> ExecuteAsync(
        DbContext context,
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        CancellationToken cancellationToken
    ) =>
        context
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                token =>
                    Command(context, sql)
                        .ExecuteNonQueryAsync(Arguments(context, parameters, CommandSource.ExecuteSqlRaw), token),
                cancellationToken
            );

    /// <summary>Returns what <paramref name="read"/> makes of each row. The statements are committed.</summary>
    public static Task<List<T>> ReadAsync<T>(
        DbContext context,
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    ) =>
        ReadResultsAsync(
            context,
            sql,
            parameters,
            (reader, token) => RowsAsync(reader, read, token),
            cancellationToken
        );

    /// <summary>
    /// Returns what <paramref name="read"/> makes of the results of several statements. The statements are committed.
    /// </summary>
    public static Task<T> ReadResultsAsync<T>(
        DbContext context,
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        Func<DbDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        context
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    var reader = await Command(context, sql)
                        .ExecuteReaderAsync(Arguments(context, parameters, CommandSource.FromSqlQuery), token)
                        .ConfigureAwait(false);
                    await using (reader.ConfigureAwait(false))
                    {
                        var results = await read(reader.DbDataReader, token).ConfigureAwait(false);

                        // An error of a later statement, or of the commit, arrives after the rows.
                        while (await reader.DbDataReader.NextResultAsync(token).ConfigureAwait(false)) { }
                        return results;
                    }
                },
                cancellationToken
            );

    /// <summary>Returns what <paramref name="read"/> makes of each row of the current result.</summary>
    public static async Task<List<T>> RowsAsync<T>(
        DbDataReader reader,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }

    public static DbParameter With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        return parameter;
    }

    private static IRelationalCommand Command(DbContext context, string sql) =>
        context
            .GetService<IRelationalCommandBuilderFactory>()
            .Create()
            .Append(sql)
            .AddParameter(AllParameters.Instance)
            .Build();

    private static RelationalCommandParameterObject Arguments(
        DbContext context,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        CommandSource source
    ) =>
        new(
            context.GetService<IRelationalConnection>(),
            new Dictionary<string, object?>(StringComparer.Ordinal) { [Key] = parameters },
            readerColumns: null,
            context,
            context.GetService<IRelationalCommandDiagnosticsLogger>(),
            source
        );

    /// <summary>Adds the parameters of one execution to its command.</summary>
    private sealed class AllParameters : IRelationalParameter
    {
        public static readonly AllParameters Instance = new();

        public string InvariantName => Key;

        public void AddDbParameter(DbCommand command, IReadOnlyDictionary<string, object?>? parameterValues)
        {
            var create = (Func<DbCommand, IEnumerable<DbParameter>>)parameterValues![Key]!;
            foreach (var parameter in create(command))
                command.Parameters.Add(parameter);
        }

        public void AddDbParameter(DbCommand command, object? value) => throw new NotSupportedException();
    }
}
