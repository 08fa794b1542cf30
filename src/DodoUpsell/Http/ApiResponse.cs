using System.Net;
using System.Net.Http.Headers;

namespace DodoUpsell.Http;

/// <summary>A response whose body has been read completely, unless it is <see cref="TooLong"/>.</summary>
internal sealed record ApiResponse(
    HttpStatusCode Status,
    HttpContentHeaders ContentHeaders,
    TimeSpan? RetryAfter,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>Gets the media type. Parsed only when it is used, which is for unexpected responses.</summary>
    public string? MediaType => ContentHeaders.ContentType?.MediaType;

    /// <summary>Gets whether the body is longer than the limit, so that it was not read completely.</summary>
    public bool TooLong { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
