using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>
/// An open invoice of a subscription: a renewal that failed, or a plan change that stays in force although its charge
/// failed.
/// </summary>
internal sealed class OutstandingInvoice(IReadOnlyList<BillLine> lines, bool isRenewal)
{
    public IReadOnlyList<BillLine> Lines { get; } = lines;

    public bool IsRenewal { get; } = isRenewal;

    /// <summary>Gets or sets the number of the invoice, or null until a response has shown it.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>Gets the attempts to pay the invoice, oldest first.</summary>
    public List<Payment> Payments { get; } = [];

    public int ManualRetries { get; set; }

    public DateTimeOffset? LastManualRetryAt { get; set; }
}
