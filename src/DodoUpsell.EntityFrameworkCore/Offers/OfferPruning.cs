using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>Deletes old rows in batches, so that no statement holds many locks.</summary>
internal sealed class OfferPruning(OfferScope scope)
{
    private const int Batch = 1000;

    /// <summary>Deletes one batch of a table and returns the number of deleted rows, 0 if none is left.</summary>
    /// <param name="column">The column that contains the time.</param>
    /// <param name="old">The rows, for databases that get statements of EF Core.</param>
    /// <param name="before">The time before which a row is old.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<int> DeleteBatchAsync<TRow>(
        string column,
        Func<IQueryable<TRow>, IQueryable<TRow>> old,
        DateTime before,
        CancellationToken cancellationToken
    )
        where TRow : OwnedRow
    {
        if (!await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false))
            return await PortableAsync(old(scope.Rows<TRow>()), cancellationToken).ConfigureAwait(false);

        var table = scope.Name<TRow>();
        string Chosen(string id) =>
            $"SELECT {id} FROM {table} WHERE {OfferScope.Owned} AND {column} < @before ORDER BY {column} LIMIT {Batch}";
        return await RawSql
            .ExecuteAsync(
                scope.Context,
                Provider.IsPostgres(scope.Context)
                    ? $"DELETE FROM {table} WHERE ctid = ANY(ARRAY({Chosen("ctid")} FOR UPDATE SKIP LOCKED))"
                    : $"DELETE FROM {table} WHERE rowid IN ({Chosen("rowid")})",
                command => [.. scope.Owner(command), command.With("before", before)],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    // If another server changed or deleted a row of the batch, the rest is read again.
    private async Task<int> PortableAsync<TRow>(IQueryable<TRow> old, CancellationToken cancellationToken)
        where TRow : OwnedRow
    {
        while (true)
        {
            var rows = await old.Take(Batch).ToListAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                scope.Context.RemoveRange(rows.Select(scope.Mine));
                await scope.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return rows.Count;
            }
            catch (DbUpdateConcurrencyException) { }
            finally
            {
                scope.Context.ChangeTracker.Clear();
            }
        }
    }
}
