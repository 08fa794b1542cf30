namespace DodoUpsell.Emulator.Payments;

/// <summary>The refund statuses of a payment, as on the wire. Null means that nothing was refunded.</summary>
internal static class PaymentRefundStatus
{
    public const string Partial = "partial";
    public const string Full = "full";
}
