using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// What a customer is to pay for, and how (<c>POST /checkouts</c>; <c>POST /checkouts/preview</c> prices the same
/// without creating anything).
/// </summary>
/// <remarks>
/// With <see cref="Confirm"/> and <see cref="PaymentMethodId"/> the saved method is charged at once, and sending the
/// request again charges again. A session lives 24 hours, 15 minutes with <see cref="Confirm"/>, and its address works
/// once.
/// </remarks>
public sealed record CreateCheckoutSessionRequest : ApiObject
{
    /// <summary>
    /// Gets what is bought, at most 20 products; one-time and subscription products may be mixed. May only be empty
    /// beside <see cref="ProductCollectionId"/>.
    /// </summary>
    public required IReadOnlyList<CheckoutItem> ProductCart { get; init; }

    /// <summary>Gets a collection from which the customer chooses on the page.</summary>
    public string? ProductCollectionId { get; init; }

    /// <summary>Gets who buys. Left out, the page asks.</summary>
    public CustomerReference? Customer { get; init; }

    /// <summary>
    /// Gets where the customer is billed. Recommended with <see cref="Confirm"/>: the API may refuse the session when
    /// something is missing.
    /// </summary>
    public BillingAddress? BillingAddress { get; init; }

    /// <summary>Gets the currency to charge in. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>
    /// Gets the only methods to offer. Keep <see cref="PaymentMethodType.Credit"/> and
    /// <see cref="PaymentMethodType.Debit"/> among them, or nothing may be left to pay with.
    /// </summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>
    /// Gets a saved method of an existing customer to charge at once. Needs <see cref="Confirm"/>, and the answer has
    /// no page to go to.
    /// </summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Gets whether everything is final now, so that the payment is created with the session; it is not by default.
    /// </summary>
    public bool? Confirm { get; init; }

    /// <summary>Discount codes, at most 20. Each reduces what the ones before it left.</summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Gets a single code; superseded by <see cref="DiscountCodes"/> and not to be combined with it.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>Trial and on-demand settings of a subscription in the cart.</summary>
    public CheckoutSubscriptionData? SubscriptionData { get; init; }

    /// <summary>Your own data; it comes back on the payment and in its webhooks, but not on the session.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>
    /// Gets where the customer lands afterwards, whether they paid or not. What it is called with are hints, not proof.
    /// </summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets where the page's way back leads; without it there is none.</summary>
    public string? CancelUrl { get; init; }

    /// <summary>
    /// Gets the buyer's tax id, such as a VAT number. Needs <see cref="BillingAddress"/>; an invalid one makes the
    /// payment fail.
    /// </summary>
    public string? TaxId { get; init; }

    /// <summary>
    /// Gets the business that goes with <see cref="TaxId"/>, which invoices then name instead of the person; at most
    /// 250 characters.
    /// </summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Questions of yours on the page, at most 5.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Gets how the page looks.</summary>
    public CheckoutCustomization? Customization { get; init; }

    /// <summary>Gets what the customer may do on the page.</summary>
    public CheckoutFeatureFlags? FeatureFlags { get; init; }

    /// <summary>Gets whether 3-D Secure is demanded; your business's setting by default.</summary>
    [JsonPropertyName("force_3ds")]
    public bool? Force3ds { get; init; }

    /// <summary>
    /// Gets the least ceiling of an Indian card mandate, in paise; your business's setting by default. A later charge
    /// above the mandate fails.
    /// </summary>
    public int? MandateMinAmountInrPaise { get; init; }

    /// <summary>
    /// With <see cref="Confirm"/>, whether country and postal code are address enough; they are not by default.
    /// </summary>
    public bool? MinimalAddress { get; init; }

    /// <summary>Gets whether to return a short address; it is not by default.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>
    /// Gets whether the page offers a returning customer their saved methods; it does not by default.
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
            "must be given when the session is confirmed and a tax id is required"
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
