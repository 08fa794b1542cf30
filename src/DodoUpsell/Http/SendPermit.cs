using System.Collections.Concurrent;
using System.Globalization;

namespace DodoUpsell.Http;

/// <summary>
/// Permits one request to be written once, within the time limit of its call, and records whether it was written.
/// </summary>
/// <param name="clock">The source of both times: monotonic time stops while a machine is suspended, and the wall clock
/// may be set.</param>
/// <param name="started">The timestamp at which the call began.</param>
/// <param name="startedAt">The wall time at which the call began.</param>
/// <param name="limit">The time after the start within which the request may be written, by both times.</param>
internal sealed class SendPermit(TimeProvider clock, long started, DateTimeOffset startedAt, TimeSpan limit)
{
    private const int Open = 0;
    private const int Claimed = 1;
    private const int Written = 2;
    private const int Closed = 3;

    private static readonly ConcurrentDictionary<string, SendPermit> Issued = new(StringComparer.Ordinal);
    private static long _lastId;

    private string? _id;
    private int _state;
    private volatile bool _wasRead;
    private volatile bool _wasClaimed;

    /// <summary>Gets whether the request was stopped because its time limit had expired.</summary>
    public bool WasTooLate { get; private set; }

    /// <summary>
    /// Gets whether a <see cref="SendOnceHandler"/> is between the app's handlers and the connection.
    /// </summary>
    public bool IsGuarded => _id is not null;

    /// <summary>Gets whether the server may have received the request.</summary>
    /// <remarks>A body that was read but did not reach the guard may have been sent in another way.</remarks>
    public bool MayHaveLeft => Volatile.Read(ref _state) == Written || (_wasRead && !_wasClaimed);

    /// <summary>
    /// Registers the permit with the guard until <see cref="Close"/>, and returns the text that identifies it there.
    /// </summary>
    public string Issue()
    {
        _id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        Issued[_id] = this;
        return _id;
    }

    /// <summary>Returns the permit with this text, or null if its call has ended.</summary>
    public static SendPermit? Find(string id) => Issued.GetValueOrDefault(id);

    /// <summary>Lets one request pass the guard.</summary>
    /// <exception cref="IOException">Another request has passed, or the call has ended.</exception>
    public void Claim()
    {
        var before = Interlocked.CompareExchange(ref _state, Claimed, Open);
        if (before != Open)
            throw Refused(before);
        _wasClaimed = true;
    }

    /// <summary>Records that a handler has read the body.</summary>
    public void NoteRead() => _wasRead = true;

    /// <summary>Lets the request be written once.</summary>
    /// <exception cref="IOException">The request was written before, its time limit has expired, or the call has
    /// ended.</exception>
    public void Write()
    {
        var before = Volatile.Read(ref _state);
        if (before is not (Open or Claimed))
            throw Refused(before);
        if (IsTooLate())
        {
            // Set first, so that a caller that sees the closed permit also sees the reason.
            WasTooLate = true;
            Close();
            throw new IOException("The charge was not sent: TotalTimeout expired before the request was written.");
        }

        var now = Interlocked.CompareExchange(ref _state, Written, before);
        if (now != before)
            throw Refused(now);
    }

    /// <summary>
    /// Closes the permit, so that nothing can be written afterwards. Returns whether certainly nothing reached the
    /// server.
    /// </summary>
    public bool Close()
    {
        if (_id is not null)
            Issued.TryRemove(_id, out _);
        var before = Volatile.Read(ref _state);
        while (before is Open or Claimed)
        {
            var now = Interlocked.CompareExchange(ref _state, Closed, before);
            if (now == before)
                break;
            before = now;
        }

        return !MayHaveLeft;
    }

    private bool IsTooLate() => clock.GetElapsedTime(started) >= limit || clock.GetUtcNow() - startedAt >= limit;

    private static IOException Refused(int state) =>
        new(
            state == Closed
                ? "The request was not sent: its call has ended."
                : "The request was not sent a second time: a redirect or a handler tried to repeat it, which could "
                    + "charge the customer twice."
        );
}
