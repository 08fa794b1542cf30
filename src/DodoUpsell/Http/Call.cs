namespace DodoUpsell.Http;

/// <summary>A call to make: the operation, the path with ids and query, and the body.</summary>
internal readonly record struct Call(Operation Operation, string PathAndQuery, byte[]? Body = null)
{
    /// <summary>Gets the media type to accept.</summary>
    public string Accept { get; init; } = "application/json";
}
