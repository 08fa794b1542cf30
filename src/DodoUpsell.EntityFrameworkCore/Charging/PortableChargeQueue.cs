using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>The statements that EF Core translates for every relational database.</summary>
/// <remarks>
/// Rows are changed one by one: a change of several rows could lock them in a different order than another node's,
/// which could deadlock.
/// </remarks>
/// <param name="mine">The charges of one account in one environment.</param>
/// <param name="account">The exact name of the account (ordinal). The database may compare it differently.</param>
internal sealed class PortableChargeQueue(IQueryable<ChargeRow> mine, string account) : ChargeQueue
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

    public override async Task<List<ChargeRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var leased = new List<ChargeRow>();
        for (var lost = true; lost && leased.Count < maxCount; )
        {
            lost = false;
            var due = await mine.Where(row => row.NextCheckAt <= now)
                .OrderBy(row => row.NextCheckAt)
                .ThenBy(row => row.Key)
                .Take(maxCount - leased.Count)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in due)
            {
                KeyComparison.Require(row.Account, account);
                if (await LeaseAsync(row, now, until, cancellationToken).ConfigureAwait(false))
                    leased.Add(row);
                else
                    lost = true;
            }
        }

        return leased;
    }

    public override async Task<int> PruneAsync(DateTime settledBefore, CancellationToken cancellationToken)
    {
        var old = mine.Where(row => Ended.Contains(row.State) && row.SettledAt < settledBefore);
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

    private async Task<bool> LeaseAsync(
        ChargeRow row,
        DateTime now,
        DateTime until,
        CancellationToken cancellationToken
    ) =>
        await mine.Where(kept => kept.Key == row.Key && kept.Version == row.Version && kept.NextCheckAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.NextCheckAt, until), cancellationToken)
            .ConfigureAwait(false) == 1;
}
