using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Locks;

/// <summary>What one operation says to the database about the subscription locks of one account.</summary>
internal sealed class LockStatements(DbContext context, string account)
{
    public async Task<SubscriptionLock?> FindAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken
    ) => (await RowAsync(environment, subscriptionId, cancellationToken).ConfigureAwait(false))?.ToLock();

    /// <summary>
    /// An insert that the primary key decides, or an update where the version is the one before: one statement either
    /// way.
    /// </summary>
    public async Task<bool> TryWriteAsync(SubscriptionLock changed, CancellationToken cancellationToken)
    {
        var row = LockRow.Of(account, changed);
        var entry = context.Entry(row);
        entry.State = changed.Version == 0 ? EntityState.Added : EntityState.Modified;
        if (changed.Version > 0)
            entry.Property(held => held.Version).OriginalValue = changed.Version - 1;
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException e)
        {
            // Another caller was faster. If it was this very write, its answer was lost, and the execution strategy
            // sent it again.
            context.ChangeTracker.Clear();
            var kept = await RowAsync(changed.Environment, changed.SubscriptionId, cancellationToken)
                .ConfigureAwait(false);
            if (kept is not null)
                return kept.WriteId == row.WriteId;
            if (e is DbUpdateConcurrencyException)
                return false;
            throw;
        }
    }

    // Filters that the app puts on all its tables are not meant for this one.
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
