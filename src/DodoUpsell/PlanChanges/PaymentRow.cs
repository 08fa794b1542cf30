namespace DodoUpsell.PlanChanges;

/// <summary>Reads the payment of a plan change from its row in a list, where the row says enough.</summary>
internal static class PaymentRow
{
    /// <summary>
    /// Returns the payment if the row proves that money was paid and not returned; otherwise null, and the payment has
    /// to be read.
    /// </summary>
    /// <remarks>
    /// A refund or dispute must be denied by the row: a row without the member that would show it proves nothing. A row
    /// never says whether a payment only set up a payment method. Such a payment takes no money, and it does not carry
    /// the metadata of a plan change.
    /// </remarks>
    public static Payment? AsPaid(PaymentListItem row) =>
        row.Status == PaymentStatus.Succeeded
        && row.TotalAmount > 0
        && row.Currency.Value.Length > 0
        && row is { SaysRefundStatus: true, RefundStatus: null, SaysDisputeStatus: true, DisputeStatus: null }
            ? new Payment
            {
                PaymentId = row.PaymentId,
                Status = row.Status,
                Customer = row.Customer,
                Currency = row.Currency,
                TotalAmount = row.TotalAmount,
                SubscriptionId = row.SubscriptionId,
                SubscriptionIds = row.SubscriptionIds,
                IsMultiSubscription = row.IsMultiSubscription,
                Metadata = row.Metadata,
                CreatedAt = row.CreatedAt,
            }
            : null;
}
