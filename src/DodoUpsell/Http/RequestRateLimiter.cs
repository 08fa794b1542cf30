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
    private readonly Window _second;
    private readonly Window _minute;
    private readonly TimeProvider _clock;
    private readonly long _start;

    // The times of the bookings in ticks, in ascending order.
    private long[] _booked = [];
    private int _count;
    private long _notBefore;

    public RequestRateLimiter(int perSecond, int perMinute, TimeProvider clock)
    {
        _second = new(perSecond, TimeSpan.TicksPerSecond);
        _minute = new(perMinute, TimeSpan.TicksPerMinute);
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

    private long Now => _clock.GetElapsedTime(_start).Ticks;

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
            if (at - now > longest.Ticks)
                return null;
            Insert(index, at);
            return new Booking(new TimeSpan(at), new TimeSpan(at - now));
        }
    }

    /// <summary>Returns the booking of a request that was not sent.</summary>
    public void GiveBack(Booking booking)
    {
        lock (_gate)
        {
            var at = booking.At.Ticks;
            var index = IndexAfter(at) - 1;
            if (index >= 0 && _booked[index] == at)
                Remove(index, 1);
        }
    }

    /// <summary>Delays later requests after a 429, for at most one minute.</summary>
    public void PauseFor(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = Now + (wait < LongestPause ? wait : LongestPause).Ticks;
            if (until > _notBefore)
                _notBefore = until;
        }
    }

    private void Forget(long now)
    {
        var old = 0;
        while (old < _count && _booked[old] <= now - _minute.Length)
            old++;
        if (old > 0)
            Remove(0, old);
    }

    private void Insert(int index, long at)
    {
        if (_count == _booked.Length)
            Array.Resize(ref _booked, Math.Max(8, 2 * _count));
        Array.Copy(_booked, index, _booked, index + 1, _count - index);
        _booked[index] = at;
        _count++;
    }

    private void Remove(int index, int count)
    {
        _count -= count;
        Array.Copy(_booked, index + count, _booked, index, _count - index);
    }

    /// <summary>Returns the index after all bookings for this time and earlier ones.</summary>
    private int IndexAfter(long at)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_booked[middle] <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>
    /// Finds the earliest time, starting at <paramref name="from"/>, at which one more request overflows no window, and
    /// its index in the list.
    /// </summary>
    private (long At, int Index) Earliest(long from)
    {
        // After all bookings for the same time, so that the order of bookings is kept.
        var index = IndexAfter(from);
        while (true)
        {
            var at = index > 0 && _booked[index - 1] > from ? _booked[index - 1] : from;
            at = Math.Max(at, Math.Max(FreeAt(_second, index), FreeAt(_minute, index)));
            if (index == _count)
                return (at, index);
            if (at >= _booked[index])
                index++;
            else if ((Overflow(_second, index, at) ?? Overflow(_minute, index, at)) is { } end)
                index = end;
            else
                return (at, index);
        }
    }

    /// <summary>Returns the time at which a window has room again after the bookings before the index.</summary>
    private long FreeAt(Window window, int index) =>
        index >= window.Size ? _booked[index - window.Size] + window.Length : 0;

    /// <summary>
    /// Returns the index at which to continue the search if a request at this time would overflow a window that starts
    /// before it or with it; otherwise null.
    /// </summary>
    private int? Overflow(Window window, int index, long at)
    {
        var last = index + window.Size - 1;
        if (last < _count && _booked[last] - at < window.Length)
            return index + 1;
        for (var first = Math.Min(index - 1, _count - window.Size); first >= 0 && first > index - window.Size; first--)
        {
            if (_booked[first + window.Size - 1] - _booked[first] < window.Length)
                return first + window.Size;
        }

        return null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Window(int Size, long Length);
}

/// <summary>
/// A booking in the rate limit: the time at which the request may be sent, in the limiter's time, and the delay until
/// then.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Booking(TimeSpan At, TimeSpan Wait);
