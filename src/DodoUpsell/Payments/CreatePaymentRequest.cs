using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a payment for one-time products (<c>POST /payments</c>). The API deprecates this operation in favour of
/// checkout sessions.
/// </summary>
/// <remarks>
/// With <see cref="PaymentMethodId"/>, the saved payment method is charged at once, and sending the request again
/// charges it again.
/// </remarks>
public sealed record CreatePaymentRequest : ApiObject
{
    /// <summary>Gets the one-time products to buy. Must contain between 1 and 100 products.</summary>
    public required IReadOnlyList<PaymentItem> ProductCart { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerReference Customer { get; init; }

    /// <summary>Gets the billing address. At least the country is required.</summary>
    public required BillingAddress Billing { get; init; }

    /// <summary>Gets the currency in which to charge the customer. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>Gets the id of a saved payment method of an existing customer to charge at once.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets whether to create a hosted page on which the customer pays. The default is false.</summary>
    public bool? PaymentLink { get; init; }

    /// <summary>Gets the only payment methods to offer on the page.</summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>
    /// Gets the discount codes, at most 20. Each code reduces the amount that the preceding codes left.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>
    /// Gets a single discount code. Superseded by <see cref="DiscountCodes"/>; the two cannot be combined.
    /// </summary>
    public string? DiscountCode { get; init; }

    /// <summary>Gets your own metadata. It is returned on the payment and in its webhooks.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets the URL to which the customer is redirected after the page, whether they paid or not.</summary>
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

    /// <summary>Gets whether the customer must have a phone number. The default is false.</summary>
    public bool? RequirePhoneNumber { get; init; }

    /// <summary>Gets whether to return a short URL. The default is false.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>
    /// Gets whether the page offers returning customers their saved payment methods. The default is false.
    /// </summary>
    public bool? ShowSavedPaymentMethods { get; init; }

    /// <summary>
    /// Gets whether the price includes the currency conversion fees. The default is the setting of your business.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    internal void Validate()
    {
        Check.NotEmpty(ProductCart, nameof(ProductCart));
        Check.AtMost(ProductCart, 100, nameof(ProductCart));
        Check.Each(ProductCart, nameof(ProductCart), static (item, path) => item.Validate(path));
        Check.NotNull(Customer, nameof(Customer)).Validate(nameof(Customer));
        Check.NotNull(Billing, nameof(Billing)).Validate(nameof(Billing));
        if (PaymentMethodId is not null)
        {
            Check.NotBlank(PaymentMethodId, nameof(PaymentMethodId));
            Check.OwnsPaymentMethod(Customer, nameof(Customer));
        }

        Check.DiscountCodes(DiscountCode, nameof(DiscountCode), DiscountCodes, nameof(DiscountCodes));
        Check.Metadata(Metadata, nameof(Metadata));
        Check.Url(ReturnUrl, nameof(ReturnUrl));
        Check.TaxId(TaxId, nameof(TaxId), CustomerBusinessName, nameof(CustomerBusinessName));
    }
}
