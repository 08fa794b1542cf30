using System.Collections.Concurrent;
using System.Globalization;

namespace DodoUpsell.Http;

/// <summary>
/// Permits one request to be written once, within the time limit of its call, and tells afterwards whether it was.
/// </summary>
/// <param name="clock">Gives both times: monotonic time stops while a machine is suspended, and the wall clock may be
/// set.</param>
/// <param name="started">The timestamp at which the call began.</param>
/// <param name="startedAt">The wall time at which the call began.</param>
/// <param name="limit">How long after its start the request may be written; by either time.</param>
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

    /// <summary>Gets whether the request was stopped because its time was over.</summary>
    public bool WasTooLate { get; private set; }

    /// <summary>
    /// Gets whether a <see cref="SendOnceHandler"/> stands between the app's handlers and the connection.
    /// </summary>
    public bool IsGuarded => _id is not null;

    /// <summary>Gets whether the server may have received the request.</summary>
    /// <remarks>A body that was read and never reached the guard may have been sent in another way.</remarks>
    public bool MayHaveLeft => Volatile.Read(ref _state) == Written || (_wasRead && !_wasClaimed);

    /// <summary>
    /// Makes the permit known to the guard and returns the text that names it there, until <see cref="Close"/>.
    /// </summary>
    public string Issue()
    {
        _id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        Issued[_id] = this;
        return _id;
    }

    /// <summary>Returns the permit with this name, or null if its call has ended.</summary>
    public static SendPermit? Find(string id) => Issued.GetValueOrDefault(id);

    /// <summary>Lets one request pass the guard.</summary>
    /// <exception cref="IOException">Another one has passed, or the call has ended.</exception>
    public void Claim()
    {
        var before = Interlocked.CompareExchange(ref _state, Claimed, Open);
        if (before != Open)
            throw Refused(before);
        _wasClaimed = true;
    }

    /// <summary>Notes that a handler has read the body.</summary>
    public void NoteRead() => _wasRead = true;

    /// <summary>Lets the request be written once.</summary>
    /// <exception cref="IOException">It was written before, its time is over, or the call has ended.</exception>
    public void Write()
    {
        var before = Volatile.Read(ref _state);
        if (before is not (Open or Claimed))
            throw Refused(before);
        if (IsTooLate())
        {
            // Set first: whoever sees that the permit is closed sees why.
            WasTooLate = true;
            Close();
            throw new IOException("The charge was not sent: TotalTimeout expired before the request was written.");
        }

        var now = Interlocked.CompareExchange(ref _state, Written, before);
        if (now != before)
            throw Refused(now);
    }

    /// <summary>
    /// Ends the permit: what was not written by now will not be. Returns whether nothing can have reached the server.
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
