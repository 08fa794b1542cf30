namespace DodoUpsell.Http;

/// <summary>Keeps a client inside both documented rate limits: a burst waits its turn here instead of meeting 429 there.</summary>
/// <remarks>Each request books the earliest moment at which neither window would overflow; bookings are in order of arrival.</remarks>
internal sealed class RequestPacer(int perSecond, int perMinute, TimeProvider clock)
{
    private readonly object _gate = new();
    private readonly Window _second = new(perSecond, TimeSpan.FromSeconds(1));
    private readonly Window _minute = new(perMinute, TimeSpan.FromMinutes(1));
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public static RequestPacer? For(RateLimitTier tier, TimeProvider clock) => tier switch
    {
        RateLimitTier.Tier0 => new(40, 240, clock),
        RateLimitTier.Tier1 => new(100, 1_000, clock),
        RateLimitTier.Tier2 => new(500, 5_000, clock),
        _ => null,
    };

    /// <summary>Books a moment to send at, unless it lies beyond <paramref name="longest"/>: then null, and nothing is booked.</summary>
    public TimeSpan? Book(TimeSpan longest)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var at = Latest(now, _notBefore, _second.Free, _minute.Free);
            if (at - now > longest) return null;
            _second.Take(at);
            _minute.Take(at);
            return at - now;
        }
    }

    /// <summary>The server said 429: nobody sends before this moment.</summary>
    public void PauseFor(TimeSpan wait)
    {
        lock (_gate) _notBefore = Latest(_notBefore, clock.GetUtcNow() + wait);
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = moments[0];
        foreach (var moment in moments) if (moment > latest) latest = moment;
        return latest;
    }

    /// <summary>The last moments that were booked, as many as the window admits.</summary>
    private sealed class Window(int size, TimeSpan length)
    {
        private readonly DateTimeOffset[] _booked = new DateTimeOffset[size];
        private int _oldest;

        public DateTimeOffset Free => _booked[_oldest] == default ? DateTimeOffset.MinValue : _booked[_oldest] + length;

        public void Take(DateTimeOffset at)
        {
            _booked[_oldest] = at;
            _oldest = (_oldest + 1) % _booked.Length;
        }
    }
}
