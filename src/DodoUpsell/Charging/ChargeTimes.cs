namespace DodoUpsell.Charging;

/// <summary>
/// Defines how long a record holds its key. Nodes compare these times with their own clocks, so each limit is extended
/// by the maximum difference between two clocks.
/// </summary>
internal sealed record ChargeTimes(TimeSpan GracePeriod, TimeSpan MaxClockSkew, bool IsClockTrusted = true)
{
    /// <summary>
    /// The time for which a payment may be missing from the API's lists after it was created. Nothing is released
    /// earlier.
    /// </summary>
    public static readonly TimeSpan ListingLag = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The time for which a mark is valid. A request that has not been passed to the client within this time is not
    /// sent.
    /// </summary>
    public static readonly TimeSpan MarkLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The API keeps a checkout page open for one day, and a payment that waits for its customer no longer than that.
    /// </summary>
    public static readonly TimeSpan PageLifetime = TimeSpan.FromHours(24);

    // The maximum time for preparation. A holder whose claim was released cannot mark the record, so it sends nothing.
    private static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(5);

    // One node's clock may be ahead of the API's clock and another node's behind it.
    private TimeSpan ClockAllowance => 2 * MaxClockSkew;

    /// <summary>
    /// Returns the time at which a claim is released if its holder disappeared before sending anything.
    /// </summary>
    public DateTimeOffset ClaimEnds(DateTimeOffset claimedAt) => claimedAt + ClaimLifetime + ClockAllowance;

    /// <summary>Returns whether a claim is released because its holder disappeared before sending anything.</summary>
    public bool IsClaimOver(DateTimeOffset claimedAt, DateTimeOffset now) => HasCome(ClaimEnds(claimedAt), now);

    /// <summary>Returns whether a charge that was sent, but is in no list, counts as not executed.</summary>
    public bool IsSearchOver(DateTimeOffset sentAt, DateTimeOffset now) =>
        HasCome(sentAt + GracePeriod + ClockAllowance, now);

    /// <summary>
    /// Returns whether a checkout page has closed and counts as unpaid if no list contains its payment.
    /// </summary>
    public bool IsPageOver(DateTimeOffset expiresAt, DateTimeOffset now) => IsSearchOver(expiresAt, now);

    /// <summary>Returns whether a payment that waits for its customer can no longer be completed.</summary>
    public bool IsActionOver(ChargeAttempt attempt, DateTimeOffset now) =>
        IsSearchOver(attempt.StartedAt + PageLifetime, now);

    /// <summary>
    /// Returns whether the plan has not changed for so long after its payment that it is no longer waited for.
    /// </summary>
    public bool IsPlanOverdue(DateTimeOffset paidAt, DateTimeOffset now) => HasCome(paidAt + GracePeriod, now);

    /// <summary>Returns the time at which a lease that must last until the given time may be taken over.</summary>
    public DateTimeOffset LeaseEnds(DateTimeOffset workEnds) => workEnds + ClockAllowance;

    /// <summary>
    /// Returns whether too much time has passed since the record was marked as sending: the key may be released before
    /// the request would arrive.
    /// </summary>
    /// <remarks>
    /// Both times are checked: monotonic time stops while a machine is suspended, and the wall clock can be set back.
    /// </remarks>
    public static bool IsMarkStale(ChargeRecord sending, DateTimeOffset now, TimeSpan elapsed) =>
        now - sending.SentAt > MarkLifetime || elapsed > MarkLifetime;

    /// <summary>
    /// Returns whether the claimant may still be working on the record, so that no other caller changes it.
    /// </summary>
    public static bool IsClaimantAtWork(ChargeRecord record, DateTimeOffset now) =>
        record is { State: ChargeState.Claimed } or { State: ChargeState.Sending, Checks: 0 }
        && record.NextCheckAt > now;

    // With an untrusted clock no limit is treated as reached, because that could wrongly conclude that a charge did not
    // happen.
    private bool HasCome(DateTimeOffset end, DateTimeOffset now) => IsClockTrusted && now >= end;
}
