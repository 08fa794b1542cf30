using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>The body of a checkout session, used to create one and to preview one.</summary>
internal sealed record CheckoutRequest
{
    private const int MaximumProducts = 20;
    private const int MaximumTrialDays = 10_000;
    private const int MaximumBusinessNameLength = 250;

    public required IReadOnlyList<CartItem> Cart { get; init; }

    public CustomerReference? Customer { get; init; }

    public BillingAddress? BillingAddress { get; init; }

    public string? BillingCurrency { get; init; }

    public bool Confirm { get; init; }

    public string? PaymentMethodId { get; init; }

    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }

    public bool ForceThreeDSecure { get; init; }

    public bool MinimalAddress { get; init; }

    public bool AlwaysCreateNewCustomer { get; init; }

    /// <summary>Gets whether the page offers the saved cards of the customer.</summary>
    public bool ShowsSavedMethods { get; init; }

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    public string? ProductCollectionId { get; init; }

    public int? TrialDays { get; init; }

    public OnDemandTerms? OnDemand { get; init; }

    public string? TaxId { get; init; }

    public string? CustomerBusinessName { get; init; }

    public string? ReturnUrl { get; init; }

    public string? CancelUrl { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public static CheckoutRequest Read(JsonInput input)
    {
        CheckoutAppearance.Check(input);
        _ = input.OptionalInt32("mandate_min_amount_inr_paise");
        var taxId = ReadTaxId(input);
        var subscription = input.OptionalObject("subscription_data");
        return new CheckoutRequest
        {
            Cart = ReadCart(input),
            Customer = input.OptionalObject("customer") is { } customer ? CustomerReference.Read(customer) : null,
            BillingAddress = input.OptionalObject("billing_address") is { } address
                ? BillingAddress.Read(address)
                : null,
            BillingCurrency = input.OptionalChoice("billing_currency", Currencies.All),
            Confirm = input.Flag("confirm"),
            PaymentMethodId = input.OptionalText("payment_method_id"),
            AllowedPaymentMethodTypes = input.OptionalChoices("allowed_payment_method_types", PaymentMethodTypes.All),
            ForceThreeDSecure = input.OptionalFlag("force_3ds") ?? false,
            MinimalAddress = input.Flag("minimal_address"),
            ShowsSavedMethods = input.Flag("show_saved_payment_methods"),
            AlwaysCreateNewCustomer =
                input.ObjectUnlessAbsent("feature_flags")?.Flag("always_create_new_customer") ?? false,
            DiscountCodes = Discounts.DiscountCodes.Read(input),
            ProductCollectionId = input.OptionalText("product_collection_id"),
            OnDemand = OnDemandTerms.Read(subscription?.OptionalObject("on_demand")),
            TrialDays = subscription?.OptionalInt32("trial_period_days", 0, MaximumTrialDays),
            TaxId = taxId,
            CustomerBusinessName = input.OptionalText("customer_business_name"),
            ReturnUrl = input.OptionalPageAddress("return_url"),
            CancelUrl = input.OptionalPageAddress("cancel_url"),
            Metadata = input.OptionalMetadata() ?? [],
        };
    }

    private static IReadOnlyList<CartItem> ReadCart(JsonInput input)
    {
        IReadOnlyList<CartItem> cart = [.. input.Objects("product_cart").Select(CartItem.Read)];
        return cart.Count <= MaximumProducts
            ? cart
            : throw ApiException.InvalidParameters($"`product_cart` holds at most {MaximumProducts} products");
    }

    private static string? ReadTaxId(JsonInput input)
    {
        var taxId = input.OptionalText("tax_id");
        if (input.ObjectUnlessAbsent("feature_flags") is { } flags && flags.Flag("require_tax_id"))
        {
            if (!flags.Flag("allow_tax_id", whenAbsent: true))
                throw ApiException.InvalidParameters("`require_tax_id` needs `allow_tax_id`");
            if (taxId is null && input.Flag("confirm"))
                throw ApiException.InvalidParameters("`require_tax_id` with `confirm` needs a `tax_id`");
        }

        var businessName = input.OptionalText("customer_business_name");
        if (businessName is not null && taxId is null)
            throw ApiException.InvalidParameters("`customer_business_name` needs a `tax_id`");
        if (businessName?.Length > MaximumBusinessNameLength)
            throw ApiException.InvalidParameters(
                $"`customer_business_name` is longer than {MaximumBusinessNameLength} characters"
            );

        return taxId;
    }
}
