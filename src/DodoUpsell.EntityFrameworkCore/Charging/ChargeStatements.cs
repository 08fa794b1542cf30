using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Settlements;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>The database statements on the charges of one account in one environment.</summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which only affects the order of rows with equal times."
)]
internal sealed class ChargeStatements(DbContext context, string account, DodoEnvironment environment, ExactKeys keys)
{
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
        var (isInserted, kept) = Provider.IsPostgres(context)
            ? await PostgresChargeClaim.For(context).RunAsync(context, row, cancellationToken).ConfigureAwait(false)
            : (
                await RowInsert
                    .TryAsync(
                        context,
                        row,
                        async () => await KeptAsync().ConfigureAwait(false) is not null,
                        cancellationToken
                    )
                    .ConfigureAwait(false),
                null
            );
        if (isInserted)
            return new ChargeClaim(true, ChargeRows.Record(row));

        // If this very write stored the row, the result of its first execution was lost and it was executed again.
        kept = kept is null
            ? await KeptAsync().ConfigureAwait(false)
                ?? throw new InvalidOperationException(
                    "The row of a taken key was deleted at the same moment. Try again."
                )
            : ExactlyMine(kept, row.Key);
        return new ChargeClaim(kept.WriteId == row.WriteId, ChargeRows.Record(kept));
    }

    /// <summary>
    /// Updates a charge if its stored version is the previous one. Its settlement is committed in the same transaction.
    /// </summary>
    public async Task<bool> UpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement,
        CancellationToken cancellationToken
    )
    {
        var row = ChargeRows.Of(account, changed);
        var settled = settlement is null ? null : SettlementRows.Of(account, settlement);
        var isUpdated = Provider.HasOwnStatements(context)
            ? await DirectChargeUpdate
                .For(context)
                .RunAsync(context, row, settled, cancellationToken)
                .ConfigureAwait(false)
            : await PortableChargeUpdate.RunAsync(context, row, settled, cancellationToken).ConfigureAwait(false);
        if (isUpdated)
            return true;

        // If the stored row was written by this write, the result of the first execution was lost and the execution
        // strategy repeated it. Otherwise, another write was faster.
        return (await RowAsync(row.Key, cancellationToken).ConfigureAwait(false))?.WriteId == row.WriteId;
    }

    public async Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken) =>
        await RowAsync(key.Value, cancellationToken).ConfigureAwait(false) is { } row ? ChargeRows.Record(row) : null;

    public async Task<ChargeRecord?> FindByAttemptAsync(string attemptId, CancellationToken cancellationToken)
    {
        // Sorted here: a database that sorts may read all rows in the order of their keys instead of the index.
        var rows = await Mine.Where(row => row.AttemptId == attemptId)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.MinBy(row => row.Key, StringComparer.Ordinal) is { } row ? RecordOf(row) : null;
    }

    public async Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var queue = await QueueAsync(cancellationToken).ConfigureAwait(false);
        var leased = await queue.LeaseDueAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false);
        return leased.ConvertAll(row => ChargeRows.Record(row) with { NextCheckAt = StoredTime.Read(until) });
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

    public async Task<IReadOnlyList<ChargeRecord>> ListAsync(ChargeQuery query, CancellationToken cancellationToken)
    {
        var rows = Mine.Where(row => row.State == query.State);
        if (query.ClaimedBefore is { } claimedBefore)
        {
            var before = StoredTime.Of(claimedBefore);
            rows = rows.Where(row => row.ClaimedAt < before);
        }

        rows = query.After is { } after ? After(rows, after, query.NewestFirst) : rows;
        var sorted = query.NewestFirst
            ? rows.OrderByDescending(row => row.ClaimedAt).ThenByDescending(row => row.Key)
            : rows.OrderBy(row => row.ClaimedAt).ThenBy(row => row.Key);
        return (await sorted.Take(query.MaxCount).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(
            RecordOf
        );
    }

    public async Task<int> PruneAsync(DateTime settledBefore, CancellationToken cancellationToken)
    {
        var queue = await QueueAsync(cancellationToken).ConfigureAwait(false);
        return await queue.PruneAsync(settledBefore, cancellationToken).ConfigureAwait(false);
    }

    // The first condition of each follows from the second. With it, a database starts reading its index at the position.
    private static IQueryable<ChargeRow> After(IQueryable<ChargeRow> rows, ChargeRecord after, bool newestFirst)
    {
        var (claimed, key) = (StoredTime.Of(after.ClaimedAt), after.Key.Value);
        return newestFirst
            ? rows.Where(row =>
                row.ClaimedAt <= claimed
                && (row.ClaimedAt < claimed || (row.ClaimedAt == claimed && string.Compare(row.Key, key) < 0))
            )
            : rows.Where(row =>
                row.ClaimedAt >= claimed
                && (row.ClaimedAt > claimed || (row.ClaimedAt == claimed && string.Compare(row.Key, key) > 0))
            );
    }

    private async Task<ChargeQueue> QueueAsync(CancellationToken cancellationToken)
    {
        if (await keys.OnPostgresAsync<ChargeRow>(context, cancellationToken).ConfigureAwait(false))
            return new PostgresChargeQueue(context, account, environment);
        return await keys.OnSqliteAsync<ChargeRow>(context, cancellationToken).ConfigureAwait(false)
            ? new SqliteChargeQueue(context, account, environment)
            : new PortableChargeQueue(Mine, account);
    }

    private ChargeRecord RecordOf(ChargeRow row) => ChargeRows.Record(KeyComparison.Exact(row, row.Account, account));

    private async Task<ChargeRow?> RowAsync(string key, CancellationToken cancellationToken)
    {
        var row = Provider.HasOwnStatements(context)
            ? (
                await RawSql
                    .ReadAsync(
                        context,
                        $"""
                        SELECT * FROM {Table.Of<ChargeRow>(context).Name}
                        WHERE account = @account AND environment = @environment AND charge_key = @key
                        """,
                        command =>
                            [
                                command.With("account", account),
                                command.With("environment", (int)environment),
                                command.With("key", key),
                            ],
                        ChargeRows.Read,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).SingleOrDefault()
            : await Mine.SingleOrDefaultAsync(row => row.Key == key, cancellationToken).ConfigureAwait(false);
        return row is null ? null : ExactlyMine(row, key);
    }

    private ChargeRow ExactlyMine(ChargeRow row, string key)
    {
        KeyComparison.Require(row.Account, account);
        return KeyComparison.Exact(row, row.Key, key);
    }
}
