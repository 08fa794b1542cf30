namespace DodoUpsell;

/// <summary>Specifies the options that a customer has on a checkout page, and the behaviour of the page.</summary>
public sealed record CheckoutFeatureFlags : ApiObject
{
    /// <summary>Gets whether the customer may change the currency. The default is true.</summary>
    public bool? AllowCurrencySelection { get; init; }

    /// <summary>Gets whether the customer may enter a discount code. The default is true.</summary>
    public bool? AllowDiscountCode { get; init; }

    /// <summary>Gets whether the customer may add and remove add-ons. The default is false.</summary>
    public bool? AllowEditingAddons { get; init; }

    /// <summary>Gets whether the customer may enter a tax id. The default is true.</summary>
    public bool? AllowTaxId { get; init; }

    /// <summary>Gets whether the page asks for the phone number. The default is true.</summary>
    public bool? AllowPhoneNumberCollection { get; init; }

    /// <summary>
    /// Gets whether the phone number is required. The default is false. Requires
    /// <see cref="AllowPhoneNumberCollection"/>.
    /// </summary>
    public bool? RequirePhoneNumber { get; init; }

    /// <summary>
    /// Gets whether a tax id is required. The default is false. Requires <see cref="AllowTaxId"/>. With
    /// <see cref="CreateCheckoutSessionRequest.Confirm"/>, the request must contain the tax id.
    /// </summary>
    public bool? RequireTaxId { get; init; }

    /// <summary>Gets whether the name on the card is required. The default is false.</summary>
    public bool? RequireCardholderName { get; init; }

    /// <summary>Gets whether the customer may change a prefilled name.</summary>
    public bool? AllowCustomerEditingName { get; init; }

    /// <summary>Gets whether the customer may change a prefilled e-mail address.</summary>
    public bool? AllowCustomerEditingEmail { get; init; }

    /// <summary>Gets whether the customer may enter or change the business name that belongs to a tax id.</summary>
    public bool? AllowCustomerEditingBusinessName { get; init; }

    /// <summary>Gets whether the customer may change a prefilled tax id.</summary>
    public bool? AllowCustomerEditingTaxId { get; init; }

    /// <summary>Gets whether the customer may change a prefilled street.</summary>
    public bool? AllowCustomerEditingStreet { get; init; }

    /// <summary>Gets whether the customer may change a prefilled city.</summary>
    public bool? AllowCustomerEditingCity { get; init; }

    /// <summary>Gets whether the customer may change a prefilled state.</summary>
    public bool? AllowCustomerEditingState { get; init; }

    /// <summary>Gets whether the customer may change a prefilled postal code.</summary>
    public bool? AllowCustomerEditingZipcode { get; init; }

    /// <summary>Gets whether the customer may change a prefilled country.</summary>
    public bool? AllowCustomerEditingCountry { get; init; }

    /// <summary>
    /// Gets whether a new customer is created even if a customer with the e-mail address exists. By default, the
    /// existing customer is used.
    /// </summary>
    public bool? AlwaysCreateNewCustomer { get; init; }

    /// <summary>
    /// Gets whether the customer is redirected as soon as the payment is complete. By default, the customer stays on
    /// the page.
    /// </summary>
    public bool? RedirectImmediately { get; init; }

    /// <summary>Gets whether details and payment are on a single page. By default, they are on two pages.</summary>
    public bool? SinglePage { get; init; }

    internal void Validate(string name)
    {
        Check.Needs(
            RequirePhoneNumber == true,
            nameof(RequirePhoneNumber),
            AllowPhoneNumberCollection != false,
            nameof(AllowPhoneNumberCollection),
            name
        );
        Check.Needs(RequireTaxId == true, nameof(RequireTaxId), AllowTaxId != false, nameof(AllowTaxId), name);
    }
}
