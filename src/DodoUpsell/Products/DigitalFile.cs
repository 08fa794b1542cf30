namespace DodoUpsell;

/// <summary>Represents a file that the customer may download.</summary>
public sealed record DigitalFile : ApiObject
{
    /// <summary>Gets the file's id.</summary>
    public required string FileId { get; init; }

    /// <summary>Gets the name of the uploaded file.</summary>
    public string Filename
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets the URL from which the file is downloaded. It is short-lived and works for anyone who has it: do not log
    /// it.
    /// </summary>
    public string DownloadUrl
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of seconds until <see cref="DownloadUrl"/> expires.</summary>
    public long ExpiresIn { get; init; }

    /// <summary>Gets the media type that was specified at upload, or null if there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the size in bytes, or null if it is not known.</summary>
    public long? FileSize { get; init; }
}
