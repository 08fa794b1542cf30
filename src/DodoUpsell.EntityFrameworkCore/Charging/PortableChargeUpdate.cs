using DodoUpsell.EntityFrameworkCore.Settlements;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// Updates a charge on any relational database if its version is the previous one. Its settlement is committed in the
/// same transaction.
/// </summary>
/// <remarks>
/// With a settlement, the change is a transaction of two statements: first the update of the charge, then the insert of
/// the settlement. Each such transaction first locks the row of one charge and then only inserts a row of its own, so
/// these transactions cannot deadlock. If the update changes no row, the whole transaction is rolled back.
/// </remarks>
internal static class PortableChargeUpdate
{
    /// <summary>Returns whether the row was updated. A settlement whose id exists is not inserted again.</summary>
    /// <exception cref="DbUpdateException">The statements failed.</exception>
    public static async Task<bool> RunAsync(
        DbContext context,
        ChargeRow row,
        SettlementRow? settlement,
        CancellationToken cancellationToken
    )
    {
        var entry = context.Entry(row);
        entry.State = EntityState.Modified;
        entry.Property(charge => charge.Version).OriginalValue = row.Version - 1;
        if (settlement is not null)
        {
            // Both rows must be written or neither, even if the app's own context disables transactions.
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            context.Add(settlement);
        }

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
        catch (DbUpdateException) when (settlement is not null)
        {
            // If the settlement is already stored, the update of the charge must still succeed.
            context.ChangeTracker.Clear();
            if (!await IsStoredAsync(context, settlement, cancellationToken).ConfigureAwait(false))
                throw;
            return await RunAsync(context, row, settlement: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<bool> IsStoredAsync(
        DbContext context,
        SettlementRow settlement,
        CancellationToken cancellationToken
    ) =>
        context
            .Set<SettlementRow>()
            .IgnoreQueryFilters()
            .AnyAsync(
                row =>
                    row.Account == settlement.Account
                    && row.Environment == settlement.Environment
                    && row.Id == settlement.Id,
                cancellationToken
            );
}
