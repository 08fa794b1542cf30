using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a new subscription (<c>POST /subscriptions</c>). The API deprecates this operation in favour of checkout
/// sessions.
/// </summary>
/// <remarks>
/// With <see cref="PaymentMethodId"/>, the saved payment method is charged at once, and sending the request again
/// creates and charges another subscription.
/// </remarks>
public sealed record CreateSubscriptionRequest : ApiObject
{
    /// <summary>Gets the id of the plan.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the quantity. Must be at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the customer who subscribes.</summary>
    public required CustomerReference Customer { get; init; }

    /// <summary>Gets the billing address. At least the country is required.</summary>
    public required BillingAddress Billing { get; init; }

    /// <summary>Gets the currency in which to charge the customer. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>Gets the add-ons, each at most once. Not for on-demand subscriptions.</summary>
    public IReadOnlyList<AddonQuantity>? Addons { get; init; }

    /// <summary>Gets the one-time products on the first invoice. Not for on-demand subscriptions.</summary>
    public IReadOnlyList<PaymentItem>? OneTimeProductCart { get; init; }

    /// <summary>
    /// Gets the length of the trial in days, which replaces that of the product. Must be between 0 and 10000.
    /// </summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>Gets the on-demand settings, which make the subscription an on-demand subscription.</summary>
    public OnDemandOptions? OnDemand { get; init; }

    /// <summary>Gets the id of a saved payment method of an existing customer to charge at once.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets whether to create a hosted page on which the customer pays. The default is false.</summary>
    public bool? PaymentLink { get; init; }

    /// <summary>Gets the only payment methods to offer on the page.</summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>
    /// Gets the discount codes, at most 20. Each code reduces the amount that the preceding codes left. Not for
    /// on-demand subscriptions.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>
    /// Gets a single discount code. Superseded by <see cref="DiscountCodes"/>; the two cannot be combined.
    /// </summary>
    public string? DiscountCode { get; init; }

    /// <summary>Gets your own metadata. It is returned on the subscription and in its webhooks.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets the URL to which the customer is redirected after the page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>
    /// Gets whether the customer is redirected as soon as the payment is complete. By default, the customer stays on
    /// the page.
    /// </summary>
    public bool? RedirectImmediately { get; init; }

    /// <summary>Gets the buyer's tax id, such as a VAT number. An invalid tax id makes the request fail.</summary>
    public string? TaxId { get; init; }

    /// <summary>
    /// Gets the business name that belongs to <see cref="TaxId"/>, at most 250 characters. Invoices show it instead of
    /// the customer's name.
    /// </summary>
    public string? CustomerBusinessName { get; init; }

    /// <summary>Gets whether to require 3-D Secure. The default is the setting of your business.</summary>
    [JsonPropertyName("force_3ds")]
    public bool? Force3ds { get; init; }

    /// <summary>
    /// Gets the minimum ceiling of an Indian card mandate, in paise. The default is the setting of your business. A
    /// later charge above the ceiling of the mandate fails.
    /// </summary>
    public int? MandateMinAmountInrPaise { get; init; }

    /// <summary>Gets whether the customer must have a phone number. The default is false.</summary>
    public bool? RequirePhoneNumber { get; init; }

    /// <summary>Gets whether to return a short URL. The default is false.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>
    /// Gets whether the page offers returning customers their saved payment methods. The default is false.
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
