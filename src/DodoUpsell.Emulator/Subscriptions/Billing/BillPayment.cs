using System.Text.Json.Nodes;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>How a bill is paid.</summary>
internal sealed record BillPayment
{
    public required Bill Bill { get; init; }

    public required Action<Payment> WhenPaid { get; init; }

    public required Action<Payment> WhenNotPaid { get; init; }

    /// <summary>The saved method; null together with <see cref="OnPage"/> when the customer brings one.</summary>
    public PaymentMethod? Method { get; init; }

    public bool OnPage { get; init; }

    public bool IsProrated { get; init; }

    public int RetryAttempt { get; init; }

    /// <summary>The invoice that it pays; null for a new one.</summary>
    public string? InvoiceId { get; init; }

    /// <summary>The payment's own metadata; null for the subscription's.</summary>
    public JsonObject? Metadata { get; init; }
}
