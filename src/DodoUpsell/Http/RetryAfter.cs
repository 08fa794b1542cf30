using System.Globalization;
using System.Net.Http.Headers;

namespace DodoUpsell.Http;

/// <summary>
/// Reads the time that the server asks to wait: <c>Retry-After</c> in either form, or <c>X-RateLimit-Reset</c>.
/// </summary>
internal static class RetryAfter
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    /// <param name="headers">The headers of the response.</param>
    /// <param name="now">The server's time, because times in the headers are based on its clock, or this node's time if
    /// it is unknown.</param>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        FromRetryAfter(headers, now) ?? FromReset(headers, now);

    private static TimeSpan? FromRetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Single(headers, "Retry-After") is not { } text)
            return null;

        // Some servers send fractions although the standard allows only whole seconds. A comma is never a decimal
        // separator here.
        if (
            double.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var seconds
            )
        )
        {
            return Seconds(seconds);
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var date
        )
            ? NotNegative(date - now)
            : null;
    }

    // The unit of X-RateLimit-Reset is not documented: large numbers are treated as points in time, small ones as
    // seconds from now.
    private static TimeSpan? FromReset(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (
            !double.TryParse(
                Single(headers, "X-RateLimit-Reset"),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var reset
            )
        )
            return null;
        return reset switch
        {
            >= 1e14 => null,
            >= 1e11 => NotNegative(Epoch.AddMilliseconds(reset) - now),
            >= 1e9 => NotNegative(Epoch.AddSeconds(reset) - now),
            _ => Seconds(reset),
        };
    }

    private static string? Single(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static TimeSpan Seconds(double seconds) =>
        TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));

    private static TimeSpan NotNegative(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
