using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents the cart, the customer and the options of a checkout session (<c>POST /checkouts</c>). <c>POST
/// /checkouts/preview</c> computes the price of the same request without creating anything.
/// </summary>
/// <remarks>
/// With <see cref="Confirm"/> and <see cref="PaymentMethodId"/>, the saved payment method is charged at once, and
/// sending the request again charges it again. A session expires after 24 hours, or after 15 minutes with
/// <see cref="Confirm"/>. Its URL works once.
/// </remarks>
public sealed record CreateCheckoutSessionRequest : ApiObject
{
    /// <summary>
    /// Gets the products to buy, at most 20. One-time and subscription products may be mixed. May be empty only if
    /// <see cref="ProductCollectionId"/> is set.
    /// </summary>
    public required IReadOnlyList<CheckoutItem> ProductCart { get; init; }

    /// <summary>Gets the id of a product collection from which the customer chooses on the page.</summary>
    public string? ProductCollectionId { get; init; }

    /// <summary>Gets the customer. If it is null, the page asks for the customer's details.</summary>
    public CustomerReference? Customer { get; init; }

    /// <summary>
    /// Gets the billing address. Recommended with <see cref="Confirm"/>, because the API may refuse the session if
    /// required data is missing.
    /// </summary>
    public BillingAddress? BillingAddress { get; init; }

    /// <summary>Gets the currency in which to charge the customer. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>
    /// Gets the only payment methods to offer. Include <see cref="PaymentMethodType.Credit"/> and
    /// <see cref="PaymentMethodType.Debit"/>; otherwise, no payment method may be available to the customer.
    /// </summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>
    /// Gets the id of a saved payment method of an existing customer to charge at once. Requires <see cref="Confirm"/>.
    /// The response then contains no checkout URL.
    /// </summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Gets whether the details of the session are final, so that the payment is created together with the session. The
    /// default is false.
    /// </summary>
    public bool? Confirm { get; init; }

    /// <summary>
    /// Gets the discount codes, at most 20. Each code reduces the amount that the preceding codes left.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>
    /// Gets a single discount code. Superseded by <see cref="DiscountCodes"/>; the two cannot be combined.
    /// </summary>
    public string? DiscountCode { get; init; }

    /// <summary>Gets the trial and on-demand settings of a subscription in the cart.</summary>
    public CheckoutSubscriptionData? SubscriptionData { get; init; }

    /// <summary>
    /// Gets your own metadata. It is returned on the payment and in the payment's webhooks, but not on the session.
    /// </summary>
    public Metadata? Metadata { get; init; }

    /// <summary>
    /// Gets the URL to which the customer is redirected afterwards, whether they paid or not. The query parameters that
    /// are added to it are hints, not proof of payment.
    /// </summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets the target URL of the back link on the page, or null for no back link.</summary>
    public string? CancelUrl { get; init; }

    /// <summary>
    /// Gets the buyer's tax id, such as a VAT number. Requires <see cref="BillingAddress"/>. An invalid tax id makes
    /// the payment fail.
    /// </summary>
    public string? TaxId { get; init; }

    /// <summary>
    /// Gets the business name that belongs to <see cref="TaxId"/>, at most 250 characters. Invoices show it instead of
    /// the customer's name.
    /// </summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Gets your custom fields on the page, at most 5.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Gets the appearance of the page.</summary>
    public CheckoutCustomization? Customization { get; init; }

    /// <summary>Gets the options that the customer has on the page.</summary>
    public CheckoutFeatureFlags? FeatureFlags { get; init; }

    /// <summary>Gets whether to require 3-D Secure. The default is the setting of your business.</summary>
    [JsonPropertyName("force_3ds")]
    public bool? Force3ds { get; init; }

    /// <summary>
    /// Gets the minimum ceiling of an Indian card mandate, in paise. The default is the setting of your business. A
    /// later charge above the ceiling of the mandate fails.
    /// </summary>
    public int? MandateMinAmountInrPaise { get; init; }

    /// <summary>
    /// Gets whether country and postal code are a sufficient billing address with <see cref="Confirm"/>. The default is
    /// false.
    /// </summary>
    public bool? MinimalAddress { get; init; }

    /// <summary>Gets whether to return a short URL. The default is false.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>
    /// Gets whether the page offers returning customers their saved payment methods. The default is false.
    /// </summary>
    public bool? ShowSavedPaymentMethods { get; init; }

    internal void Validate()
    {
        Check.NotNull(ProductCart, nameof(ProductCart));
        Check.NotBlankIfGiven(ProductCollectionId, nameof(ProductCollectionId));
        if (ProductCollectionId is null)
            Check.NotEmpty(ProductCart, nameof(ProductCart));
        Check.AtMost(ProductCart, Check.MaxCartProducts, nameof(ProductCart));
        Check.Each(ProductCart, nameof(ProductCart), static (item, path) => item.Validate(path));
        Customer?.Validate(nameof(Customer));
        BillingAddress?.Validate(nameof(BillingAddress));
        ValidatePaymentMethod();
        ValidateDiscounts();
        SubscriptionData?.Validate(nameof(SubscriptionData));
        Check.Metadata(Metadata, nameof(Metadata));
        Check.Url(ReturnUrl, nameof(ReturnUrl));
        Check.Url(CancelUrl, nameof(CancelUrl));
        Check.TaxId(TaxId, nameof(TaxId), CustomerBusinessName, nameof(CustomerBusinessName));
        Check.Needs(TaxId is not null, nameof(TaxId), BillingAddress is not null, nameof(BillingAddress));
        Check.AtMost(CustomFields, 5, nameof(CustomFields));
        Check.Each(CustomFields, nameof(CustomFields), static (field, path) => field.Validate(path));
        Customization?.Validate(nameof(Customization));
        FeatureFlags?.Validate(nameof(FeatureFlags));
        Check.That(
            Confirm != true || FeatureFlags?.RequireTaxId != true || TaxId is not null,
            nameof(TaxId),
            "must be set when Confirm and FeatureFlags.RequireTaxId are true"
        );
        Check.AtLeast(MandateMinAmountInrPaise, 0, nameof(MandateMinAmountInrPaise));
    }

    private void ValidatePaymentMethod()
    {
        if (PaymentMethodId is null)
            return;
        Check.NotBlank(PaymentMethodId, nameof(PaymentMethodId));
        Check.Needs(true, nameof(PaymentMethodId), Confirm == true, nameof(Confirm));
        Check.OwnsPaymentMethod(Customer, nameof(Customer));
    }

    private void ValidateDiscounts()
    {
        Check.DiscountCodes(DiscountCode, nameof(DiscountCode), DiscountCodes, nameof(DiscountCodes));
        if (ProductCart.Count > 0)
            return;
        Check.Needs(DiscountCode is not null, nameof(DiscountCode), false, nameof(ProductCart));
        Check.Needs(DiscountCodes is { Count: > 0 }, nameof(DiscountCodes), false, nameof(ProductCart));
    }
}
