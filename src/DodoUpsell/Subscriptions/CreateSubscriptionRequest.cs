using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A new subscription (<c>POST /subscriptions</c>). The API prefers checkout sessions by now.</summary>
/// <remarks>
/// With <see cref="PaymentMethodId"/> the saved method is charged at once, and sending the request again subscribes
/// again.
/// </remarks>
public sealed record CreateSubscriptionRequest : ApiObject
{
    /// <summary>Gets the plan.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets how many of it, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets who subscribes.</summary>
    public required CustomerReference Customer { get; init; }

    /// <summary>Gets where the customer is billed; the country at least.</summary>
    public required BillingAddress Billing { get; init; }

    /// <summary>Gets the currency to charge in. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>Add-ons, each once. Not for on-demand subscriptions.</summary>
    public IReadOnlyList<AddonQuantity>? Addons { get; init; }

    /// <summary>Gets one-time products on the first bill. Not for on-demand subscriptions.</summary>
    public IReadOnlyList<PaymentItem>? OneTimeProductCart { get; init; }

    /// <summary>Days of trial, 0 to 10000, in place of the product's own.</summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>Makes the subscription on-demand.</summary>
    public OnDemandOptions? OnDemand { get; init; }

    /// <summary>Gets a saved method of an existing customer to charge at once.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets whether to make a page where the customer pays; none is made by default.</summary>
    public bool? PaymentLink { get; init; }

    /// <summary>Gets the only methods to offer on the page.</summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>
    /// Discount codes, at most 20. Each reduces what the ones before it left. Not for on-demand subscriptions.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Gets a single code; superseded by <see cref="DiscountCodes"/> and not to be combined with it.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>Your own data; it comes back on the subscription and in its webhooks.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets where the customer lands after the page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>
    /// Gets whether the customer leaves the page as soon as the payment is complete; they stay by default.
    /// </summary>
    public bool? RedirectImmediately { get; init; }

    /// <summary>Gets the buyer's tax id, such as a VAT number; an invalid one makes the request fail.</summary>
    public string? TaxId { get; init; }

    /// <summary>
    /// Gets the business that goes with <see cref="TaxId"/>, which invoices then name instead of the person; at most
    /// 250 characters.
    /// </summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Gets whether 3-D Secure is demanded; your business's setting by default.</summary>
    [JsonPropertyName("force_3ds")]
    public bool? Force3ds { get; init; }

    /// <summary>
    /// Gets the least ceiling of an Indian card mandate, in paise; your business's setting by default. A later charge
    /// above the mandate fails.
    /// </summary>
    public int? MandateMinAmountInrPaise { get; init; }

    /// <summary>Gets whether the customer must have a phone number; they need not by default.</summary>
    public bool? RequirePhoneNumber { get; init; }

    /// <summary>Gets whether to return a short address; it is not by default.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>
    /// Gets whether the page offers a returning customer their saved methods; it does not by default.
    /// </summary>
    public bool? ShowSavedPaymentMethods { get; init; }

    internal void Validate()
    {
        Check.NotBlank(ProductId, nameof(ProductId));
        Check.AtLeast(Quantity, 1, nameof(Quantity));
        Check.NotNull(Customer, nameof(Customer)).Validate(nameof(Customer));
        Check.NotNull(Billing, nameof(Billing)).Validate(nameof(Billing));
        AddonQuantity.ValidateAll(Addons, nameof(Addons));
        Check.Each(OneTimeProductCart, nameof(OneTimeProductCart), static (item, path) => item.Validate(path));
        Check.Between(TrialPeriodDays, 0, 10_000, nameof(TrialPeriodDays));
        if (PaymentMethodId is not null)
        {
            Check.NotBlank(PaymentMethodId, nameof(PaymentMethodId));
            Check.OwnsPaymentMethod(Customer, nameof(Customer));
        }

        Check.DiscountCodes(DiscountCode, nameof(DiscountCode), DiscountCodes, nameof(DiscountCodes));
        ValidateOnDemand();
        Check.Metadata(Metadata, nameof(Metadata));
        Check.Url(ReturnUrl, nameof(ReturnUrl));
        Check.TaxId(TaxId, nameof(TaxId), CustomerBusinessName, nameof(CustomerBusinessName));
        Check.AtLeast(MandateMinAmountInrPaise, 0, nameof(MandateMinAmountInrPaise));
    }

    private void ValidateOnDemand()
    {
        if (OnDemand is null)
            return;
        OnDemand.Validate(nameof(OnDemand));
        Check.NotBoth(true, nameof(OnDemand), Addons is { Count: > 0 }, nameof(Addons));
        Check.NotBoth(true, nameof(OnDemand), OneTimeProductCart is { Count: > 0 }, nameof(OneTimeProductCart));
        Check.NotBoth(true, nameof(OnDemand), DiscountCodes is { Count: > 0 }, nameof(DiscountCodes));
        Check.NotBoth(true, nameof(OnDemand), DiscountCode is not null, nameof(DiscountCode));
    }
}
