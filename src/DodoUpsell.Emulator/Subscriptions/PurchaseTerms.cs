using DodoUpsell.Emulator.Checkout;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The terms of a purchase for the subscription in its cart.</summary>
internal sealed record PurchaseTerms(
    OnDemandTerms? OnDemand = null,
    string? TaxId = null,
    string? CustomerBusinessName = null
)
{
    public static PurchaseTerms Of(CheckoutRequest request) =>
        new(request.OnDemand, request.TaxId, request.CustomerBusinessName);
}
