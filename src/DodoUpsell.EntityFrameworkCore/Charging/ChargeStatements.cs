using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Settlements;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>The database statements on the charges of one account in one environment.</summary>
internal sealed class ChargeStatements(DbContext context, string account, DodoEnvironment environment)
{
    private const int PruneBatch = 500;

    private static readonly ChargeState[] Ended =
    [
        ChargeState.Succeeded,
        ChargeState.Declined,
        ChargeState.Refused,
        ChargeState.NotCharged,
        ChargeState.Refunded,
    ];

    // Global query filters of the app's context must not apply to this table.
    private IQueryable<ChargeRow> Mine =>
        context
            .Set<ChargeRow>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(row => row.Account == account && row.Environment == environment);

    public async Task<ChargeClaim> InsertAsync(ChargeRecord claim, CancellationToken cancellationToken)
    {
        var row = ChargeRows.Of(account, claim);
        Task<ChargeRow?> KeptAsync() => RowAsync(row.Key, cancellationToken);
        if (
            await RowInsert
                .TryAsync(
                    context,
                    row,
                    async () => await KeptAsync().ConfigureAwait(false) is not null,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            return new ChargeClaim(true, ChargeRows.Record(row));

        // If this very write stored the row, the result of its first execution was lost and it was executed again.
        var kept =
            await KeptAsync().ConfigureAwait(false)
            ?? throw new InvalidOperationException("The row of a taken key was deleted at the same moment. Try again.");
        return new ChargeClaim(kept.WriteId == row.WriteId, ChargeRows.Record(kept));
    }

    /// <summary>
    /// Updates a charge if its stored version is the previous one. Its settlement is committed in the same transaction.
    /// </summary>
    /// <remarks>
    /// With a settlement, the change is a transaction of two statements: first the update of the charge, then the
    /// insert of the settlement. Each such transaction first locks the row of one charge and then only inserts a row of
    /// its own, so these transactions cannot deadlock. If the update changes no row, the whole transaction is rolled
    /// back.
    /// </remarks>
    public async Task<bool> UpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement,
        CancellationToken cancellationToken
    )
    {
        var row = ChargeRows.Of(account, changed);
        var entry = context.Entry(row);
        entry.State = EntityState.Modified;
        entry.Property(charge => charge.Version).OriginalValue = row.Version - 1;
        if (settlement is not null)
        {
            // Both rows must be written or neither, even if the app's own context disables transactions.
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            context.Add(SettlementRows.Of(account, settlement));
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException e)
        {
            context.ChangeTracker.Clear();
            var kept = await RowAsync(row.Key, cancellationToken).ConfigureAwait(false);

            // If the stored row was written by this write, the result of the first execution was lost and the execution
            // strategy repeated it. Otherwise, another write was faster.
            if (kept?.WriteId == row.WriteId)
                return true;
            if (e is DbUpdateConcurrencyException || kept?.Version != row.Version - 1)
                return false;

            // The version still matches, so the insert failed. If the settlement is already stored, the update of the
            // charge must still succeed.
            if (
                settlement is null
                || !await new SettlementStatements(context, account, environment)
                    .ExistsAsync(settlement.Id, cancellationToken)
                    .ConfigureAwait(false)
            )
                throw;
            return await UpdateAsync(changed, settlement: null, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken) =>
        await RowAsync(key.Value, cancellationToken).ConfigureAwait(false) is { } row ? ChargeRows.Record(row) : null;

    public async Task<ChargeRecord?> FindByAttemptAsync(string attemptId, CancellationToken cancellationToken) =>
        await Mine.Where(row => row.AttemptId == attemptId)
            .OrderBy(row => row.Key)
            .FirstOrDefaultAsync(cancellationToken)
            .ConfigureAwait(false)
            is { } row
            ? RecordOf(row)
            : null;

    public async Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var leased = new List<ChargeRecord>();
        for (var lost = true; lost && leased.Count < maxCount; )
        {
            lost = false;
            var due = await Mine.Where(row => row.NextCheckAt <= now)
                .OrderBy(row => row.NextCheckAt)
                .ThenBy(row => row.Key)
                .Take(maxCount - leased.Count)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in due)
            {
                KeyComparison.Require(row.Account, account);

                // Rows are leased one by one: an update of several rows could lock them in a different order than
                // another node's, which could deadlock.
                if (await LeaseAsync(row, now, until, cancellationToken).ConfigureAwait(false))
                    leased.Add(ChargeRows.Record(row) with { NextCheckAt = StoredTime.Read(until) });
                else
                    lost = true;
            }
        }

        return leased;
    }

    public async Task<IReadOnlyList<ChargeRecord>> ListAsync(
        ChargeState state,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var rows = await Mine.Where(row => row.State == state)
            .OrderBy(row => row.ClaimedAt)
            .ThenBy(row => row.Key)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(RecordOf);
    }

    public async Task<int> PruneAsync(DateTime settledBefore, CancellationToken cancellationToken)
    {
        var old = Mine.Where(row => Ended.Contains(row.State) && row.SettledAt < settledBefore);
        for (var removed = 0; ; )
        {
            var rows = await old.OrderBy(row => row.Key)
                .Select(row => new { row.Account, row.Key })
                .Take(PruneBatch)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            if (rows.Count == 0)
                return removed;
            foreach (var (ownAccount, key) in rows.Select(row => (row.Account, row.Key)))
            {
                KeyComparison.Require(ownAccount, account);

                // The condition is repeated because the key may have been claimed again since the row was read.
                removed += await old.Where(row => row.Key == key)
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private ChargeRecord RecordOf(ChargeRow row) => ChargeRows.Record(KeyComparison.Exact(row, row.Account, account));

    private async Task<bool> LeaseAsync(
        ChargeRow row,
        DateTime now,
        DateTime until,
        CancellationToken cancellationToken
    ) =>
        await Mine.Where(kept => kept.Key == row.Key && kept.Version == row.Version && kept.NextCheckAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.NextCheckAt, until), cancellationToken)
            .ConfigureAwait(false) == 1;

    private async Task<ChargeRow?> RowAsync(string key, CancellationToken cancellationToken)
    {
        var row = await Mine.SingleOrDefaultAsync(row => row.Key == key, cancellationToken).ConfigureAwait(false);
        if (row is null)
            return null;
        KeyComparison.Require(row.Account, account);
        return KeyComparison.Exact(row, row.Key, key);
    }
}
