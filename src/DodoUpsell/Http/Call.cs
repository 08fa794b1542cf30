namespace DodoUpsell.Http;

/// <summary>One call that is to be made: the operation, the path with its ids and query, and the body.</summary>
internal readonly record struct Call(Operation Operation, string PathAndQuery, byte[]? Body = null)
{
    /// <summary>The media type that is asked for.</summary>
    public string Accept { get; init; } = "application/json";
}
