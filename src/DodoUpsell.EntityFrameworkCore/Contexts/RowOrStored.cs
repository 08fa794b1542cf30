using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Inserts a row, or returns the stored one that has a unique key of it.</summary>
internal static class RowOrStored
{
    // The stored row can be removed between the insert and the read. The next insert then succeeds.
    private const int MaxAttempts = 10;

    /// <summary>Inserts the row unless a unique key is taken, and returns what is stored, in one round trip.</summary>
    /// <param name="context">The context.</param>
    /// <param name="row">The row.</param>
    /// <param name="select">The statement that selects the stored row.</param>
    /// <param name="parameters">The parameters of that statement.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<List<TRow>> DirectAsync<TRow>(
        DbContext context,
        TRow row,
        string select,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        Func<DbDataReader, TRow> read,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        var table = Table.Of<TRow>(context);
        for (var attempt = 1; ; attempt++)
        {
            var stored = await ReadAsync().ConfigureAwait(false);
            if (stored.Count > 0)
                return stored;
            if (attempt == MaxAttempts)
                throw new DbUpdateException($"A row of {table.Name} changed while it was added. Try again.");
        }

        async Task<List<TRow>> ReadAsync()
        {
            try
            {
                return await RawSql
                    .ReadAsync(
                        context,
                        $"{table.InsertUnlessAnyTaken};\n{select}",
                        command => [.. table.Parameters(command, "p", row), .. parameters(command)],
                        read,
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

    /// <summary>Does the same on any database, with statements that EF Core translates.</summary>
    public static async Task<TRow> PortableAsync<TRow>(
        DbContext context,
        TRow row,
        Func<Task<TRow?>> find,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await find().ConfigureAwait(false) is { } stored)
                return stored;
            try
            {
                context.Add(row);
                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return row;
            }
            catch (DbUpdateException)
            {
                context.ChangeTracker.Clear();
                if (attempt == MaxAttempts)
                    throw;
            }
        }
    }
}
