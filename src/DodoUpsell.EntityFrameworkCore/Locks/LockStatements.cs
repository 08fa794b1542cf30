using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Locks;

/// <summary>The database statements on the subscription locks of one account.</summary>
internal sealed class LockStatements(DbContext context, string account)
{
    public async Task<SubscriptionLock?> FindAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken
    ) => (await RowAsync(environment, subscriptionId, cancellationToken).ConfigureAwait(false))?.ToLock();

    /// <summary>
    /// Inserts the lock if its primary key is unused, or updates it if its stored version is the previous one. Each is
    /// a single statement.
    /// </summary>
    public async Task<bool> TryWriteAsync(SubscriptionLock changed, CancellationToken cancellationToken)
    {
        var row = LockRow.Of(account, changed);
        Task<LockRow?> KeptAsync() => RowAsync(changed.Environment, changed.SubscriptionId, cancellationToken);
        var isWritten =
            changed.Version == 0
                ? await RowInsert
                    .TryAsync(
                        context,
                        row,
                        async () => await KeptAsync().ConfigureAwait(false) is not null,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
                : await TryUpdateAsync(row, cancellationToken).ConfigureAwait(false);

        // If the stored row was written by this write, the result of the first execution was lost and the execution
        // strategy repeated it. Otherwise, another caller was faster.
        return isWritten || (await KeptAsync().ConfigureAwait(false))?.WriteId == row.WriteId;
    }

    private async Task<bool> TryUpdateAsync(LockRow row, CancellationToken cancellationToken)
    {
        var entry = context.Entry(row);
        entry.State = EntityState.Modified;
        entry.Property(held => held.Version).OriginalValue = row.Version - 1;
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    // Global query filters of the app's context must not apply to this table.
    private async Task<LockRow?> RowAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken
    )
    {
        var row = await context
            .Set<LockRow>()
            .AsNoTracking()
            .IgnoreQueryFilters()
            .SingleOrDefaultAsync(
                row => row.Account == account && row.Environment == environment && row.SubscriptionId == subscriptionId,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (row is null)
            return null;
        KeyComparison.Require(row.Account, account);
        return KeyComparison.Exact(row, row.SubscriptionId, subscriptionId);
    }
}
