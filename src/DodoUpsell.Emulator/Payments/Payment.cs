using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;

namespace DodoUpsell.Emulator.Payments;

/// <summary>One attempt to take money. Another attempt is another payment.</summary>
internal sealed class Payment
{
    public required string Id { get; init; }

    public required string ClientSecret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Customer Customer { get; init; }

    public required PricedCart Cart { get; init; }

    public required BillingAddress Billing { get; init; }

    public required JsonObject Metadata { get; init; }

    public required Uri Origin { get; init; }

    public required string Status { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? CheckoutSessionId { get; init; }

    public string? SubscriptionId { get; init; }

    public PaymentMethod? Method { get; init; }

    public string? ErrorCode { get; set; }

    public string? InvoiceId { get; set; }

    /// <summary>A page where the customer goes on: to pay, or to authenticate.</summary>
    public string? Link { get; set; }

    /// <summary>When a payment that waits for the customer is cancelled.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>How many answers have shown it as processing.</summary>
    public int ProcessingReads { get; set; }

    public bool IsFinal => Status is IntentStatus.Succeeded or IntentStatus.Failed or IntentStatus.Cancelled;
}
