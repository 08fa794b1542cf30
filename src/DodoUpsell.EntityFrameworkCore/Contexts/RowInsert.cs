using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Inserts a row unless its primary key is taken. A taken key is a normal case, such as a second click: it must not be
/// logged as a failed command.
/// </summary>
internal static class RowInsert
{
    /// <summary>Returns whether the row was inserted.</summary>
    /// <exception cref="DbUpdateException">The row could not be inserted, and its key is not taken.</exception>
    public static async Task<bool> TryAsync<TRow>(
        DbContext context,
        TRow row,
        Func<Task<bool>> isTaken,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        if (HasOnConflict(context.Database.ProviderName))
            return await OnConflictDoNothingAsync(context, row, cancellationToken).ConfigureAwait(false) == 1;

        // Other databases have no statement for it that all of them share.
        if (await isTaken().ConfigureAwait(false))
            return false;
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException)
        {
            context.ChangeTracker.Clear();
            if (await isTaken().ConfigureAwait(false))
                return false;
            throw;
        }
    }

    private static bool HasOnConflict(string? provider) =>
        provider is "Npgsql.EntityFrameworkCore.PostgreSQL" or "Microsoft.EntityFrameworkCore.Sqlite";

    private static async Task<int> OnConflictDoNothingAsync<TRow>(
        DbContext context,
        TRow row,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        var type = context.Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = type.GetProperties().ToList();
        string Names(IEnumerable<IProperty> properties) =>
            string.Join(", ", properties.Select(property => sql.DelimitIdentifier(property.GetColumnName(table)!)));

        var statement =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({Names(columns)}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))}) "
            + $"ON CONFLICT ({Names(type.FindPrimaryKey()!.Properties)}) DO NOTHING";
        try
        {
            // Raw statements do not use the execution strategy by themselves.
            return await context
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(
                    token => context.Database.ExecuteSqlRawAsync(statement, Parameters(context, columns, row), token),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row could not be inserted into {table.Name}.", e);
        }
    }

    private static List<DbParameter> Parameters(DbContext context, List<IProperty> columns, object row)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        return columns.ConvertAll(property =>
            property
                .GetRelationalTypeMapping()
                .CreateParameter(
                    command,
                    $"p{columns.IndexOf(property)}",
                    property.GetGetter().GetClrValue(row),
                    property.IsNullable
                )
        );
    }
}
