using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>Keeps a client within both documented rate limits: it delays bursts instead of receiving 429.</summary>
/// <remarks>
/// Each request books the earliest time at which neither window would overflow, in monotonic time. An unused booking is
/// returned, so that later requests can use it.
/// </remarks>
internal sealed class RequestRateLimiter
{
    // Both documented windows are free again after one minute, whatever a 429 requests.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly List<TimeSpan> _booked = [];
    private readonly Window[] _windows;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private TimeSpan _notBefore;

    public RequestRateLimiter(int perSecond, int perMinute, TimeProvider clock)
    {
        _windows = [new(perSecond, TimeSpan.FromSeconds(1)), new(perMinute, TimeSpan.FromMinutes(1))];
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    public static RequestRateLimiter? For(RateLimitTier tier, TimeProvider clock) =>
        tier switch
        {
            RateLimitTier.Tier0 => new(40, 240, clock),
            RateLimitTier.Tier1 => new(100, 1_000, clock),
            RateLimitTier.Tier2 => new(500, 5_000, clock),
            _ => null,
        };

    private TimeSpan Now => _clock.GetElapsedTime(_start);

    /// <summary>
    /// Books a time for sending. Returns null and books nothing if it is more than <paramref name="longest"/> away.
    /// </summary>
    public Booking? Book(TimeSpan longest)
    {
        lock (_gate)
        {
            var now = Now;
            Forget(now);
            var (at, index) = Earliest(now > _notBefore ? now : _notBefore);
            if (at - now > longest)
                return null;
            _booked.Insert(index, at);
            return new Booking(at, at - now);
        }
    }

    /// <summary>Returns the booking of a request that was not sent.</summary>
    public void GiveBack(Booking booking)
    {
        lock (_gate)
        {
            var index = _booked.BinarySearch(booking.At);
            if (index >= 0)
                _booked.RemoveAt(index);
        }
    }

    /// <summary>Delays later requests after a 429, for at most one minute.</summary>
    public void PauseFor(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = Now + (wait < LongestPause ? wait : LongestPause);
            if (until > _notBefore)
                _notBefore = until;
        }
    }

    private void Forget(TimeSpan now)
    {
        var old = 0;
        while (old < _booked.Count && _booked[old] <= now - _windows[^1].Length)
            old++;
        if (old > 0)
            _booked.RemoveRange(0, old);
    }

    /// <summary>
    /// Finds the earliest time, starting at <paramref name="from"/>, at which one more request overflows no window, and
    /// its index in the list.
    /// </summary>
    private (TimeSpan At, int Index) Earliest(TimeSpan from)
    {
        var index = _booked.BinarySearch(from);
        if (index < 0)
            index = ~index;
        while (true)
        {
            // After all bookings for the same time, so that the order of bookings is kept.
            var at = index > 0 && _booked[index - 1] > from ? _booked[index - 1] : from;
            foreach (var window in _windows)
            {
                if (index >= window.Size && _booked[index - window.Size] + window.Length is var free && free > at)
                    at = free;
            }

            if (index == _booked.Count)
                return (at, index);
            if (at >= _booked[index])
                index++;
            else if (Overflow(index, at) is { } end)
                index = end;
            else
                return (at, index);
        }
    }

    /// <summary>
    /// Returns the time at which to continue the search if a request at this time would overflow a window that starts
    /// before it or with it; otherwise null.
    /// </summary>
    private int? Overflow(int index, TimeSpan at)
    {
        foreach (var window in _windows)
        {
            var last = index + window.Size - 1;
            if (last < _booked.Count && _booked[last] - at < window.Length)
                return index + 1;
            for (
                var first = Math.Min(index - 1, _booked.Count - window.Size);
                first >= 0 && first > index - window.Size;
                first--
            )
            {
                if (_booked[first + window.Size - 1] - _booked[first] < window.Length)
                    return first + window.Size;
            }
        }

        return null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Window(int Size, TimeSpan Length);
}

/// <summary>
/// A booking in the rate limit: the time at which the request may be sent, in the limiter's time, and the delay until
/// then.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Booking(TimeSpan At, TimeSpan Wait);
