namespace DodoUpsell;

/// <summary>Stores subjects, offers, assignments, consent receipts and what offers earned, for one account.</summary>
/// <remarks>
/// Each method is one atomic step: an insert that a unique key decides, or an update that applies to one version only.
/// An implementation must not read first and write later. Test and live records are kept apart.
/// </remarks>
public interface IOfferStore
{
    /// <summary>Returns the subject of the ids: the user with all linked customers, or the customer alone.</summary>
    /// <remarks>A customer that is linked to another user than the given one is not part of the subject.</remarks>
    Task<OfferSubject> FindSubjectAsync(
        DodoEnvironment environment,
        SubjectIds ids,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Links a customer to a user, and moves what is stored for the customer alone to the user. Of two assignments in
    /// one experiment, the earlier one is kept.
    /// </summary>
    /// <remarks>
    /// The version of a moved offer increases by one. A slot that ends with the id of the subject is moved as well, or
    /// emptied if the user fills it already. A repeated call moves what was stored for the customer meanwhile.
    /// </remarks>
    /// <returns>True if the customer is now linked to the user; false if it is linked to another one.</returns>
    Task<bool> LinkAsync(
        DodoEnvironment environment,
        string userId,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Erases the links, offers, assignments and movements of money of a subject. Receipts stay in their chain; the
    /// content of theirs is erased only if requested.
    /// </summary>
    /// <remarks>
    /// An offer whose charge is under way (<see cref="OfferState.Accepting"/>) is kept until its result is known. Erase
    /// the subject again later.
    /// </remarks>
    /// <returns>The number of erased records.</returns>
    Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        bool eraseReceipts,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds an offer, unless its slot is filled.</summary>
    /// <returns>The added record, or the one that fills the slot.</returns>
    Task<OfferRecord> AddAsync(OfferRecord offer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces an offer if the stored version is <see cref="OfferRecord.Version"/> − 1, and appends a receipt in the
    /// same step.
    /// </summary>
    /// <param name="changed">The new record.</param>
    /// <param name="receipt">The content of the receipt, or null if there is none. An offer that has a receipt does not
    /// get a second one.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if the record was replaced; false if another caller changed it first.</returns>
    Task<bool> TryUpdateAsync(
        OfferRecord changed,
        ConsentReceiptContent? receipt = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns an offer, or null if there is none.</summary>
    Task<OfferRecord?> FindAsync(DodoEnvironment environment, string id, CancellationToken cancellationToken = default);

    /// <summary>Returns the offer that fills a slot, or null if there is none.</summary>
    Task<OfferRecord?> FindBySlotAsync(
        DodoEnvironment environment,
        string slot,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the newest accepted offer that started or changed a subscription, or null if there is none.
    /// </summary>
    Task<OfferRecord?> FindBySubscriptionAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists all offers of a subject, the newest first.</summary>
    Task<IReadOnlyList<OfferRecord>> ListAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists open offers that expired, and accepted offers that are not final. They are in the order of the time at
    /// which they expired or were accepted, then of their ids, the oldest first.
    /// </summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="expiredBefore">The time before which an open offer must have expired.</param>
    /// <param name="acceptedBefore">The time before which an accepting offer must have been accepted.</param>
    /// <param name="maxCount">The maximum number of offers.</param>
    /// <param name="after">The last offer of the previous page, or null for the first page. Offers that wait for their
    /// customers stay overdue, so the first page alone can consist of them.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<OfferRecord>> ListOverdueAsync(
        DodoEnvironment environment,
        DateTimeOffset expiredBefore,
        DateTimeOffset acceptedBefore,
        int maxCount,
        OfferRecord? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Stores an assignment, unless the subject has one in the experiment.</summary>
    /// <returns>The assignment that is stored.</returns>
    Task<OfferAssignment> AssignAsync(OfferAssignment assignment, CancellationToken cancellationToken = default);

    /// <summary>Lists the assignments of a subject.</summary>
    Task<IReadOnlyList<OfferAssignment>> ListAssignmentsAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds a movement of money, unless its source is stored.</summary>
    /// <remarks>
    /// If it is stored without an offer, <see cref="OfferMoney.OfferId"/> and <see cref="OfferMoney.IsRenewal"/> are
    /// added to it.
    /// </remarks>
    /// <returns>True if it was added or completed.</returns>
    Task<bool> AddMoneyAsync(OfferMoney money, CancellationToken cancellationToken = default);

    /// <summary>Returns the movement of money with this source, or null if there is none.</summary>
    Task<OfferMoney?> FindMoneyAsync(
        DodoEnvironment environment,
        string sourceId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Counts the results of a rule's offers that were accepted since a time.</summary>
    Task<OfferCounts> CountAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Stores a pause, unless the rule is paused. A pause that ended before <see cref="OfferPause.PausedAt"/> is replaced.
    /// </summary>
    /// <returns>True if the rule was not paused before.</returns>
    Task<bool> PauseAsync(OfferPause pause, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends the pause of a rule: <see cref="OfferPause.ResumesAt"/> becomes the given time. What happened before that time
    /// pauses the rule no more.
    /// </summary>
    /// <returns>True if the rule was paused at that time.</returns>
    Task<bool> ResumeAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset at,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the pauses of rules, including those that have ended: compare <see cref="OfferPause.ResumesAt"/> with the
    /// current time.
    /// </summary>
    Task<IReadOnlyList<OfferPause>> ListPausesAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Reads the offers that were made in a period, in the order in which they were made. The end is not included.
    /// </summary>
    IAsyncEnumerable<OfferRecord> ReadMadeAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Reads the assignments that were made in a period, in the order in which they were made. The end is not included.
    /// </summary>
    IAsyncEnumerable<OfferAssignment> ReadAssignedAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the movements of money since a time, in their order.</summary>
    IAsyncEnumerable<OfferMoney> ReadMoneyAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns the receipt of an offer, or null if there is none.</summary>
    Task<ConsentReceipt?> FindReceiptAsync(
        DodoEnvironment environment,
        string offerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads all receipts in the order of their numbers.</summary>
    IAsyncEnumerable<ConsentReceipt> ReadReceiptsAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes the offers that ended, the assignments that were made and the movements of money that occurred before a
    /// time. Receipts, links and pauses are kept.
    /// </summary>
    /// <returns>The number of removed records.</returns>
    Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    );
}
