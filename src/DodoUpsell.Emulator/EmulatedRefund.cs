namespace DodoUpsell.Emulator;

/// <summary>A successful refund. The amount is in minor units of the currency.</summary>
/// <param name="RefundId">The id of the refund that succeeded.</param>
/// <param name="PaymentId">The id of the refunded payment.</param>
/// <param name="CustomerId">The id of the customer who receives the refund.</param>
/// <param name="Amount">The refunded amount, including tax, in minor units.</param>
/// <param name="Currency">The ISO 4217 code of the currency.</param>
/// <param name="CreatedAt">The time at which the refund was requested.</param>
public sealed record EmulatedRefund(
    string RefundId,
    string PaymentId,
    string CustomerId,
    int Amount,
    string Currency,
    DateTimeOffset CreatedAt
);
