namespace DodoUpsell;

/// <summary>Represents the displayable details of a saved card.</summary>
public sealed record SavedCard : ApiObject
{
    /// <summary>Gets the last four digits of the card number.</summary>
    public string? Last4Digits { get; init; }

    /// <summary>Gets the card scheme in upper case, such as <c>VISA</c>.</summary>
    public string? CardNetwork { get; init; }

    /// <summary>Gets the type of the card, <c>CREDIT</c> or <c>DEBIT</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>Gets the name on the card.</summary>
    public string? CardHolderName { get; init; }

    /// <summary>Gets the country of the issuing bank.</summary>
    public CountryCode? CardIssuingCountry { get; init; }

    /// <summary>
    /// Gets the month of expiry as one or two digits. The card is valid through the last day of the month.
    /// </summary>
    public string? ExpiryMonth { get; init; }

    /// <summary>
    /// Gets the year of expiry as two or four digits. A value that cannot be parsed means that the expiry is unknown,
    /// not that the card has expired.
    /// </summary>
    public string? ExpiryYear { get; init; }
}
