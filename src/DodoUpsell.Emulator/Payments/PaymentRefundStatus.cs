namespace DodoUpsell.Emulator.Payments;

/// <summary>How much of a payment has gone back, as it is written on the wire; null for nothing.</summary>
internal static class PaymentRefundStatus
{
    public const string Partial = "partial";
    public const string Full = "full";
}
