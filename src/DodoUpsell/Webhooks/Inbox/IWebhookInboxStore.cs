namespace DodoUpsell.Webhooks;

/// <summary>Where an inbox keeps its deliveries. Bound to one account: it never shows those of another.</summary>
/// <remarks>
/// Each method is one atomic step, whoever else works on the same deliveries, in this process or another: a unique id
/// when adding, and the lease's token compared when an attempt ends. Read-then-write is not enough. All times are
/// given; a store asks no clock.
/// </remarks>
public interface IWebhookInboxStore
{
    /// <summary>Gets the brand whose deliveries these are; empty without brands.</summary>
    string Account { get; }

    /// <summary>Records a delivery unless its id is there already, in whatever state.</summary>
    /// <returns>Whether it was recorded.</returns>
    /// <exception cref="ArgumentException">It belongs to another account.</exception>
    Task<bool> AddAsync(InboxDelivery delivery, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes deliveries to handle: waiting and due, or leased by a worker whose lease has ended. Those that are due
    /// first come first, then those received first. Never two of one subject, and none whose subject has a running
    /// lease; an empty subject stands for nothing.
    /// </summary>
    /// <param name="maxCount">How many at most.</param>
    /// <param name="now">The time it is.</param>
    /// <param name="until">When others may take them again.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The deliveries as they are now: leased, each with a token of its own, its attempt counted.</returns>
    Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Keeps a lease for longer.</summary>
    /// <returns>False when the lease is somebody else's by now.</returns>
    Task<bool> ExtendAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that a delivery was handled, and ends its lease.</summary>
    /// <returns>False when the lease is somebody else's by now; then nothing changes.</returns>
    Task<bool> CompleteAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that an attempt failed and when the next one is due, and ends the lease.</summary>
    /// <returns>False when the lease is somebody else's by now; then nothing changes.</returns>
    Task<bool> RetryAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that the last attempt failed, and ends the lease.</summary>
    /// <returns>False when the lease is somebody else's by now; then nothing changes.</returns>
    Task<bool> ParkAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Gives a delivery back as if the attempt had never begun: it is not counted, and due as before.
    /// </summary>
    /// <returns>False when the lease is somebody else's by now; then nothing changes.</returns>
    Task<bool> ReleaseAsync(string id, Guid leaseToken, CancellationToken cancellationToken = default);

    /// <summary>Makes a delivery due now, with all its attempts before it, unless it is being handled.</summary>
    /// <returns>False when it is not there, or has a lease that has not ended.</returns>
    Task<bool> ReplayAsync(string id, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>One delivery by its id; null when it is not there.</summary>
    Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// The delivery with the newest object of a subject by <see cref="InboxDelivery.CompareFreshness"/>, in whatever
    /// state; null when there is none.
    /// </summary>
    Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken = default);

    /// <summary>The deliveries in one state, those received first (then by id, ordinal) first.</summary>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">How many at most.</param>
    /// <param name="after">The last delivery of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// The earliest time at which a lease could be taken: when a waiting delivery whose subject nobody handles is due,
    /// or when a running lease ends. Null when nothing is left to do.
    /// </summary>
    Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes deliveries completed or parked before these times. As long as another delivery of a subject stays, the
    /// newest one stays too: it is what keeps an older object from being shown.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    Task<int> PruneAsync(
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    );
}
