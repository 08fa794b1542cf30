using DodoUpsell.Http;

namespace DodoUpsell.Charging;

/// <summary>
/// Contains all transitions of a charge record: after sending, for the state of a payment, and if no payment was found.
/// The methods are pure functions.
/// </summary>
internal static class ChargeTransitions
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
    ];

    // Longer than a call takes. The sender checks earlier itself; an additional check by another node is harmless.
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>Marks a record before the request is sent. From this point a charge may exist.</summary>
    public static ChargeRecord Sending(ChargeRecord record, Preparation.Ready prepared, DateTimeOffset now) =>
        Next(record) with
        {
            State = ChargeState.Sending,
            SentAt = now,
            NextCheckAt = now + FirstLook,
            Details = prepared.Details ?? record.Details,
            Attempts = Changed(
                record,
                record.Attempts[^1].Id,
                attempt => attempt with { PaymentMethodId = prepared.PaymentMethodId ?? "" }
            ),
        };

    /// <summary>
    /// Records that the API accepted the charge. The payment is not known to be final, and its id may not be known.
    /// </summary>
    public static ChargeRecord Accepted(ChargeRecord record, string attemptId, ChargeAnswer answer, DateTimeOffset now)
    {
        var url = PaymentVerdicts.PageOf(answer.PaymentLink);
        if (string.IsNullOrEmpty(answer.PaymentId))
            return LookLater(record, now) with { ActionUrl = url };
        return Next(record) with
        {
            State = ChargeState.Waiting,
            PaymentId = answer.PaymentId,
            ActionUrl = url,
            NextCheckAt = now + Pauses[0],
            Attempts = Changed(record, attemptId, attempt => attempt with { PaymentId = answer.PaymentId }),
        };
    }

    /// <summary>
    /// Releases the key: as far as can be determined, nothing was charged. Requests that may have been sent are still
    /// searched for periodically.
    /// </summary>
    public static ChargeRecord Released(ChargeRecord record, ChargeRefusal? refusal, DateTimeOffset now) =>
        Next(record) with
        {
            State = refusal is null ? ChargeState.NotCharged : ChargeState.Refused,
            Refusal = refusal,
            ActionUrl = null,
            SettledAt = now,
            NextCheckAt = (refusal is null || record.Attempts.Count > 1) && MayTurnUp(record) ? now + Pauses[^1] : null,
        };

    /// <summary>
    /// Releases the key of a charge that provably was not sent or not executed, so there is nothing to search for.
    /// </summary>
    public static ChargeRecord NotSent(ChargeRecord record, ChargeRefusal? refusal, DateTimeOffset now) =>
        Released(
            record with
            {
                SentAt = null,
                Attempts = Changed(record, record.Attempts[^1].Id, attempt => attempt with { PaymentMethodId = null }),
            },
            refusal,
            now
        );

    /// <summary>
    /// Claims a released key again. Its earlier attempts are kept, because their payments may still be found.
    /// </summary>
    public static ChargeRecord ClaimedAgain(ChargeRecord released, ChargeRecord claim) =>
        claim with
        {
            Version = released.Version + 1,
            Attempts = [.. released.Attempts, .. claim.Attempts],
        };

    public static ChargeRecord CheckoutOpened(
        ChargeRecord record,
        ChargeAttempt attempt,
        CheckoutSession session,
        CheckoutReason why,
        DateTimeOffset now
    ) =>
        Next(record) with
        {
            State = ChargeState.CheckoutOpen,
            CheckoutUrl = session.CheckoutUrl,
            CheckoutSessionId = session.SessionId,
            CheckoutExpiresAt = now + ChargeTimes.PageLifetime,
            CheckoutReason = why,
            SettledAt = null,
            ActionUrl = null,
            Checks = 0,
            NextCheckAt = now + Pauses[0],
            Attempts = [.. record.Attempts, attempt],
        };

    /// <summary>Returns the record updated for a payment of the key, or null if nothing changes.</summary>
    public static ChargeRecord? Seen(
        ChargeRecord record,
        string attemptId,
        Payment payment,
        ChargeTimes times,
        DateTimeOffset now
    )
    {
        if (AttemptOf(record, attemptId) is not { } attempt)
            return null;

        // Renewal payments carry the metadata of the purchase that started the subscription, but do not belong to it.
        if (
            IsSettledByPayment(record)
            && attempt.PaymentId is { } own
            && !string.Equals(own, payment.PaymentId, StringComparison.Ordinal)
        )
            return null;
        var attempts = Changed(
            record,
            attemptId,
            known =>
                known with
                {
                    PaymentId = payment.PaymentId,
                    Status = payment.Status is { } status ? Redactor.CleanCode(status.Value) : null,
                    ErrorCode = CodeOf(payment),
                }
        );
        var verdict = VerdictOn(record, attempt, payment, times, now);

        // A delayed response or webhook: after a failure, only a final status of the payment is news.
        if (HasFailed(attempt, payment) && !verdict.IsFinal())
            return null;
        if (Follows(record, attempt, payment, verdict, now) is { } next)
            return next with { Attempts = attempts };
        return attempts.SequenceEqual(record.Attempts) ? null : Next(record) with { Attempts = attempts };
    }

    /// <summary>
    /// Handles a charge whose payment was not found: schedules the next check, or releases the key if no payment can be
    /// found any more.
    /// </summary>
    public static ChargeRecord NotFound(ChargeRecord record, ChargeTimes times, DateTimeOffset now)
    {
        var isOver = record.State switch
        {
            ChargeState.Claimed => times.IsClaimOver(record.ClaimedAt, now),
            ChargeState.Sending => times.IsSearchOver(record.SentAt ?? record.ClaimedAt, now),
            ChargeState.CheckoutOpen => record.CheckoutExpiresAt is { } expiresAt && times.IsPageOver(expiresAt, now),
            _ => false,
        };
        return isOver
            ? Released(record, refusal: null, now) with
            {
                Checks = record.Checks + 1,
            }
            : LookLater(record, now);
    }

    public static ChargeRecord LookLater(ChargeRecord record, DateTimeOffset now) =>
        Next(record) with
        {
            Checks = record.Checks + 1,
            NextCheckAt = now + Pauses[Math.Min(record.Checks, Pauses.Length - 1)],
        };

    /// <summary>
    /// Schedules the next check of a final record whose payment may still be found. The interval grows with the time
    /// since the record became final. The checks end when the record is pruned.
    /// </summary>
    public static ChargeRecord LookNowAndThen(ChargeRecord record, DateTimeOffset now)
    {
        var ended = now - (record.SettledAt ?? now);
        return Next(record) with
        {
            NextCheckAt =
                now
                + (
                    ended < Pauses[^1] ? Pauses[^1]
                    : ended < LongestPause ? ended
                    : LongestPause
                ),
        };
    }

    /// <summary>
    /// Returns whether a payment of the record is still under way, so that the record must not be released.
    /// </summary>
    public static bool IsUnderWay(
        ChargeRecord record,
        string attemptId,
        Payment payment,
        ChargeTimes times,
        DateTimeOffset now
    ) =>
        !(
            AttemptOf(record, attemptId) is { } attempt
                ? VerdictOn(record, attempt, payment, times, now)
                : PaymentVerdicts.Of(payment)
        ).IsFinal();

    /// <summary>
    /// Returns whether a request that was sent, or a checkout page that was opened, may lead to a payment.
    /// </summary>
    public static bool MayTurnUp(ChargeRecord record) =>
        record.Attempts.Any(attempt => attempt.PaymentMethodId is not null || attempt.IsCheckout);

    public static ChargeAttempt? AttemptOf(ChargeRecord record, string attemptId) =>
        record.Attempts.FirstOrDefault(known => string.Equals(known.Id, attemptId, StringComparison.Ordinal));

    private static PaymentVerdict VerdictOn(
        ChargeRecord record,
        ChargeAttempt attempt,
        Payment payment,
        ChargeTimes times,
        DateTimeOffset now
    ) =>
        PaymentVerdicts.WaitsForCustomer(payment.Status) && times.IsActionOver(attempt, now)
            ? PaymentVerdict.Abandoned
            : PaymentVerdicts.Of(payment, LinkOf(record, payment));

    private static ChargeRecord? Follows(
        ChargeRecord record,
        ChargeAttempt attempt,
        Payment payment,
        PaymentVerdict verdict,
        DateTimeOffset now
    )
    {
        // A successful payment is always recorded, whatever the state of the record. After that the state never
        // changes.
        if (IsSettledByPayment(record))
            return null;
        if (verdict == PaymentVerdict.Succeeded)
            return Paid(record, payment, ChargeState.Succeeded, now);
        if (verdict == PaymentVerdict.Refunded)
            return Paid(record, payment, ChargeState.Refunded, now);
        if (!Concerns(record, attempt, payment, verdict))
            return null;
        return verdict switch
        {
            PaymentVerdict.Declined => Failed(record, payment, now),
            PaymentVerdict.MethodSetup or PaymentVerdict.Abandoned => Released(record, refusal: null, now),
            _ => WaitingFor(
                record,
                payment,
                verdict == PaymentVerdict.ActionRequired ? LinkOf(record, payment) : null,
                now
            ),
        };
    }

    /// <summary>Returns whether a payment decides the next state of the record.</summary>
    private static bool Concerns(ChargeRecord record, ChargeAttempt attempt, Payment payment, PaymentVerdict verdict)
    {
        var isLast = string.Equals(record.Attempts[^1].Id, attempt.Id, StringComparison.Ordinal);
        var isOver = verdict.IsWithoutCharge();
        return record.State switch
        {
            ChargeState.Sending => isLast,

            // A failed payment does not decide the outcome of the payment that is waited for.
            ChargeState.Waiting => IsPaymentOf(record, payment) || (isLast && !isOver && !attempt.IsCheckout),

            // The customer can try again on a checkout page until it closes, so only success is final. A payment under
            // way takes precedence over the page.
            ChargeState.CheckoutOpen => attempt.IsCheckout ? payment.Status == PaymentStatus.Processing : !isOver,

            // A payment that is found after the release takes the key back, whether made on a page or not, unless
            // another attempt has been sent since.
            ChargeState.Claimed => !isLast && !isOver,
            ChargeState.NotCharged or ChargeState.Refused => !isOver,
            _ => false,
        };
    }

    private static ChargeRecord? WaitingFor(ChargeRecord record, Payment payment, string? url, DateTimeOffset now)
    {
        if (
            record.State == ChargeState.Waiting
            && IsPaymentOf(record, payment)
            && string.Equals(record.ActionUrl, url, StringComparison.Ordinal)
        )
            return null;
        return Of(Next(record), payment) with
        {
            State = ChargeState.Waiting,
            ActionUrl = url,
            Refusal = null,
            SettledAt = null,
            NextCheckAt = now + Pauses[0],
        };
    }

    private static ChargeRecord Paid(ChargeRecord record, Payment payment, ChargeState state, DateTimeOffset now) =>
        Of(Next(record), payment) with
        {
            State = state,
            Charged = payment.Total,
            Refusal = null,
            ActionUrl = null,
            SettledAt = now,
            NextCheckAt = null,
        };

    // An open checkout page remains the way to pay, because a second page could take the money twice. Whether it closed
    // unpaid is known only after its payments have been searched for.
    private static ChargeRecord Failed(ChargeRecord record, Payment payment, DateTimeOffset now) =>
        record.CheckoutExpiresAt is not null
            ? Next(record) with
            {
                State = ChargeState.CheckoutOpen,
                DeclineCode = CodeOf(payment),
                ActionUrl = null,
                NextCheckAt = now + Pauses[0],
            }
            : Of(Next(record), payment) with
            {
                State = ChargeState.Declined,
                DeclineCode = CodeOf(payment),
                ActionUrl = null,
                SettledAt = now,
                NextCheckAt = null,
            };

    private static string? CodeOf(Payment payment) => payment.ErrorCode is { } code ? Redactor.CleanCode(code) : null;

    private static ChargeRecord Of(ChargeRecord record, Payment payment)
    {
        var subscriptions = payment.Subscriptions();
        return record with
        {
            PaymentId = payment.PaymentId,
            SubscriptionId = subscriptions.Count > 0 ? subscriptions[0] : record.SubscriptionId,
            SubscriptionIds = subscriptions.Count > 0 ? subscriptions : record.SubscriptionIds,
        };
    }

    // The response to a charge may contain a link that the payment itself does not contain.
    private static string? LinkOf(ChargeRecord record, Payment payment) =>
        payment.PaymentLink ?? (IsPaymentOf(record, payment) ? record.ActionUrl : null);

    private static bool IsSettledByPayment(ChargeRecord record) =>
        record.State is ChargeState.Succeeded or ChargeState.Refunded;

    private static bool HasFailed(ChargeAttempt attempt, Payment payment) =>
        string.Equals(attempt.PaymentId, payment.PaymentId, StringComparison.Ordinal)
        && attempt.Status is { } status
        && PaymentVerdicts.Of(new PaymentStatus(status), link: null) == PaymentVerdict.Declined;

    private static bool IsPaymentOf(ChargeRecord record, Payment payment) =>
        string.Equals(record.PaymentId, payment.PaymentId, StringComparison.Ordinal);

    private static ChargeRecord Next(ChargeRecord record) => record with { Version = record.Version + 1 };

    private static List<ChargeAttempt> Changed(
        ChargeRecord record,
        string attemptId,
        Func<ChargeAttempt, ChargeAttempt> change
    ) =>
        record
            .Attempts.Select(attempt =>
                string.Equals(attempt.Id, attemptId, StringComparison.Ordinal) ? change(attempt) : attempt
            )
            .ToList();
}
