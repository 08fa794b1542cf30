using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>
/// Keeps a client inside both documented rate limits: a burst waits here instead of being answered with 429.
/// </summary>
/// <remarks>
/// Each request books the earliest moment at which neither window would overflow, on monotonic time. A booking that is
/// not used is given back, so that later requests may take its place.
/// </remarks>
internal sealed class RequestRateLimiter
{
    // Both documented windows are open again after a minute, whatever one 429 says.
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
    /// Books a moment to send at; returns null, and books nothing, if it lies beyond <paramref name="longest"/>.
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

    /// <summary>Gives a booking back whose request did not leave.</summary>
    public void GiveBack(Booking booking)
    {
        lock (_gate)
        {
            var index = _booked.BinarySearch(booking.At);
            if (index >= 0)
                _booked.RemoveAt(index);
        }
    }

    /// <summary>Holds later requests back after a 429, for a minute at most.</summary>
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
    /// Finds the earliest moment from <paramref name="from"/> on at which one more request overflows no window, and its
    /// place in the list.
    /// </summary>
    private (TimeSpan At, int Index) Earliest(TimeSpan from)
    {
        var index = _booked.BinarySearch(from);
        if (index < 0)
            index = ~index;
        while (true)
        {
            // Behind all that are booked for the same moment, so that bookings keep their order.
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
    /// Returns where to look on if a request at this moment would overflow a window that began before it or begins with
    /// it; otherwise null.
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
/// A place in the rate limit: when the request may be sent, on the limiter's time, and how long that is from now.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Booking(TimeSpan At, TimeSpan Wait);
