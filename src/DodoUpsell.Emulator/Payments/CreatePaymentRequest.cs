using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Payments;

/// <summary>
/// The body of <c>POST /payments</c>, which is deprecated: customer and billing are required, and the cart holds
/// one-time products only.
/// </summary>
internal sealed record CreatePaymentRequest
{
    public required CustomerReference Customer { get; init; }

    public required BillingAddress Billing { get; init; }

    public required IReadOnlyList<CartItem> Cart { get; init; }

    public string? BillingCurrency { get; init; }

    public string? PaymentMethodId { get; init; }

    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    public bool ForceThreeDSecure { get; init; }

    public bool WantsLink { get; init; }

    public string? ReturnUrl { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public static CreatePaymentRequest Read(JsonInput input)
    {
        _ = (
            input.Flag("redirect_immediately"),
            input.Flag("require_phone_number"),
            input.Flag("show_saved_payment_methods")
        );
        _ = (input.OptionalFlag("short_link"), input.OptionalFlag("adaptive_currency_fees_inclusive"));
        _ = (input.OptionalText("tax_id"), input.OptionalText("customer_business_name"));
        return new CreatePaymentRequest
        {
            Customer = CustomerReference.Read(input.Object("customer")),
            Billing = BillingAddress.Read(input.Object("billing")),
            Cart = [.. input.Objects("product_cart").Select(CartItem.ReadOneTime)],
            BillingCurrency = input.OptionalChoice("billing_currency", Currencies.All),
            PaymentMethodId = input.OptionalText("payment_method_id"),
            AllowedPaymentMethodTypes = input.OptionalChoices("allowed_payment_method_types", PaymentMethodTypes.All),
            DiscountCodes = Discounts.DiscountCodes.Read(input),
            ForceThreeDSecure = input.OptionalFlag("force_3ds") ?? false,
            WantsLink = input.OptionalFlag("payment_link") ?? false,
            ReturnUrl = input.OptionalPageAddress("return_url"),
            Metadata = input.Metadata(),
        };
    }
}
