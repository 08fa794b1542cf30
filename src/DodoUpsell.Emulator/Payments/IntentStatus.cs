using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Payments;

/// <summary>The statuses of a payment, as on the wire.</summary>
internal static class IntentStatus
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
    public const string Processing = "processing";
    public const string RequiresCustomerAction = "requires_customer_action";
    public const string RequiresPaymentMethod = "requires_payment_method";

    /// <summary>
    /// Gets all statuses that a list may be filtered by, including those that the emulator never reaches.
    /// </summary>
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(
            StringComparer.Ordinal,
            Succeeded,
            Failed,
            Cancelled,
            Processing,
            RequiresCustomerAction,
            RequiresPaymentMethod,
            "requires_merchant_action",
            "requires_confirmation",
            "requires_capture",
            "partially_captured",
            "partially_captured_and_capturable"
        );
}
