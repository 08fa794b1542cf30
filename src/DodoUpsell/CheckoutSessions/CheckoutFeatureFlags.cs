namespace DodoUpsell;

/// <summary>What a customer may do on a checkout page, and what happens there.</summary>
public sealed record CheckoutFeatureFlags : ApiObject
{
    /// <summary>Gets whether the currency may be changed; it may by default.</summary>
    public bool? AllowCurrencySelection { get; init; }

    /// <summary>Gets whether a discount code may be entered; it may by default.</summary>
    public bool? AllowDiscountCode { get; init; }

    /// <summary>Gets whether add-ons may be added and removed; they may not by default.</summary>
    public bool? AllowEditingAddons { get; init; }

    /// <summary>Gets whether a tax id may be entered; it may by default.</summary>
    public bool? AllowTaxId { get; init; }

    /// <summary>Gets whether the phone number is asked for; it is by default.</summary>
    public bool? AllowPhoneNumberCollection { get; init; }

    /// <summary>
    /// Gets whether the phone number must be given; it need not be by default. Needs
    /// <see cref="AllowPhoneNumberCollection"/>.
    /// </summary>
    public bool? RequirePhoneNumber { get; init; }

    /// <summary>
    /// Gets whether a tax id must be entered; it need not be by default. Needs <see cref="AllowTaxId"/>, and with
    /// <see cref="CreateCheckoutSessionRequest.Confirm"/> the request must contain the tax id.
    /// </summary>
    public bool? RequireTaxId { get; init; }

    /// <summary>Gets whether the name on the card must be entered; it need not be by default.</summary>
    public bool? RequireCardholderName { get; init; }

    /// <summary>Gets whether a prefilled name may be changed.</summary>
    public bool? AllowCustomerEditingName { get; init; }

    /// <summary>Gets whether a prefilled e-mail address may be changed.</summary>
    public bool? AllowCustomerEditingEmail { get; init; }

    /// <summary>Gets whether the business behind a tax id may be entered or changed.</summary>
    public bool? AllowCustomerEditingBusinessName { get; init; }

    /// <summary>Gets whether a prefilled tax id may be changed.</summary>
    public bool? AllowCustomerEditingTaxId { get; init; }

    /// <summary>Gets whether a prefilled street may be changed.</summary>
    public bool? AllowCustomerEditingStreet { get; init; }

    /// <summary>Gets whether a prefilled town may be changed.</summary>
    public bool? AllowCustomerEditingCity { get; init; }

    /// <summary>Gets whether a prefilled state may be changed.</summary>
    public bool? AllowCustomerEditingState { get; init; }

    /// <summary>Gets whether a prefilled postal code may be changed.</summary>
    public bool? AllowCustomerEditingZipcode { get; init; }

    /// <summary>Gets whether a prefilled country may be changed.</summary>
    public bool? AllowCustomerEditingCountry { get; init; }

    /// <summary>
    /// Gets whether a new customer is created even if the e-mail address is known; by default the known one is used.
    /// </summary>
    public bool? AlwaysCreateNewCustomer { get; init; }

    /// <summary>
    /// Gets whether the customer leaves the page as soon as the payment is complete; they stay by default.
    /// </summary>
    public bool? RedirectImmediately { get; init; }

    /// <summary>Gets whether details and payment are on one page; they are on two by default.</summary>
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
