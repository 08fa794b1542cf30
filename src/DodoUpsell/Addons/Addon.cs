using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents an add-on: an extra that recurs with a subscription and shares its currency (<c>GET /addons/{id}</c>).
/// </summary>
public sealed record Addon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the add-on.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the add-on.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the URL of the image of the add-on.</summary>
    public string? Image { get; init; }

    /// <summary>Gets the currency of the price.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one add-on per period, in minor units of <see cref="Currency"/>.</summary>
    public long Price { get; init; }

    /// <summary>Gets <see cref="Price"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>Gets the tax category of the add-on.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>Gets the time at which the add-on was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the add-on was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
