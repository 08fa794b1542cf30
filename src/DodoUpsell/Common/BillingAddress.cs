namespace DodoUpsell;

/// <summary>Represents a billing address. It determines tax and currency.</summary>
public sealed record BillingAddress : ApiObject
{
    /// <summary>Gets the country. Required in every request that contains an address.</summary>
    public CountryCode Country { get; init; }

    /// <summary>Gets the street, house number and flat.</summary>
    public string? Street { get; init; }

    /// <summary>Gets the town or city.</summary>
    public string? City { get; init; }

    /// <summary>Gets the state or province. In the US it affects tax.</summary>
    public string? State { get; init; }

    /// <summary>Gets the postal code. In the US it affects tax.</summary>
    public string? Zipcode { get; init; }

    internal void Validate(string name) => Check.Given(Country, nameof(Country), name);
}
