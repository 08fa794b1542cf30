using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>The database statements that add and find offers.</summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which is also the order of the pages."
)]
internal sealed class OfferStatements(OfferScope scope)
{
    private IQueryable<OfferRow> Rows => scope.Rows<OfferRow>();

    /// <summary>Inserts an offer, or returns the one that fills its slot. An id that is taken is the same offer.</summary>
    public async Task<OfferRecord> AddAsync(OfferRecord offer, CancellationToken cancellationToken)
    {
        var row = OfferRows.Of(scope.Account, offer);
        if (!await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false))
            return OfferRows.Record(
                await RowOrStored
                    .PortableAsync(
                        scope.Context,
                        row,
                        async () =>
                            await SlotAsync(row.Slot, cancellationToken).ConfigureAwait(false)
                            ?? await RowAsync(row.Id, cancellationToken).ConfigureAwait(false),
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            );

        var from = $"SELECT * FROM {scope.Name<OfferRow>()} WHERE {OfferScope.Owned}";
        var stored = await RowOrStored
            .DirectAsync(
                scope.Context,
                row,
                $"{from} AND slot = @slot UNION ALL {from} AND offer_id = @id AND (slot <> @slot OR slot IS NULL)",
                command => [.. scope.Owner(command), command.With("slot", row.Slot), command.With("id", row.Id)],
                OfferRows.Read,
                cancellationToken
            )
            .ConfigureAwait(false);
        return OfferRows.Record(stored.Find(kept => kept.Slot is not null && kept.Slot == row.Slot) ?? stored[0]);
    }

    public async Task<OfferRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        RecordOf(await RowAsync(id, cancellationToken).ConfigureAwait(false));

    public async Task<OfferRecord?> FindBySlotAsync(string slot, CancellationToken cancellationToken) =>
        RecordOf(await SlotAsync(slot, cancellationToken).ConfigureAwait(false));

    public async Task<OfferRecord?> FindBySubscriptionAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        var row = await Rows.Where(row =>
                row.SubscriptionId != null && row.SubscriptionId == subscriptionId && row.State == OfferState.Accepted
            )
            .OrderByDescending(row => row.MadeAt)
            .ThenByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : RecordOf(KeyComparison.Exact(row, row.SubscriptionId!, subscriptionId));
    }

    public async Task<IReadOnlyList<OfferRecord>> ListAsync(string subjectId, CancellationToken cancellationToken)
    {
        var rows = await Rows.Where(row => row.SubjectId == subjectId)
            .OrderByDescending(row => row.MadeAt)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(row => RecordOf(KeyComparison.Exact(row, row.SubjectId, subjectId))!);
    }

    /// <summary>Lists the overdue offers. Each state has an index of its own, which is read from its first row.</summary>
    public async Task<IReadOnlyList<OfferRecord>> ListOverdueAsync(
        DateTime expiredBefore,
        DateTime acceptedBefore,
        int maxCount,
        OfferRecord? after,
        CancellationToken cancellationToken
    )
    {
        var open = Rows.Where(row => row.State == OfferState.Open && row.ExpiresAt < expiredBefore);
        var accepting = Rows.Where(row => row.State == OfferState.Accepting && row.AcceptedAt < acceptedBefore);
        if (after is not null)
        {
            var (at, id) = (
                StoredTime.Of(after is { State: OfferState.Accepting, AcceptedAt: { } time } ? time : after.ExpiresAt),
                after.Id
            );
            open = open.Where(row => row.ExpiresAt >= at && (row.ExpiresAt > at || string.Compare(row.Id, id) > 0));
            accepting = accepting.Where(row =>
                row.AcceptedAt >= at && (row.AcceptedAt > at || string.Compare(row.Id, id) > 0)
            );
        }

        var expired = await open.OrderBy(row => row.ExpiresAt)
            .ThenBy(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var left = await accepting
            .OrderBy(row => row.AcceptedAt)
            .ThenBy(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. expired
                .Select(row => (Row: row, At: row.ExpiresAt))
                .Concat(left.Select(row => (Row: row, At: row.AcceptedAt!.Value)))
                .OrderBy(due => due.At)
                .ThenBy(due => due.Row.Id, StringComparer.Ordinal)
                .Take(maxCount)
                .Select(due => RecordOf(due.Row)!),
        ];
    }

    public async Task<OfferRow?> RowAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Rows.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.Id, id);
    }

    private async Task<OfferRow?> SlotAsync(string? slot, CancellationToken cancellationToken)
    {
        if (slot is null)
            return null;
        var row = await Rows.SingleOrDefaultAsync(row => row.Slot != null && row.Slot == slot, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.Slot!, slot);
    }

    private OfferRecord? RecordOf(OfferRow? row) => row is null ? null : OfferRows.Record(scope.Mine(row));
}
