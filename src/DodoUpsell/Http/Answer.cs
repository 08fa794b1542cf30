using System.Net;

namespace DodoUpsell.Http;

/// <summary>A complete answer: its body has been read to the end, under the limit.</summary>
internal sealed record Answer(HttpStatusCode Status, string? MediaType, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body passed the limit and was not read to its end.</summary>
    public bool TooLong { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
