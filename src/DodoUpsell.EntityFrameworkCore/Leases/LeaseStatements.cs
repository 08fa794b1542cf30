using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>
/// The statements on the leased rows of one account. Those that databases do differently are in
/// <see cref="LeaseQueue{TRow}"/>.
/// </summary>
/// <param name="mine">The rows of one account, and of one environment if the table has environments.</param>
/// <param name="account">The exact name of the account (ordinal). The database may compare it differently.</param>
/// <param name="queue">Returns the statements for this database.</param>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which only affects the order of rows with equal times."
)]
internal sealed class LeaseStatements<TRow>(
    IQueryable<TRow> mine,
    string account,
    Func<CancellationToken, Task<LeaseQueue<TRow>>> queue
)
    where TRow : LeasedRow
{
    /// <exception cref="InvalidOperationException">The database returned rows of another account.</exception>
    public async Task<IReadOnlyList<TRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var statements = await queue(cancellationToken).ConfigureAwait(false);
        return await statements.LeaseDueAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> EndAsync(string id, Guid leaseToken, LeaseEnd end, CancellationToken cancellationToken)
    {
        var statements = await queue(cancellationToken).ConfigureAwait(false);
        return await statements.EndAsync(id, leaseToken, end, cancellationToken).ConfigureAwait(false);
    }

    public async Task<(IReadOnlyList<string> Completed, IReadOnlyList<TRow> Leased)?> CompleteAndLeaseAsync(
        IReadOnlyList<(string Id, Guid LeaseToken)> handled,
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var statements = await queue(cancellationToken).ConfigureAwait(false);
        return await statements
            .CompleteAndLeaseAsync(handled, now, until, maxCount, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<DateTimeOffset?> FindNextDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        var statements = await queue(cancellationToken).ConfigureAwait(false);
        return StoredTime.Read(await statements.FindNextDueAsync(now, cancellationToken).ConfigureAwait(false));
    }

    public async Task<int> PruneAsync(
        DateTime completedBefore,
        DateTime parkedBefore,
        CancellationToken cancellationToken
    )
    {
        var statements = await queue(cancellationToken).ConfigureAwait(false);
        return await statements.PruneAsync(completedBefore, parkedBefore, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> ExtendAsync(
        string id,
        Guid leaseToken,
        DateTime until,
        CancellationToken cancellationToken
    ) =>
        await Held(id, leaseToken)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), cancellationToken)
            .ConfigureAwait(false) == 1;

    public async Task<bool> ReplayAsync(string id, DateTime now, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
            return false;
        return await mine.Where(row => row.Id == id && (row.LeasedUntil == null || row.LeasedUntil <= now))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, InboxState.Waiting)
                            .SetProperty(row => row.Attempts, 0)
                            .SetProperty(row => row.DueAt, now)
                            .SetProperty(row => row.FinishedAt, (DateTime?)null)
                            .SetProperty(row => row.LeaseToken, (Guid?)null)
                            .SetProperty(row => row.LeasedUntil, (DateTime?)null)
                            .SetProperty(row => row.LeasedSubject, (string?)null)
                            .SetProperty(row => row.WaitsBehind, false),
                    cancellationToken
                )
                .ConfigureAwait(false) == 1;
    }

    /// <exception cref="InvalidOperationException">The database returned a row with a different key.</exception>
    public async Task<TRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await mine.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(Mine(row), row.Id, id);
    }

    /// <summary>Returns whether a row with the given id exists.</summary>
    /// <exception cref="InvalidOperationException">The database returned a row with a different key.</exception>
    public async Task<bool> ExistsAsync(string id, CancellationToken cancellationToken)
    {
        var found = await mine.Where(row => row.Id == id)
            .Select(row => new { row.Account, row.Id })
            .SingleOrDefaultAsync(cancellationToken)
            .ConfigureAwait(false);
        if (found is null)
            return false;
        KeyComparison.Require(found.Account, account);
        KeyComparison.Require(found.Id, id);
        return true;
    }

    /// <summary>Returns the rows in the given state that follow the given position, in order of arrival.</summary>
    public async Task<List<TRow>> ListAsync(
        InboxState state,
        int maxCount,
        (DateTime ArrivedAt, string Id)? after,
        CancellationToken cancellationToken
    )
    {
        var rows = mine.Where(row => row.State == state);
        if (after is var (arrived, id))
        {
            // The first condition follows from the second. With it, a database starts reading its index at the position.
            rows = rows.Where(row =>
                row.ArrivedAt >= arrived
                && (row.ArrivedAt > arrived || (row.ArrivedAt == arrived && string.Compare(row.Id, id) > 0))
            );
        }

        var page = await rows.OrderBy(row => row.ArrivedAt)
            .ThenBy(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return page.ConvertAll(Mine);
    }

    private TRow Mine(TRow row) => KeyComparison.Exact(row, row.Account, account);

    private IQueryable<TRow> Held(string id, Guid leaseToken) =>
        mine.Where(row => row.Id == id && row.State == InboxState.Leased && row.LeaseToken == leaseToken);
}
