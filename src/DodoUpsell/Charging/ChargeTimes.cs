namespace DodoUpsell.Charging;

/// <summary>
/// How long a record holds its key. Nodes compare these times by their own clocks, so each limit is longer by what two
/// clocks may differ.
/// </summary>
internal sealed record ChargeTimes(TimeSpan GracePeriod, TimeSpan MaxClockSkew, bool IsClockTrusted = true)
{
    /// <summary>
    /// A payment may be missing from the API's lists for this long after it was created. Nothing is given up before.
    /// </summary>
    public static readonly TimeSpan ListingLag = TimeSpan.FromMinutes(30);

    /// <summary>
    /// A mark is good for this long: a charge that has not been handed to the client by then is not sent.
    /// </summary>
    public static readonly TimeSpan MarkLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The API keeps a checkout page open for a day, and a payment that waits for its customer no longer.
    /// </summary>
    public static readonly TimeSpan PageLifetime = TimeSpan.FromHours(24);

    // What preparing takes at most. A holder whose claim is given up cannot mark it, and sends nothing.
    private static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(5);

    // One node may be ahead of the API's clock, and the other behind it.
    private TimeSpan ClockAllowance => 2 * MaxClockSkew;

    /// <summary>When a claim of a holder that vanished before it sent anything is given up.</summary>
    public DateTimeOffset ClaimEnds(DateTimeOffset claimedAt) => claimedAt + ClaimLifetime + ClockAllowance;

    /// <summary>Whether a claim is given up, since its holder vanished before it sent anything.</summary>
    public bool IsClaimOver(DateTimeOffset claimedAt, DateTimeOffset now) => HasCome(ClaimEnds(claimedAt), now);

    /// <summary>Whether a charge that was sent, and that no list shows, counts as not executed.</summary>
    public bool IsSearchOver(DateTimeOffset sentAt, DateTimeOffset now) =>
        HasCome(sentAt + GracePeriod + ClockAllowance, now);

    /// <summary>Whether a page has closed, and counts as not paid if no list shows its payment.</summary>
    public bool IsPageOver(DateTimeOffset expiresAt, DateTimeOffset now) => IsSearchOver(expiresAt, now);

    /// <summary>Whether a payment that still waits for its customer cannot go on any more.</summary>
    public bool IsActionOver(ChargeAttempt attempt, DateTimeOffset now) =>
        IsSearchOver(attempt.StartedAt + PageLifetime, now);

    /// <summary>Whether a plan has not followed its payment for so long that it is not waited for any more.</summary>
    public bool IsPlanOverdue(DateTimeOffset paidAt, DateTimeOffset now) => HasCome(paidAt + GracePeriod, now);

    /// <summary>When a lease that has to last until a moment may be taken over.</summary>
    public DateTimeOffset LeaseEnds(DateTimeOffset workEnds) => workEnds + ClockAllowance;

    /// <summary>
    /// Whether too much time has passed since the record was marked as sending: the key may be released before the
    /// request would arrive.
    /// </summary>
    /// <remarks>
    /// Monotonic time stops while a machine is suspended, and the wall clock can be set back, so both count.
    /// </remarks>
    public static bool IsMarkStale(ChargeRecord sending, DateTimeOffset now, TimeSpan elapsed) =>
        now - sending.SentAt > MarkLifetime || elapsed > MarkLifetime;

    /// <summary>
    /// Whether whoever claimed the record may still be working on it, so that nobody else touches it.
    /// </summary>
    public static bool IsClaimantAtWork(ChargeRecord record, DateTimeOffset now) =>
        record is { State: ChargeState.Claimed } or { State: ChargeState.Sending, Checks: 0 }
        && record.NextCheckAt > now;

    // By a clock that is not trusted no time has come: it must not decide that something did not happen.
    private bool HasCome(DateTimeOffset end, DateTimeOffset now) => IsClockTrusted && now >= end;
}
