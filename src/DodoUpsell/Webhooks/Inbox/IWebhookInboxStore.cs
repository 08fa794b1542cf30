namespace DodoUpsell.Webhooks;

/// <summary>
/// Stores the deliveries of an inbox. A store is bound to one account and never returns deliveries of another.
/// </summary>
/// <remarks>
/// Each method must be atomic, even if other threads or processes work on the same deliveries: adding requires a unique
/// id, and recording the end of an attempt requires comparing the lease token. Reading first and then writing is not
/// sufficient. All times are passed in; a store does not use a clock.
/// </remarks>
public interface IWebhookInboxStore
{
    /// <summary>Gets the brand whose deliveries are stored, or an empty string if there are no brands.</summary>
    string Account { get; }

    /// <summary>Records a delivery, unless one with the same id exists in any state.</summary>
    /// <returns>True if the delivery was recorded; false if its id already exists.</returns>
    /// <exception cref="ArgumentException">The delivery belongs to another account.</exception>
    Task<bool> AddAsync(InboxDelivery delivery, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leases deliveries for handling: those that are waiting and due, and those whose lease has expired. They are
    /// ordered by due time, then by time of receipt. At most one delivery per subject is leased, and none whose subject
    /// already has an active lease. Empty subjects are not considered equal.
    /// </summary>
    /// <param name="maxCount">The maximum number of deliveries to lease.</param>
    /// <param name="now">The current time.</param>
    /// <param name="until">The time at which the leases expire.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The leased deliveries, each with its own lease token and the new attempt counted.</returns>
    Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Extends a lease.</summary>
    /// <returns>True if the lease was extended; false if it belongs to another worker.</returns>
    Task<bool> ExtendAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that a delivery was handled and ends its lease.</summary>
    /// <returns>True if the change was recorded; false if the lease belongs to another worker, in which case nothing
    /// changes.</returns>
    Task<bool> CompleteAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Records that deliveries were handled, ends their leases, and then leases deliveries as
    /// <see cref="LeaseDueAsync"/> does, all in one transaction. A store that cannot do this does not implement it.
    /// </summary>
    /// <param name="handled">The handled deliveries with their lease tokens.</param>
    /// <param name="now">The current time.</param>
    /// <param name="until">The time at which the new leases expire.</param>
    /// <param name="maxCount">The maximum number of deliveries to lease. If it is zero, none is leased.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The result; or null if nothing was changed, in which case <see cref="CompleteAsync"/> and
    /// <see cref="LeaseDueAsync"/> are used.</returns>
    Task<WebhookInboxTurn?> CompleteAndLeaseAsync(
        IReadOnlyList<InboxDelivery> handled,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<WebhookInboxTurn?>(null);

    /// <summary>Records that an attempt failed, sets the time of the next attempt and ends the lease.</summary>
    /// <returns>True if the change was recorded; false if the lease belongs to another worker, in which case nothing
    /// changes.</returns>
    Task<bool> RetryAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that the last attempt failed and ends the lease.</summary>
    /// <returns>True if the change was recorded; false if the lease belongs to another worker, in which case nothing
    /// changes.</returns>
    Task<bool> ParkAsync(
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Ends a lease as if the attempt had not begun: the attempt is not counted and the due time is unchanged.
    /// </summary>
    /// <returns>True if the change was recorded; false if the lease belongs to another worker, in which case nothing
    /// changes.</returns>
    Task<bool> ReleaseAsync(string id, Guid leaseToken, CancellationToken cancellationToken = default);

    /// <summary>Makes a delivery due now and resets its number of attempts, unless it is being handled.</summary>
    /// <returns>True if the delivery is due now; false if it does not exist or has an active lease.</returns>
    Task<bool> ReplayAsync(string id, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Returns the delivery with the given id, or null if there is none.</summary>
    Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the delivery with the newest object of a subject according to
    /// <see cref="InboxDelivery.CompareFreshness"/>, in any state, or null if there is none.
    /// </summary>
    Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the deliveries in the given state, ordered by the time of receipt, oldest first, then by id (ordinal).
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of deliveries to return.</param>
    /// <param name="after">The last delivery of the previous page, or null for the first page.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns deliveries of a subject in any state, ordered by <see cref="InboxDelivery.FreshAt"/>, then by
    /// <see cref="InboxDelivery.OccurredAt"/>, the newest first. None for the empty subject.
    /// </summary>
    /// <param name="subject">The subject, as in <see cref="InboxDelivery.Subject"/>.</param>
    /// <param name="maxCount">The maximum number of deliveries to return.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
        string subject,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the earliest time at which a lease is possible: when a waiting delivery whose subject has no active
    /// lease is due, or when an active lease expires. Returns null if there are no deliveries to handle.
    /// </summary>
    Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes deliveries that were completed or parked before the given times. While another delivery of a subject is
    /// kept, the newest one is kept too, because handlers must not receive an older object.
    /// </summary>
    /// <returns>The number of deleted deliveries.</returns>
    Task<int> PruneAsync(
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Erases the bodies of completed and parked deliveries that contain the id of a customer. The deliveries stay, so
    /// that a repeated one is recognised.
    /// </summary>
    /// <remarks>
    /// While a delivery of a subject waits or is being handled, all bodies of the subject are kept, because handlers
    /// must not receive an older object. Erase the customer again when it was handled.
    /// </remarks>
    /// <returns>The number of erased bodies.</returns>
    Task<int> EraseAsync(string customerId, CancellationToken cancellationToken = default);
}
