using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Products;

/// <summary>A product that is sold once or by subscription.</summary>
internal sealed record Product
{
    public required string Id { get; init; }

    public required Price Price { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public string TaxCategory { get; init; } = "digital_products";

    /// <summary>Gets the add-ons that may be bought with the product.</summary>
    public IReadOnlyList<string> AddonIds { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    public bool IsArchived { get; init; }

    public bool IsRecurring => Price is SubscriptionPrice;
}
