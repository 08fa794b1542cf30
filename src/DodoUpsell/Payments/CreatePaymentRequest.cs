using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// A payment for one-time products (<c>POST /payments</c>). The API prefers checkout sessions by now.
/// </summary>
/// <remarks>
/// With <see cref="PaymentMethodId"/> the saved method is charged at once, and sending the request again charges again.
/// </remarks>
public sealed record CreatePaymentRequest : ApiObject
{
    /// <summary>Gets what is bought, 1 to 100 one-time products.</summary>
    public required IReadOnlyList<PaymentItem> ProductCart { get; init; }

    /// <summary>Gets who buys.</summary>
    public required CustomerReference Customer { get; init; }

    /// <summary>Gets where the customer is billed; the country at least.</summary>
    public required BillingAddress Billing { get; init; }

    /// <summary>Gets the currency to charge in. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>Gets a saved method of an existing customer to charge at once.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets whether to make a page where the customer pays; none is made by default.</summary>
    public bool? PaymentLink { get; init; }

    /// <summary>Gets the only methods to offer on the page.</summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    /// <summary>Discount codes, at most 20. Each reduces what the ones before it left.</summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Gets a single code; superseded by <see cref="DiscountCodes"/> and not to be combined with it.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>Your own data; it comes back on the payment and in its webhooks.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets where the customer lands after the page, whether they paid or not.</summary>
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

    /// <summary>Gets whether the customer must have a phone number; they need not by default.</summary>
    public bool? RequirePhoneNumber { get; init; }

    /// <summary>Gets whether to return a short address; it is not by default.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>
    /// Gets whether the page offers a returning customer their saved methods; it does not by default.
    /// </summary>
    public bool? ShowSavedPaymentMethods { get; init; }

    /// <summary>
    /// Gets whether currency conversion fees are inside the price; your business's setting by default.
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
