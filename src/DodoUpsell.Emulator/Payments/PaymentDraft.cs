using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;

namespace DodoUpsell.Emulator.Payments;

/// <summary>A payment that is about to start.</summary>
internal sealed record PaymentDraft
{
    public required Customer Customer { get; init; }

    public required PricedCart Cart { get; init; }

    public required BillingAddress Billing { get; init; }

    public required JsonObject Metadata { get; init; }

    public string? CheckoutSessionId { get; init; }

    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    public int RetryAttempt { get; init; }

    /// <summary>The open invoice that it pays; null for a new one.</summary>
    public string? InvoiceId { get; init; }

    public bool IsMethodUpdate { get; init; }

    public bool RedeemsDiscounts { get; init; } = true;

    /// <summary>Nobody is there to pay on a page: without a method the payment fails.</summary>
    public bool OffSession { get; init; }

    /// <summary>Whether its lines are parts of a price, as those of a plan change are.</summary>
    public bool IsProrated { get; init; }

    /// <summary>Credit pays all of it, and no method is asked.</summary>
    public bool CoveredByCredit { get; init; }

    /// <summary>Called once, when the payment has its final status; perhaps before the start returns.</summary>
    public Action<Payment>? WhenFinal { get; init; }

    /// <summary>The saved method to charge; null when the customer will choose one on a page.</summary>
    public PaymentMethod? Method { get; init; }

    public bool ForceThreeDSecure { get; init; }

    /// <summary>Where the customer goes from a page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Whether the customer gets a page to pay on.</summary>
    public bool WantsLink { get; init; }

    /// <summary>How long the customer has to act before the payment is cancelled.</summary>
    public required TimeSpan Lifetime { get; init; }
}
