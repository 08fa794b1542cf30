using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>What one operation says to the database about the webhook deliveries of one account.</summary>
[SuppressMessage("Globalization", "CA1309:Use ordinal string comparison", Justification = "The database compares, in its own order; nothing but the order of equal times depends on it.")]
internal sealed class DeliveryStatements(DbContext context, string account)
{
    private const int PruneBatch = 500;

    // Filters that the app puts on all its tables are not meant for this one.
    private IQueryable<DeliveryRow> Mine => context.Set<DeliveryRow>().AsNoTracking().IgnoreQueryFilters().Where(row => row.Account == account);

    public async Task<bool> InsertAsync(InboxDelivery delivery, CancellationToken cancellationToken)
    {
        context.Add(DeliveryRows.Of(delivery));
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException)
        {
            // The id is there already, or the insert failed for another reason: the row that is there tells.
            context.ChangeTracker.Clear();
            if (await Mine.AnyAsync(row => row.Id == delivery.Id, cancellationToken).ConfigureAwait(false)) return false;
            throw;
        }
    }

    public async Task<IReadOnlyList<InboxDelivery>> LeaseAsync(int count, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        await EndLostLeasesAsync(now, cancellationToken).ConfigureAwait(false);
        var tokens = new List<Guid?>();
        for (var lost = true; lost && tokens.Count < count;)
        {
            lost = false;
            foreach (var candidate in await CandidatesAsync(count - tokens.Count, now, cancellationToken).ConfigureAwait(false))
            {
                var token = Guid.NewGuid();
                if (await TryLeaseAsync(candidate, token, now, until, cancellationToken).ConfigureAwait(false)) tokens.Add(token);
                else lost = true;
            }
        }

        if (tokens.Count == 0) return [];
        var leased = await Mine.Where(row => tokens.Contains(row.LeaseToken)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return leased.OrderBy(row => tokens.IndexOf(row.LeaseToken)).Select(DeliveryRows.Delivery).ToList();
    }

    public async Task<bool> ExtendAsync(string id, Guid leaseToken, DateTime until, CancellationToken cancellationToken) =>
        await Held(id, leaseToken).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), cancellationToken).ConfigureAwait(false) == 1;

    public async Task<bool> EndAsync(string id, Guid leaseToken, LeaseEnd end, CancellationToken cancellationToken) =>
        await Held(id, leaseToken).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, end.State)
                .SetProperty(row => row.Attempts, row => row.Attempts - end.Uncounted)
                .SetProperty(row => row.DueAt, row => end.DueAt ?? row.DueAt)
                .SetProperty(row => row.FinishedAt, row => end.FinishedAt ?? row.FinishedAt)
                .SetProperty(row => row.LastError, row => end.Error ?? row.LastError)
                .SetProperty(row => row.LeaseToken, (Guid?)null)
                .SetProperty(row => row.LeasedUntil, (DateTime?)null)
                .SetProperty(row => row.LeasedSubject, (string?)null),
            cancellationToken).ConfigureAwait(false) == 1;

    public async Task<bool> ReplayAsync(string id, DateTime now, CancellationToken cancellationToken) =>
        await Mine.Where(row => row.Id == id && (row.LeasedUntil == null || row.LeasedUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, InboxState.Waiting)
                .SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.DueAt, now)
                .SetProperty(row => row.FinishedAt, (DateTime?)null)
                .SetProperty(row => row.LeaseToken, (Guid?)null)
                .SetProperty(row => row.LeasedUntil, (DateTime?)null)
                .SetProperty(row => row.LeasedSubject, (string?)null),
            cancellationToken).ConfigureAwait(false) == 1;

    public async Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken) =>
        await Mine.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? DeliveryRows.Delivery(row) : null;

    public async Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken)
    {
        if (subject.Length == 0) return null;
        var ofSubject = Mine.Where(row => row.Subject == subject);

        // Of those that are equally new the id decides, in an order that not every database has: so all of them are read.
        var newest = await ofSubject
            .Where(row => row.FreshAt == ofSubject.Max(other => other.FreshAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return newest.Select(DeliveryRows.Delivery).Aggregate(
            (InboxDelivery?)null,
            (best, delivery) => best is null || delivery.CompareFreshness(best) > 0 ? delivery : best);
    }

    public async Task<IReadOnlyList<InboxDelivery>> ListAsync(InboxState state, int count, InboxDelivery? after, CancellationToken cancellationToken)
    {
        var rows = Mine.Where(row => row.State == state);
        if (after is not null)
        {
            var received = StoredTime.Of(after.ReceivedAt);
            rows = rows.Where(row => row.ReceivedAt > received || (row.ReceivedAt == received && string.Compare(row.Id, after.Id) > 0));
        }

        var page = await rows.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).Take(count).ToListAsync(cancellationToken).ConfigureAwait(false);
        return page.ConvertAll(DeliveryRows.Delivery);
    }

    public async Task<DateTimeOffset?> FindNextDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        var due = await Waiting(now).MinAsync(row => (DateTime?)row.DueAt, cancellationToken).ConfigureAwait(false);
        var free = await Mine.Where(row => row.State == InboxState.Leased).MinAsync(row => row.LeasedUntil, cancellationToken).ConfigureAwait(false);
        return StoredTime.Read(due < free || free is null ? due : free);
    }

    public async Task<int> PruneAsync(DateTime completedBefore, DateTime parkedBefore, CancellationToken cancellationToken)
    {
        var old = Mine.Where(row =>
            (row.State == InboxState.Completed && row.FinishedAt < completedBefore) || (row.State == InboxState.Parked && row.FinishedAt < parkedBefore));
        var prunable = old.Where(row =>
            row.Subject == ""
            || Mine.Any(other => other.Subject == row.Subject && (other.FreshAt > row.FreshAt || (other.FreshAt == row.FreshAt
                && (other.OccurredAt > row.OccurredAt || (other.OccurredAt == row.OccurredAt && string.Compare(other.Id, row.Id) > 0)))))
            || !Mine.Any(other => other.Subject == row.Subject
                && !((other.State == InboxState.Completed && other.FinishedAt < completedBefore) || (other.State == InboxState.Parked && other.FinishedAt < parkedBefore))));
        for (var removed = 0; ;)
        {
            var ids = await prunable.OrderBy(row => row.Id).Select(row => row.Id).Take(PruneBatch).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (ids.Count == 0) return removed;
            foreach (var id in ids)
            {
                // The condition once more: it may have been replayed since it was read.
                removed += await old.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // A worker that vanished keeps nothing: what it had waits as before.
    private async Task EndLostLeasesAsync(DateTime now, CancellationToken cancellationToken)
    {
        var lost = await Mine.Where(row => row.State == InboxState.Leased && row.LeasedUntil <= now)
            .Select(row => new { row.Id, row.LeaseToken }).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var lease in lost)
        {
            if (lease.LeaseToken is not { } token) continue;
            await Held(lease.Id, token).Where(row => row.LeasedUntil <= now).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, InboxState.Waiting)
                    .SetProperty(row => row.LeaseToken, (Guid?)null)
                    .SetProperty(row => row.LeasedUntil, (DateTime?)null)
                    .SetProperty(row => row.LeasedSubject, (string?)null),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What could be leased now: of each subject that nobody handles the first, and all without a subject.</summary>
    private Task<List<DeliveryRow>> CandidatesAsync(int count, DateTime now, CancellationToken cancellationToken) =>
        Waiting(now)
            .Where(row => row.DueAt <= now && (row.Subject == "" || !Mine.Any(other => other.Subject == row.Subject && other.State == InboxState.Waiting
                && (other.DueAt < row.DueAt || (other.DueAt == row.DueAt
                    && (other.ReceivedAt < row.ReceivedAt || (other.ReceivedAt == row.ReceivedAt && string.Compare(other.Id, row.Id) < 0)))))))
            .OrderBy(row => row.DueAt).ThenBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .Take(count)
            .ToListAsync(cancellationToken);

    private async Task<bool> TryLeaseAsync(DeliveryRow candidate, Guid token, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        var subject = candidate.Subject.Length == 0 ? null : candidate.Subject;
        try
        {
            var leased = await Mine.Where(row => row.Id == candidate.Id && row.State == InboxState.Waiting && row.DueAt <= now).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, InboxState.Leased)
                    .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                    .SetProperty(row => row.LeaseToken, token)
                    .SetProperty(row => row.LeasedUntil, until)
                    .SetProperty(row => row.LeasedSubject, subject),
                cancellationToken).ConfigureAwait(false);

            // If it is leased with this very token, the answer was lost, and the execution strategy sent it again.
            return leased == 1 || await Held(candidate.Id, token).AnyAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException) when (subject is not null)
        {
            // Another node took a delivery of the subject first, which the unique index noticed; or it failed for another reason.
            if (await Mine.AnyAsync(row => row.LeasedSubject == subject, cancellationToken).ConfigureAwait(false)) return false;
            throw;
        }
    }

    private IQueryable<DeliveryRow> Waiting(DateTime now) =>
        Mine.Where(row => row.State == InboxState.Waiting && (row.Subject == "" || !Mine.Any(other => other.LeasedSubject == row.Subject && other.LeasedUntil > now)));

    private IQueryable<DeliveryRow> Held(string id, Guid leaseToken) => Mine.Where(row => row.Id == id && row.State == InboxState.Leased && row.LeaseToken == leaseToken);
}
