using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Settlements;

/// <summary>The database statements on the settlements of one account in one environment.</summary>
internal sealed class SettlementStatements(
    DbContext context,
    string account,
    DodoEnvironment environment,
    ExactKeys keys
)
{
    public LeaseStatements<SettlementRow> Leases => new(Mine, account, QueueAsync);

    // Global query filters of the app's context must not apply to this table.
    private IQueryable<SettlementRow> Mine =>
        context
            .Set<SettlementRow>()
            .AsNoTracking()
            .IgnoreQueryFilters()
            .Where(row => row.Account == account && row.Environment == environment);

    // If only the result of the insert was lost, reporting the id as existing is also correct, because the stored
    // settlement will be handled.
    public async Task<bool> InsertAsync(ChargeSettlement settlement, CancellationToken cancellationToken)
    {
        Task<bool> IsTakenAsync() => ExistsAsync(settlement.Id, cancellationToken);
        if (
            await RowInsert
                .TryAsync(context, SettlementRows.Of(account, settlement), IsTakenAsync, cancellationToken)
                .ConfigureAwait(false)
        )
            return true;
        await IsTakenAsync().ConfigureAwait(false);
        return false;
    }

    public Task<bool> ExistsAsync(string id, CancellationToken cancellationToken) =>
        Leases.ExistsAsync(id, cancellationToken);

    public async Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    ) =>
        (await Leases.LeaseDueAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false))
            .Select(SettlementRows.Delivery)
            .ToList();

    public async Task<SettlementDelivery?> FindAsync(string id, CancellationToken cancellationToken) =>
        await Leases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } row
            ? SettlementRows.Delivery(row)
            : null;

    public async Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        SettlementDelivery? after,
        CancellationToken cancellationToken
    )
    {
        var page = await Leases
            .ListAsync(
                state,
                maxCount,
                after is null ? null : (StoredTime.Of(after.Settlement.OccurredAt), after.Settlement.Id),
                cancellationToken
            )
            .ConfigureAwait(false);
        return page.ConvertAll(SettlementRows.Delivery);
    }

    public async Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        ChargeKey key,
        CancellationToken cancellationToken
    )
    {
        // Sorted here: a database that sorts may read all rows in the order of their times instead of the index.
        var rows = await Mine.Where(row => row.Subject == key.Value)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in rows)
        {
            KeyComparison.Require(row.Account, account);
            KeyComparison.Require(row.Subject, key.Value);
        }

        return
        [
            .. rows.OrderBy(row => row.ArrivedAt)
                .ThenBy(row => row.Id, StringComparer.Ordinal)
                .Select(SettlementRows.Delivery),
        ];
    }

    public Task<int> PruneAsync(DateTime completedBefore, DateTime parkedBefore, CancellationToken cancellationToken) =>
        Leases.PruneAsync(completedBefore, parkedBefore, cancellationToken);

    private async Task<LeaseQueue<SettlementRow>> QueueAsync(CancellationToken cancellationToken)
    {
        var rules = LeaseRules<SettlementRow>.Default;
        if (await keys.OnPostgresAsync<SettlementRow>(context, cancellationToken).ConfigureAwait(false))
            return new PostgresLeaseQueue<SettlementRow>(context, Scope, SettlementRows.Read, rules);
        return await keys.OnSqliteAsync<SettlementRow>(context, cancellationToken).ConfigureAwait(false)
            ? new SqliteLeaseQueue<SettlementRow>(context, Scope, SettlementRows.Read, rules)
            : new PortableLeaseQueue<SettlementRow>(Mine, account, rules);
    }

    private IEnumerable<DbParameter> Scope(DbCommand command) =>
        [command.With("account", account), command.With("environment", (int)environment)];
}
