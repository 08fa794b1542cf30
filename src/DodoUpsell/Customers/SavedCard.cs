namespace DodoUpsell;

/// <summary>What may be shown of a saved card.</summary>
public sealed record SavedCard : ApiObject
{
    /// <summary>Gets the last four digits of its number.</summary>
    public string? Last4Digits { get; init; }

    /// <summary>Gets the card scheme in upper case, such as <c>VISA</c>.</summary>
    public string? CardNetwork { get; init; }

    /// <summary>Gets <c>CREDIT</c> or <c>DEBIT</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>Gets the name on the card.</summary>
    public string? CardHolderName { get; init; }

    /// <summary>Gets where its bank is.</summary>
    public CountryCode? CardIssuingCountry { get; init; }

    /// <summary>Month of expiry in digits, one or two of them. The card works through the month's last day.</summary>
    public string? ExpiryMonth { get; init; }

    /// <summary>
    /// Year of expiry in digits, two or four of them. What cannot be read means unknown, not expired.
    /// </summary>
    public string? ExpiryYear { get; init; }
}
