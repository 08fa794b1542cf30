using System.Globalization;
using System.Net.Http.Headers;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Http;

/// <summary>
/// Measures the difference between this node's clock and the API's clock from the <c>Date</c> header of responses.
/// </summary>
internal sealed class ServerClock(Func<DodoUpsellOptions> options, ILogger log)
{
    // The Date header has whole seconds.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private volatile Measurement? _last;
    private int _isUntrusted;

    public ClockStatus Status
    {
        get
        {
            var last = _last;
            return new()
            {
                MaxDifference = options().MaxClockSkew,
                Difference = last?.Difference,
                MeasuredAt = last?.At,
            };
        }
    }

    /// <summary>Returns the server's time of this response, to the second, or null if it is not available.</summary>
    public static DateTimeOffset? Read(HttpResponseHeaders headers)
    {
        var raw = headers.NonValidated;
        if (!raw.TryGetValues("Date", out var date))
            return null;

        // A cached response contains the time at which it was stored.
        if (
            raw.TryGetValues("Age", out var age)
            && (
                !int.TryParse(age.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                || seconds > 0
            )
        )
            return null;
        return DateTimeOffset.TryParseExact(
            date.ToString(),
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
    }

    /// <summary>Records the measurement of a response. The last response is decisive.</summary>
    public void Note(DateTimeOffset? serverTime, DateTimeOffset sentAt, DateTimeOffset receivedAt)
    {
        if (serverTime is not { } time)
            return;
        var difference = AtLeast(time, sentAt, receivedAt);
        var max = options().MaxClockSkew;
        var isUntrusted = difference.Duration() > max;
        if (IsNews(_last, difference, receivedAt, isUntrusted, max))
            _last = new Measurement(difference, receivedAt);
        if (Volatile.Read(ref _isUntrusted) == (isUntrusted ? 1 : 0))
            return;
        if (Interlocked.Exchange(ref _isUntrusted, isUntrusted ? 1 : 0) == (isUntrusted ? 1 : 0))
            return;
        if (isUntrusted)
            Log.ClockNotTrusted(log, difference, max);
        else
            Log.ClockTrustedAgain(log, max);
    }

    // The server set the time at some point between sending and receiving, so only the part outside that span is
    // certainly a difference.
    private static TimeSpan AtLeast(DateTimeOffset serverTime, DateTimeOffset sentAt, DateTimeOffset receivedAt)
    {
        if (sentAt - serverTime > Second)
            return sentAt - serverTime - Second;
        return serverTime > receivedAt ? receivedAt - serverTime : TimeSpan.Zero;
    }

    // Avoids allocations unless the response contains new information.
    private static bool IsNews(
        Measurement? last,
        TimeSpan difference,
        DateTimeOffset at,
        bool isUntrusted,
        TimeSpan max
    ) =>
        last is null
        || (difference - last.Difference).Duration() >= Second
        || last.Difference.Duration() > max != isUntrusted
        || (at - last.At).Duration() >= Second;

    private sealed record Measurement(TimeSpan Difference, DateTimeOffset At);
}
