using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Refunds;

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

    /// <summary>
    /// Every subscription that it starts or charges, in the order of the cart; empty for one-time products.
    /// </summary>
    public IReadOnlyList<string> SubscriptionIds { get; init; } = [];

    /// <summary>The one subscription of the payment; null if there is none, or several.</summary>
    public string? SubscriptionId => SubscriptionIds is [var only] ? only : null;

    /// <summary>0 for a first attempt; from 1 on for the scheduled retries of a renewal.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Whether it only sets up a method for later, at no charge.</summary>
    public bool IsMethodUpdate { get; init; }

    /// <summary>Whether it counts as a use of the cart's discounts, as renewals do not.</summary>
    public bool RedeemsDiscounts { get; init; } = true;

    /// <summary>The card, known from the start or since the customer paid on a page.</summary>
    public PaymentMethod? Method { get; set; }

    /// <summary>The UPI id that a customer on a page paid with instead of a card.</summary>
    public string? UpiId { get; set; }

    /// <summary>Whether the customer was on a page when the money was taken.</summary>
    public bool IsCustomerPresent { get; set; }

    public bool ForceThreeDSecure { get; init; }

    /// <summary>Whether its lines are parts of a price, as those of a plan change are.</summary>
    public bool IsProrated { get; init; }

    /// <summary>Credit pays all of it, and no method is asked.</summary>
    public bool CoveredByCredit { get; init; }

    /// <summary>Called once, when the payment has its final status.</summary>
    public Action<Payment>? WhenFinal { get; init; }

    /// <summary>Where the customer goes from a page.</summary>
    public string? ReturnUrl { get; init; }

    public string? ErrorCode { get; set; }

    /// <summary>The open invoice that it was started for; null for a new one.</summary>
    public string? OpenInvoiceId { get; init; }

    /// <summary>The invoice that it has paid.</summary>
    public string? InvoiceId { get; set; }

    /// <summary>A page where the customer goes on: to pay, or to authenticate.</summary>
    public string? Link { get; set; }

    /// <summary>When a payment that waits for the customer is cancelled.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>How it leaves <c>processing</c>.</summary>
    public required PaymentSettlement Settlement { get; set; }

    /// <summary>How many answers have shown it as processing.</summary>
    public int ProcessingReads { get; set; }

    public List<Refund> Refunds { get; } = [];

    public List<Dispute> Disputes { get; } = [];

    /// <summary>How much has gone back for good; null for nothing.</summary>
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
