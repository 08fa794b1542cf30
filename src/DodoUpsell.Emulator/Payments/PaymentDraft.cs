using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;

namespace DodoUpsell.Emulator.Payments;

/// <summary>The parameters of a payment that is about to start.</summary>
internal sealed record PaymentDraft
{
    public required Customer Customer { get; init; }

    public required PricedCart Cart { get; init; }

    public required BillingAddress Billing { get; init; }

    public required JsonObject Metadata { get; init; }

    public string? CheckoutSessionId { get; init; }

    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    public int RetryAttempt { get; init; }

    /// <summary>Gets the open invoice that is paid, or null for a new invoice.</summary>
    public string? InvoiceId { get; init; }

    public bool IsMethodUpdate { get; init; }

    public bool RedeemsDiscounts { get; init; } = true;

    /// <summary>Gets whether no customer is present to pay on a page: without a method the payment fails.</summary>
    public bool OffSession { get; init; }

    /// <summary>Gets whether the lines are prorated, as those of a plan change are.</summary>
    public bool IsProrated { get; init; }

    /// <summary>Gets whether credit covers the whole amount, so that no method is charged.</summary>
    public bool CoveredByCredit { get; init; }

    /// <summary>Gets the callback for the final status. It is called once, possibly before the start returns.</summary>
    public Action<Payment>? WhenFinal { get; init; }

    /// <summary>Gets the saved method to charge, or null if the customer chooses one on a page.</summary>
    public PaymentMethod? Method { get; init; }

    public bool ForceThreeDSecure { get; init; }

    /// <summary>Gets the URL to which the customer returns from a page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets whether the customer gets a page to pay on.</summary>
    public bool WantsLink { get; init; }

    /// <summary>Gets how long the payment waits for the customer before it is cancelled.</summary>
    public required TimeSpan Lifetime { get; init; }
}
