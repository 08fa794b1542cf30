using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The body of <c>POST /subscriptions</c>, which is deprecated.</summary>
internal sealed record CreateSubscriptionRequest
{
    private const int MaximumTrialDays = 10_000;

    public required CustomerReference Customer { get; init; }

    public required BillingAddress Billing { get; init; }

    /// <summary>Gets the cart: the subscription first, then the one-time products of its first payment.</summary>
    public required IReadOnlyList<CartItem> Cart { get; init; }

    public required PurchaseTerms Terms { get; init; }

    public string? BillingCurrency { get; init; }

    public string? PaymentMethodId { get; init; }

    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    public int? TrialDays { get; init; }

    public bool ForceThreeDSecure { get; init; }

    public bool WantsLink { get; init; }

    public string? ReturnUrl { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public static CreateSubscriptionRequest Read(JsonInput input)
    {
        _ = (
            input.Flag("redirect_immediately"),
            input.Flag("require_phone_number"),
            input.Flag("show_saved_payment_methods")
        );
        _ = (input.OptionalFlag("short_link"), input.OptionalInt32("mandate_min_amount_inr_paise"));
        var plan = new CartItem(
            input.Text("product_id"),
            input.Int32("quantity", minimum: 0),
            Amount: null,
            [.. (input.OptionalObjects("addons") ?? []).Select(CartAddon.Read)]
        );
        return new CreateSubscriptionRequest
        {
            Customer = CustomerReference.Read(input.Object("customer")),
            Billing = BillingAddress.Read(input.Object("billing")),
            Cart = [plan, .. (input.OptionalObjects("one_time_product_cart") ?? []).Select(CartItem.ReadOneTime)],
            Terms = new PurchaseTerms(
                OnDemandTerms.Read(input.OptionalObject("on_demand")),
                input.OptionalText("tax_id"),
                input.OptionalText("customer_business_name")
            ),
            BillingCurrency = input.OptionalChoice("billing_currency", Currencies.All),
            PaymentMethodId = input.OptionalText("payment_method_id"),
            ReturnUrl = input.OptionalPageAddress("return_url"),
            AllowedPaymentMethodTypes = input.OptionalChoices("allowed_payment_method_types", PaymentMethodTypes.All),
            DiscountCodes = Discounts.DiscountCodes.Read(input),
            TrialDays = input.OptionalInt32("trial_period_days", 0, MaximumTrialDays),
            ForceThreeDSecure = input.OptionalFlag("force_3ds") ?? false,
            WantsLink = input.OptionalFlag("payment_link") ?? false,
            Metadata = input.Metadata(),
        };
    }
}
