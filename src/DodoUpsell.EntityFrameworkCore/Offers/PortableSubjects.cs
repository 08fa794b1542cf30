using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>Links and erases subjects on any relational database. All changes are saved in one transaction.</summary>
internal sealed class PortableSubjects(OfferScope scope)
{
    private const int MaxAttempts = 10;

    public Task<bool> LinkAsync(LinkRow link, CancellationToken cancellationToken) =>
        AgainAsync(
            async () =>
            {
                var stored = await scope
                    .Rows<LinkRow>()
                    .SingleOrDefaultAsync(row => row.CustomerId == link.CustomerId, cancellationToken)
                    .ConfigureAwait(false);
                if (stored is null)
                    scope.Context.Add(link);
                else if (!Same(KeyComparison.Exact(stored, stored.CustomerId, link.CustomerId).UserId, link.UserId))
                    return false;
                await MoveAsync(
                        SubjectRules.IdOfCustomer(link.CustomerId),
                        SubjectRules.IdOfUser(link.UserId),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    public Task<int> EraseAsync(
        OfferSubject subject,
        bool eraseReceipts,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        AgainAsync(
            async () =>
            {
                var ids = SubjectRules.StoredIdsOf(subject);
                var offers = await OfAsync<OfferRow>(
                        nameof(OfferRow.SubjectId),
                        ids,
                        row => row.SubjectId,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var ended = offers.FindAll(row => row.State != OfferState.Accepting);
                var assignments = await OfAsync<AssignmentRow>(
                        nameof(AssignmentRow.SubjectId),
                        ids,
                        row => row.SubjectId,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var money = await OfAsync<MoneyRow>(
                        nameof(MoneyRow.SubjectId),
                        ids,
                        row => row.SubjectId,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var links = subject.UserId is { } user
                    ? await OfAsync<LinkRow>(nameof(LinkRow.UserId), [user], row => row.UserId, cancellationToken)
                        .ConfigureAwait(false)
                    : [];
                scope.Context.RemoveRange([.. ended, .. assignments, .. money, .. links]);
                var receipts = eraseReceipts
                    ? await OfAsync<ReceiptRow>(
                            nameof(ReceiptRow.SubjectId),
                            ids,
                            row => row.SubjectId!,
                            cancellationToken
                        )
                        .ConfigureAwait(false)
                    : [];
                foreach (var receipt in receipts.Select(row => scope.Context.Attach(row)))
                {
                    receipt.Property(row => row.Json).CurrentValue = null;
                    receipt.Property(row => row.SubjectId).CurrentValue = null;
                    receipt.Property(row => row.ErasedAt).CurrentValue = now;
                }

                return ended.Count + assignments.Count + money.Count + links.Count + receipts.Count;
            },
            cancellationToken
        );

    private async Task MoveAsync(string from, string to, CancellationToken cancellationToken)
    {
        Task<List<TRow>> OfAsync<TRow>(string subject, Func<TRow, string> read)
            where TRow : OwnedRow => this.OfAsync(nameof(OfferRow.SubjectId), [subject], read, cancellationToken);
        var context = scope.Context;
        foreach (var offer in await OfAsync<OfferRow>(from, row => row.SubjectId).ConfigureAwait(false))
        {
            var slot = SubjectRules.MovedSlot(offer.Slot, from, to);
            var isFilled =
                !Same(slot, offer.Slot)
                && await scope
                    .Rows<OfferRow>()
                    .AnyAsync(row => row.Slot == slot, cancellationToken)
                    .ConfigureAwait(false);
            var entry = context.Attach(offer);
            entry.Property(row => row.SubjectId).CurrentValue = to;
            entry.Property(row => row.Slot).CurrentValue = isFilled ? null : slot;
            entry.Property(row => row.Version).CurrentValue = offer.Version + 1;
        }

        foreach (var money in await OfAsync<MoneyRow>(from, row => row.SubjectId).ConfigureAwait(false))
            context.Attach(money).Property(row => row.SubjectId).CurrentValue = to;
        foreach (var receipt in await OfAsync<ReceiptRow>(from, row => row.SubjectId!).ConfigureAwait(false))
            context.Attach(receipt).Property(row => row.SubjectId).CurrentValue = to;

        var kept = await OfAsync<AssignmentRow>(to, row => row.SubjectId).ConfigureAwait(false);
        foreach (var assignment in await OfAsync<AssignmentRow>(from, row => row.SubjectId).ConfigureAwait(false))
        {
            context.Remove(assignment);
            var own = kept.Find(row => Same(row.ExperimentKey, assignment.ExperimentKey));
            if (own is null)
            {
                context.Add(assignment.For(to));
            }
            else if (assignment.AssignedAt < own.AssignedAt)
            {
                var entry = context.Attach(own);
                entry.Property(row => row.Variant).CurrentValue = assignment.Variant;
                entry.Property(row => row.AssignedAt).CurrentValue = assignment.AssignedAt;
            }
        }
    }

    /// <summary>Returns the rows whose column has one of the values exactly, however the database compares.</summary>
    private async Task<List<TRow>> OfAsync<TRow>(
        string property,
        IReadOnlyList<string> values,
        Func<TRow, string> read,
        CancellationToken cancellationToken
    )
        where TRow : OwnedRow
    {
        var rows = await scope
            .Rows<TRow>()
            .Where(row => values.Contains(EF.Property<string>(row, property)))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in rows)
        {
            scope.Mine(row);
            if (!values.Contains(read(row), StringComparer.Ordinal))
                KeyComparison.Require(read(row), values[0]);
        }

        return rows;
    }

    // If a row was changed or a unique key was taken at the same moment, nothing is saved, and all is read again.
    private async Task<T> AgainAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        scope.Context.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await change().ConfigureAwait(false);
                await scope.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                scope.Context.ChangeTracker.Clear();
            }
        }
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
