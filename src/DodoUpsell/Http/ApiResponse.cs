using System.Net;

namespace DodoUpsell.Http;

/// <summary>A response whose body has been read completely, unless it is <see cref="TooLong"/>.</summary>
internal sealed record ApiResponse(
    HttpStatusCode Status,
    string? MediaType,
    TimeSpan? RetryAfter,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>Gets whether the body is longer than the limit, so that it was not read completely.</summary>
    public bool TooLong { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
