using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>
/// An open invoice of a subscription: a renewal that failed, or a plan change that stays in force though its charge
/// failed.
/// </summary>
internal sealed class Dues(IReadOnlyList<BillLine> lines, bool isRenewal)
{
    public IReadOnlyList<BillLine> Lines { get; } = lines;

    public bool IsRenewal { get; } = isRenewal;

    /// <summary>The number of the invoice; null until an answer has named it.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>Every attempt to pay it, oldest first.</summary>
    public List<Payment> Payments { get; } = [];

    public int ManualRetries { get; set; }

    public DateTimeOffset? LastManualRetryAt { get; set; }
}
