namespace DodoUpsell.Emulator;

/// <summary>Money that the emulator really sent back. The amount is in minor units of the currency.</summary>
/// <param name="RefundId">The refund that succeeded.</param>
/// <param name="PaymentId">The payment that it belongs to.</param>
/// <param name="CustomerId">Who gets it.</param>
/// <param name="Amount">How much, tax included, in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CreatedAt">When it was asked for.</param>
public sealed record EmulatedRefund(
    string RefundId,
    string PaymentId,
    string CustomerId,
    int Amount,
    string Currency,
    DateTimeOffset CreatedAt
);
