namespace DodoUpsell;

/// <summary>What a customer gets who bought digital files.</summary>
public sealed record DigitalProductDelivery : ApiObject
{
    /// <summary>Gets the files.</summary>
    public IReadOnlyList<DigitalFile> Files
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets what you tell the customer about them.</summary>
    public string? Instructions { get; init; }

    /// <summary>Gets a page of yours with the goods, if you gave one.</summary>
    public string? ExternalUrl { get; init; }
}
