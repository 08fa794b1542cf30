namespace DodoUpsell;

/// <summary>What a customer gets who bought digital files.</summary>
public sealed record DigitalProductDelivery : ApiObject
{
    /// <summary>The files.</summary>
    public IReadOnlyList<DigitalFile> Files
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What you tell the customer about them.</summary>
    public string? Instructions { get; init; }

    /// <summary>A page of yours with the goods, if you gave one.</summary>
    public string? ExternalUrl { get; init; }
}
