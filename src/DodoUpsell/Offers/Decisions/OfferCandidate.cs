using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>
/// A rule that applies to a subject, with everything that the disclosure and the charge need. It was resolved from
/// facts: a subscription that replaces another one is a plan change already.
/// </summary>
internal sealed record OfferCandidate
{
    public required OfferRule Rule { get; init; }

    public string? Variant { get; init; }

    public required ResolvedSale Sale { get; init; }

    public required IReadOnlyList<OfferDiscount> Discounts { get; init; }

    public required string TextKey { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>Gets the purchase after which the offer is made, or null if there is none.</summary>
    public Payment? Purchase { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required CultureInfo Culture { get; init; }
}

/// <summary>What is sold to this subject.</summary>
internal abstract record ResolvedSale
{
    private ResolvedSale() { }

    /// <summary>A cart that is charged through a checkout session.</summary>
    public sealed record Cart(
        IReadOnlyList<CheckoutItem> Items,
        CheckoutSubscriptionData? SubscriptionData,
        BillingAddress? BillingAddress,
        Currency? BillingCurrency
    ) : ResolvedSale;

    /// <summary>A change of a subscription, made by <see cref="PlanChangeFlow"/>.</summary>
    public sealed record Change(PlanChangeRequest Request) : ResolvedSale;
}
