using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// An add-on: an extra that recurs with a subscription and shares its currency (<c>GET /addons/{id}</c>).
/// </summary>
public sealed record Addon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets where its picture is.</summary>
    public string? Image { get; init; }

    /// <summary>Currency of its price.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one per period, in minor units of <see cref="Currency"/>.</summary>
    public long Price { get; init; }

    /// <summary>Gets <see cref="Price"/> in its currency.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>Gets what it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
