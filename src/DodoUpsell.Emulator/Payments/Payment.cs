using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Refunds;

namespace DodoUpsell.Emulator.Payments;

/// <summary>One attempt to charge. Every further attempt is another payment.</summary>
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

    /// <summary>
    /// Gets the subscriptions that the payment starts or charges, in the order of the cart. Empty for one-time
    /// products.
    /// </summary>
    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    /// <summary>Gets the only subscription of the payment, or null if there is none or more than one.</summary>
    public string? SubscriptionId => SubscriptionIds is [var only] ? only : null;

    /// <summary>
    /// Gets the number of the retry: 0 for a first attempt, 1 or more for the scheduled retries of a renewal.
    /// </summary>
    public int RetryAttempt { get; init; }

    /// <summary>Gets whether the payment only sets up a method for later and charges nothing.</summary>
    public bool IsMethodUpdate { get; init; }

    /// <summary>Gets whether the payment counts as a use of the cart's discounts. Renewals do not.</summary>
    public bool RedeemsDiscounts { get; init; } = true;

    /// <summary>Gets or sets the card, known from the start or after the customer has paid on a page.</summary>
    public PaymentMethod? Method { get; set; }

    /// <summary>Gets or sets the UPI id with which the customer paid on a page, or null for a card.</summary>
    public string? UpiId { get; set; }

    /// <summary>Gets or sets whether the customer was on a page when the payment was made.</summary>
    public bool IsCustomerPresent { get; set; }

    public bool ForceThreeDSecure { get; init; }

    /// <summary>Gets whether the lines are prorated, as those of a plan change are.</summary>
    public bool IsProrated { get; init; }

    /// <summary>Gets whether credit covers the whole amount, so that no method is charged.</summary>
    public bool CoveredByCredit { get; init; }

    /// <summary>Gets the callback for the final status. It is called once.</summary>
    public Action<Payment>? WhenFinal { get; init; }

    /// <summary>Gets the URL to which the customer returns from a page.</summary>
    public string? ReturnUrl { get; init; }

    public string? ErrorCode { get; set; }

    /// <summary>Gets the open invoice that the payment was started for, or null for a new invoice.</summary>
    public string? OpenInvoiceId { get; init; }

    /// <summary>Gets or sets the invoice that the payment has paid.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>Gets or sets the URL of the page on which the customer pays or authenticates.</summary>
    public string? Link { get; set; }

    /// <summary>Gets or sets the time at which a payment that waits for the customer is cancelled.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Gets or sets how the payment leaves <c>processing</c>.</summary>
    public required PaymentSettlement Settlement { get; set; }

    /// <summary>Gets or sets the number of responses that have shown the payment as processing.</summary>
    public int ProcessingReads { get; set; }

    public List<Refund> Refunds { get; } = [];

    public List<Dispute> Disputes { get; } = [];

    /// <summary>Gets the refund status of the payment, or null if nothing was returned.</summary>
    public string? RefundStatus =>
        Refunds
            .Where(refund => refund.Status is Emulator.Refunds.RefundStatus.Succeeded)
            .Sum(refund => (long)refund.Amount) switch
        {
            0 => null,
            var amount when amount >= Cart.Total => PaymentRefundStatus.Full,
            _ => PaymentRefundStatus.Partial,
        };

    public bool IsFinal => Status is IntentStatus.Succeeded or IntentStatus.Failed or IntentStatus.Cancelled;
}
