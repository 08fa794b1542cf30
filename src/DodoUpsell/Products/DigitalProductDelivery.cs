namespace DodoUpsell;

/// <summary>Represents the delivery of digital files to a customer.</summary>
public sealed record DigitalProductDelivery : ApiObject
{
    /// <summary>Gets the files.</summary>
    public IReadOnlyList<DigitalFile> Files
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets your instructions for the customer.</summary>
    public string? Instructions { get; init; }

    /// <summary>Gets the URL of your own page with the files, or null if there is none.</summary>
    public string? ExternalUrl { get; init; }
}
