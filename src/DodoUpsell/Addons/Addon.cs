using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// An add-on: an extra that recurs with a subscription and shares its currency (<c>GET /addons/{id}</c>).
/// </summary>
public sealed record Addon : ApiObject
{
    /// <summary>The add-on's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>Where its picture is.</summary>
    public string? Image { get; init; }

    /// <summary>Currency of its price.</summary>
    public Currency Currency { get; init; }

    /// <summary>The price of one per period, in minor units of <see cref="Currency"/>.</summary>
    public long Price { get; init; }

    /// <summary><see cref="Price"/> in its currency.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>What it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
