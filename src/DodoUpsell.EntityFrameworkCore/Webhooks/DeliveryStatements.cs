using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>The database statements on the webhook deliveries of one account.</summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which only affects the order of rows with equal times."
)]
internal sealed class DeliveryStatements(DbContext context, string account)
{
    public LeaseStatements<DeliveryRow> Leases => new(Mine, account);

    // Global query filters of the app's context must not apply to this table.
    private IQueryable<DeliveryRow> Mine =>
        context.Set<DeliveryRow>().AsNoTracking().IgnoreQueryFilters().Where(row => row.Account == account);

    public async Task<bool> InsertAsync(InboxDelivery delivery, CancellationToken cancellationToken)
    {
        Task<bool> IsTakenAsync() => Leases.ExistsAsync(delivery.Id, cancellationToken);
        if (
            await RowInsert
                .TryAsync(context, DeliveryRows.Of(delivery), IsTakenAsync, cancellationToken)
                .ConfigureAwait(false)
        )
            return true;

        // The id must be the same exactly, however the database compares.
        await IsTakenAsync().ConfigureAwait(false);
        return false;
    }

    public async Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    ) =>
        (await Leases.LeaseDueAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false))
            .Select(DeliveryRows.Delivery)
            .ToList();

    public async Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken) =>
        await Leases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } row
            ? DeliveryRows.Delivery(row)
            : null;

    public async Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken)
    {
        if (subject.Length == 0)
            return null;
        var ofSubject = Mine.Where(row => row.Subject == subject);

        // If several deliveries are equally new, the ordinal order of their ids decides, which not every database
        // supports. Therefore all of them are read.
        var newest = await ofSubject
            .Where(row => row.FreshAt == ofSubject.Max(other => other.FreshAt))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in newest)
        {
            // The object of another subject must not be used for this one.
            KeyComparison.Require(row.Account, account);
            KeyComparison.Require(row.Subject, StoredText.Of(subject));
        }

        return newest
            .Select(DeliveryRows.Delivery)
            .Aggregate(
                (InboxDelivery?)null,
                (best, delivery) => best is null || delivery.CompareFreshness(best) > 0 ? delivery : best
            );
    }

    public async Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after,
        CancellationToken cancellationToken
    )
    {
        var page = await Leases
            .ListAsync(
                state,
                maxCount,
                after is null ? null : (StoredTime.Of(after.ReceivedAt), after.Id),
                cancellationToken
            )
            .ConfigureAwait(false);
        return page.ConvertAll(DeliveryRows.Delivery);
    }

    public Task<int> PruneAsync(DateTime completedBefore, DateTime parkedBefore, CancellationToken cancellationToken)
    {
        var old = Leases.Finished(completedBefore, parkedBefore);
        var prunable = old.Where(row =>
            row.Subject == ""
            || Mine.Any(other =>
                other.Subject == row.Subject
                && (
                    other.FreshAt > row.FreshAt
                    || (
                        other.FreshAt == row.FreshAt
                        && (
                            other.OccurredAt > row.OccurredAt
                            || (other.OccurredAt == row.OccurredAt && string.Compare(other.Id, row.Id) > 0)
                        )
                    )
                )
            )
            || !Mine.Any(other =>
                other.Subject == row.Subject
                && !(
                    (other.State == InboxState.Completed && other.FinishedAt < completedBefore)
                    || (other.State == InboxState.Parked && other.FinishedAt < parkedBefore)
                )
            )
        );
        return Leases.DeleteAsync(prunable, old, cancellationToken);
    }
}
