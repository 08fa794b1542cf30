namespace DodoUpsell;

/// <summary>Where a customer is billed; it decides tax and currency.</summary>
public sealed record BillingAddress : ApiObject
{
    /// <summary>Gets the country. Needed in every request that carries an address.</summary>
    public CountryCode Country { get; init; }

    /// <summary>Street, house number and flat.</summary>
    public string? Street { get; init; }

    /// <summary>Town or city.</summary>
    public string? City { get; init; }

    /// <summary>State or province. In the US it matters for tax.</summary>
    public string? State { get; init; }

    /// <summary>Postal code. In the US it matters for tax.</summary>
    public string? Zipcode { get; init; }

    internal void Validate(string name) => Check.Given(Country, nameof(Country), name);
}
