namespace DodoUpsell.Emulator.Addons;

/// <summary>A recurring addition that is sold with a subscription. The price is in minor units.</summary>
internal sealed record Addon
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public required int Price { get; init; }

    public required string Currency { get; init; }

    public string TaxCategory { get; init; } = "saas";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
