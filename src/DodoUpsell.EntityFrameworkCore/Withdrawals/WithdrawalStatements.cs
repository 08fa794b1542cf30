using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Withdrawals;

/// <summary>The database statements on withdrawals.</summary>
internal sealed class WithdrawalStatements(OfferScope scope)
{
    private IQueryable<WithdrawalRow> Rows => scope.Rows<WithdrawalRow>();

    public Task<bool> AddAsync(WithdrawalRecord record, CancellationToken cancellationToken)
    {
        var row = WithdrawalRow.Of(scope.Account, record);
        return RowInsert.TryAsync(
            scope.Context,
            row,
            async () => await RowAsync(row.Id, cancellationToken).ConfigureAwait(false) is not null,
            cancellationToken
        );
    }

    public async Task<bool> TryUpdateAsync(WithdrawalRecord changed, CancellationToken cancellationToken)
    {
        var row = WithdrawalRow.Of(scope.Account, changed);

        // Known losers end here, so that a second confirmation is no failed command in the database's log.
        if (await IsTakenAsync(row, cancellationToken).ConfigureAwait(false))
            return false;
        try
        {
            if (
                await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false)
                    ? await DirectAsync(row, cancellationToken).ConfigureAwait(false)
                    : await PortableAsync(row, cancellationToken).ConfigureAwait(false)
            )
                return true;
        }
        catch (DbUpdateException)
        {
            // The unique key of the slot decides between two confirmations at the same moment.
            if (await IsTakenAsync(row, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }

        // The result of the first execution may have been lost, so that the execution strategy repeated the write.
        return (await RowAsync(row.Id, cancellationToken).ConfigureAwait(false))?.WriteId == row.WriteId;
    }

    public async Task<WithdrawalRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await RowAsync(id, cancellationToken).ConfigureAwait(false))?.ToRecord();

    public async Task<WithdrawalRecord?> FindByContractAsync(string contractId, CancellationToken cancellationToken)
    {
        var row = await Rows.SingleOrDefaultAsync(row => row.Slot != null && row.Slot == contractId, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.Slot!, contractId).ToRecord();
    }

    public async Task<IReadOnlyList<WithdrawalRecord>> ListAsync(string customerId, CancellationToken cancellationToken)
    {
        var rows = await Rows.Where(row => row.CustomerId == customerId)
            .OrderByDescending(row => row.StatedAt)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(row => KeyComparison.Exact(scope.Mine(row), row.CustomerId, customerId).ToRecord());
    }

    public async Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        WithdrawalState state,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var rows = await Rows.Where(row => row.State == state)
            .OrderBy(row => row.StatedAt)
            .ThenBy(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(row => scope.Mine(row).ToRecord());
    }

    public async Task<IReadOnlyList<WithdrawalRecord>> ListDueAsync(
        DateTime now,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var rows = await Rows.Where(row => row.DueAt != null && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(row => scope.Mine(row).ToRecord());
    }

    public async Task<int> EraseAsync(string customerId, DateTime now, CancellationToken cancellationToken)
    {
        // The customer must be the same exactly, however the database compares.
        if (await ListAsync(customerId, cancellationToken).ConfigureAwait(false) is [])
            return 0;
        var mine = Rows.Where(row => row.CustomerId == customerId && row.DueAt == null);
        var removed = await mine.Where(row => row.State == WithdrawalState.Stated)
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
        var writeId = Guid.NewGuid();
        return removed
            + await mine.Where(row => row.State != WithdrawalState.Stated && row.ErasedAt == null)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.Statement, (string?)null)
                            .SetProperty(row => row.Acknowledgement, (string?)null)
                            .SetProperty(row => row.ErasedAt, now)
                            .SetProperty(row => row.WriteId, writeId)
                            .SetProperty(row => row.Version, row => row.Version + 1),
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    public async Task<int> PruneAsync(DateTime statedBefore, DateTime endedBefore, CancellationToken cancellationToken)
    {
        var drafts = await Rows.Where(row => row.State == WithdrawalState.Stated && row.StatedAt < statedBefore)
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
        return drafts
            + await Rows.Where(row =>
                    row.State == WithdrawalState.Completed && row.DueAt == null && row.EndedAt < endedBefore
                )
                .ExecuteDeleteAsync(cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<bool> DirectAsync(WithdrawalRow row, CancellationToken cancellationToken)
    {
        var table = Table.Of<WithdrawalRow>(scope.Context);
        try
        {
            return await RawSql
                    .ExecuteAsync(
                        scope.Context,
                        table.UpdateIfPrevious("w"),
                        command => [.. table.Parameters(command, "w", row), command.With("previous", row.Version - 1)],
                        cancellationToken
                    )
                    .ConfigureAwait(false) > 0;
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row of {table.Name} could not be updated.", e);
        }
    }

    private async Task<bool> PortableAsync(WithdrawalRow row, CancellationToken cancellationToken)
    {
        var entry = scope.Context.Entry(row);
        entry.State = EntityState.Modified;
        entry.Property(one => one.Version).OriginalValue = row.Version - 1;
        try
        {
            await scope.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            scope.Context.ChangeTracker.Clear();
        }
    }

    private Task<bool> IsTakenAsync(WithdrawalRow row, CancellationToken cancellationToken) =>
        row.Slot is null
            ? Task.FromResult(false)
            : Rows.AnyAsync(other => other.Slot == row.Slot && other.Id != row.Id, cancellationToken);

    private async Task<WithdrawalRow?> RowAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Rows.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.Id, id);
    }
}
