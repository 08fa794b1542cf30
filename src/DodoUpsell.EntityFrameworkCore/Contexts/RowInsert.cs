using System.Data.Common;
using Microsoft.EntityFrameworkCore;

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
        if (Provider.HasOwnStatements(context))
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

    private static async Task<int> OnConflictDoNothingAsync<TRow>(
        DbContext context,
        TRow row,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        var table = Table.Of<TRow>(context);
        try
        {
            return await RawSql
                .ExecuteAsync(
                    context,
                    table.InsertUnlessTaken,
                    command => table.Parameters(command, "p", row),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row could not be inserted into {table.Name}.", e);
        }
    }
}
