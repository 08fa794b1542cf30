namespace DodoUpsell;

/// <summary>A file that the customer may download.</summary>
public sealed record DigitalFile : ApiObject
{
    /// <summary>Gets the file's id.</summary>
    public required string FileId { get; init; }

    /// <summary>Gets the name it was uploaded with.</summary>
    public string Filename
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets where to download it from. A short-lived address that works for whoever has it: do not log it.
    /// </summary>
    public string DownloadUrl
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Seconds until <see cref="DownloadUrl"/> stops working.</summary>
    public long ExpiresIn { get; init; }

    /// <summary>Gets the media type given at upload, if any.</summary>
    public string? ContentType { get; init; }

    /// <summary>Size in bytes, when it is known.</summary>
    public long? FileSize { get; init; }
}
