using System.Text.Json.Nodes;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>The payment method and options for a bill.</summary>
internal sealed record BillPayment
{
    public required Bill Bill { get; init; }

    public required Action<Payment> WhenPaid { get; init; }

    public required Action<Payment> WhenNotPaid { get; init; }

    /// <summary>
    /// Gets the saved method. It is null together with <see cref="OnPage"/> if the customer provides one on a page.
    /// </summary>
    public PaymentMethod? Method { get; init; }

    public bool OnPage { get; init; }

    public bool IsProrated { get; init; }

    public int RetryAttempt { get; init; }

    /// <summary>Gets the invoice that is paid, or null for a new invoice.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>Gets the payment's own metadata, or null for that of the subscription.</summary>
    public JsonObject? Metadata { get; init; }
}
