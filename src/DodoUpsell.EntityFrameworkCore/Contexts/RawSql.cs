using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Runs statements written as SQL through EF Core, so that its log, its interceptors and its execution strategy apply.
/// </summary>
/// <remarks>Several statements in one text are one round trip and one transaction.</remarks>
internal static class RawSql
{
    /// <summary>Returns the number of changed rows.</summary>
    public static Task<int> ExecuteAsync(
        DbContext context,
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        CancellationToken cancellationToken
    ) =>
        // Raw statements do not use the execution strategy by themselves. A parameter belongs to one command, so each
        // execution creates its own.
        context
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                token => context.Database.ExecuteSqlRawAsync(sql, Create(context, parameters), token),
                cancellationToken
            );

    /// <summary>Returns the rows of a statement as entities that are not tracked.</summary>
    public static Task<List<TRow>> RowsAsync<TRow>(
        DbContext context,
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        CancellationToken cancellationToken
    )
        where TRow : class =>
        context
            .Set<TRow>()
            .FromSqlRaw(sql, Create(context, parameters))
            .AsNoTracking()
            .IgnoreQueryFilters()
            .ToListAsync(cancellationToken);

    /// <summary>Returns the rows of a statement as values that are not part of the model.</summary>
    public static Task<List<T>> ValuesAsync<T>(
        DbContext context,
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        CancellationToken cancellationToken
    ) => context.Database.SqlQueryRaw<T>(sql, Create(context, parameters)).ToListAsync(cancellationToken);

    public static DbParameter With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        return parameter;
    }

    private static object[] Create(DbContext context, Func<DbCommand, IEnumerable<DbParameter>> parameters)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        return [.. parameters(command)];
    }
}
