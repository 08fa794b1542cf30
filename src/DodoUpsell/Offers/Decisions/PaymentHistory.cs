using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>What the lists of payments say about a subject. Lists may lack payments of the last 30 minutes.</summary>
internal sealed class PaymentHistory(IReadOnlyList<PaymentListItem> rows, Payment? purchase)
{
    private readonly HashSet<string> _ids = rows.Select(row => row.PaymentId).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<PaymentListItem> Rows => rows;

    /// <summary>Gets whether all rows have the times that comparisons need.</summary>
    public bool IsComplete => rows.All(row => row.CreatedAt != default);

    public bool IsRenewal => purchase is not null && PurchaseCheck.IsRenewal(purchase, rows);

    /// <summary>Gets the payments that are disputed, or were, except the purchase.</summary>
    public IEnumerable<PaymentListItem> Disputed => Others.Where(row => row.DisputeStatus is not null);

    /// <summary>
    /// Gets the payments with which one-time products may have been bought: each payment without a subscription, and the
    /// first one of each subscription, because one cart can contain both.
    /// </summary>
    public IEnumerable<PaymentListItem> Carts =>
        Others
            .Where(row => IsPaid(row) && !IsRefunded(row))
            .GroupBy(
                row => SubscriptionsOf(row) is [var first, ..] ? first : $"payment:{row.PaymentId}",
                StringComparer.Ordinal
            )
            .Select(group => group.MinBy(row => row.CreatedAt)!);

    /// <summary>Gets the newest paid payment, or null if there is none.</summary>
    public PaymentListItem? LastPaid => rows.Where(IsPaid).MaxBy(row => row.CreatedAt);

    private IEnumerable<PaymentListItem> Others => rows.Where(row => !Is(row, purchase?.PaymentId));

    public static IReadOnlyList<string> SubscriptionsOf(PaymentListItem row) =>
        row.SubscriptionIds is { Count: > 0 } ids ? ids
        : string.IsNullOrEmpty(row.SubscriptionId) ? []
        : [row.SubscriptionId];

    /// <summary>Returns whether a charge is under way, or may be: its status cannot be read.</summary>
    public bool IsPending(ChargeTimes times, DateTimeOffset now) =>
        Others.Any(row =>
            PaymentVerdicts.Of(row.Status, link: null)
                is PaymentVerdict.Unknown
                    or PaymentVerdict.Processing
                    or PaymentVerdict.ActionRequired
            && !IsAbandoned(row, times, now)
        );

    /// <summary>Returns the number of paid purchases before the purchase, or of all if there is none.</summary>
    /// <param name="memory">The offers of the subject. They were made after purchases that may not be listed yet.</param>
    public int PreviousPurchases(OfferMemory memory)
    {
        var listed = Others.Count(row => IsPaid(row) && row.TotalAmount > 0 && IsBefore(row.CreatedAt));
        var unlisted = memory
            .Accepted.Where(offer => IsBefore(offer.Record.MadeAt))
            .Select(offer => offer.Record.PaymentId)
            .Concat(memory.Purchases)
            .Where(id => id is not null && !_ids.Contains(id))
            .Distinct(StringComparer.Ordinal)
            .Count(id => !string.Equals(id, purchase?.PaymentId, StringComparison.Ordinal));
        return listed + unlisted;
    }

    /// <summary>Returns whether the list shows that a payment was refunded in full.</summary>
    public bool IsRefunded(string? paymentId) => rows.Any(row => Is(row, paymentId) && IsRefunded(row));

    /// <summary>Returns the last refund. One that only the payment shows is not listed yet, so it is recent.</summary>
    public DateTimeOffset? LastRefundAt(IReadOnlyList<RefundListItem> refunds, DateTimeOffset now)
    {
        var made = refunds
            .Concat(purchase?.Refunds ?? [])
            .Where(refund => refund.Status != RefundStatus.Failed)
            .ToList();
        var known = made.Select(refund => refund.PaymentId).ToHashSet(StringComparer.Ordinal);
        return rows.Any(row => row.RefundStatus is not null && !known.Contains(row.PaymentId))
            ? now
            : made.Select(refund => (DateTimeOffset?)refund.CreatedAt).Max();
    }

    // A payment that was captured in part bought something, too.
    private static bool IsPaid(PaymentListItem row) =>
        PaymentVerdicts.Of(row.Status, link: null) is PaymentVerdict.Succeeded or PaymentVerdict.PartlyPaid;

    private static bool IsRefunded(PaymentListItem row) => row.RefundStatus == PaymentRefundStatus.Full;

    private static bool Is(PaymentListItem row, string? paymentId) =>
        string.Equals(row.PaymentId, paymentId, StringComparison.Ordinal);

    // Customers leave pages without paying. Their payments may keep waiting for ever.
    private static bool IsAbandoned(PaymentListItem row, ChargeTimes times, DateTimeOffset now) =>
        PaymentVerdicts.WaitsForCustomer(row.Status)
        && row.CreatedAt != default
        && times.IsSearchOver(row.CreatedAt + ChargeTimes.PageLifetime, now);

    private bool IsBefore(DateTimeOffset time) => purchase is null || time <= purchase.CreatedAt;
}
