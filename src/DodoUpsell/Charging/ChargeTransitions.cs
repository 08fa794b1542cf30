namespace DodoUpsell.Charging;

/// <summary>The one place where a record changes: what follows from being sent, from a payment's state, and from finding none. Pure.</summary>
internal static class ChargeTransitions
{
    /// <summary>A claim whose holder vanished before it sent anything is stale after this long. The holder notices, and then sends nothing.</summary>
    public static readonly TimeSpan ClaimLives = TimeSpan.FromMinutes(5);

    /// <summary>A mark is good for this long: what has not been handed over to the client by then does not leave.</summary>
    public static readonly TimeSpan MarkLives = TimeSpan.FromMinutes(2);

    /// <summary>The API keeps a checkout page open for a day.</summary>
    public static readonly TimeSpan CheckoutLives = TimeSpan.FromHours(24);

    // A page may be paid in its last second, and clocks differ.
    private static readonly TimeSpan CheckoutMargin = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
    ];

    /// <summary>Written before the request leaves: from here on a charge may exist.</summary>
    public static ChargeRecord Sending(ChargeRecord record, string? paymentMethodId, DateTimeOffset now) => Next(record) with
    {
        State = ChargeState.Sending,
        SentAt = now,
        NextCheckAt = now + ClaimLives,
        Attempts = Changed(record, record.Attempts[^1].Id, attempt => attempt with { PaymentMethodId = paymentMethodId }),
    };

    /// <summary>Whether whoever wrote the mark has stood still since: the key may be given up before the charge arrives.</summary>
    public static bool IsMarkStale(ChargeRecord sending, DateTimeOffset now) => now - sending.SentAt > MarkLives;

    /// <summary>The answer named the payment; it is not known to be final.</summary>
    public static ChargeRecord Accepted(ChargeRecord record, string attemptId, string paymentId, DateTimeOffset now) => Next(record) with
    {
        State = ChargeState.Waiting,
        PaymentId = paymentId,
        NextCheckAt = now + Pauses[0],
        Attempts = Changed(record, attemptId, attempt => attempt with { PaymentId = paymentId }),
    };

    /// <summary>Nothing was charged and nothing can be any more: the key is free.</summary>
    public static ChargeRecord Released(ChargeRecord record, ChargeRefusal? refusal, DateTimeOffset now) => Next(record) with
    {
        State = refusal is null ? ChargeState.NotCharged : ChargeState.Refused,
        Refusal = refusal,
        SettledAt = now,
        NextCheckAt = null,
    };

    public static ChargeRecord CheckoutOpened(ChargeRecord record, ChargeAttempt attempt, CheckoutSession session, CheckoutReason why, DateTimeOffset now) => Next(record) with
    {
        State = ChargeState.CheckoutOpen,
        CheckoutUrl = session.CheckoutUrl,
        CheckoutSessionId = session.SessionId,
        CheckoutExpiresAt = now + CheckoutLives,
        CheckoutReason = why,
        SettledAt = null,
        ActionUrl = null,
        Checks = 0,
        NextCheckAt = now + Pauses[0],
        Attempts = [.. record.Attempts, attempt],
    };

    /// <summary>What a payment of the key means for its record; null when it changes nothing.</summary>
    public static ChargeRecord? Seen(ChargeRecord record, string attemptId, Payment payment, DateTimeOffset now)
    {
        if (record.Attempts.FirstOrDefault(known => string.Equals(known.Id, attemptId, StringComparison.Ordinal)) is not { } attempt) return null;

        // Renewals carry the metadata of the purchase that began the subscription; they are no part of it.
        if (record.State == ChargeState.Succeeded && attempt.PaymentId is { } own && !string.Equals(own, payment.PaymentId, StringComparison.Ordinal)) return null;
        var attempts = Changed(record, attemptId, known => known with { PaymentId = payment.PaymentId, Status = payment.Status?.Value, ErrorCode = payment.ErrorCode });
        var verdict = PaymentVerdicts.Of(payment.Status, LinkOf(record, payment));

        // An answer or a webhook that was overtaken: once failed, only success is news of a payment.
        if (HasFailed(attempt, payment) && verdict is not (PaymentVerdict.Succeeded or PaymentVerdict.Declined)) return null;
        if (Follows(record, attempt, payment, verdict, now) is { } next) return next with { Attempts = attempts };
        return attempts.SequenceEqual(record.Attempts) ? null : Next(record) with { Attempts = attempts };
    }

    /// <summary>Looked for and not found: look again later, or give up where nothing can turn up any more.</summary>
    public static ChargeRecord NotFound(ChargeRecord record, TimeSpan gracePeriod, DateTimeOffset now)
    {
        var isOver = record.State switch
        {
            ChargeState.Claimed => now >= record.ClaimedAt + ClaimLives,
            ChargeState.Sending => now >= record.SentAt + gracePeriod,
            ChargeState.CheckoutOpen => now >= record.CheckoutExpiresAt + CheckoutMargin,
            _ => false,
        };
        return isOver ? Released(record, refusal: null, now) with { Checks = record.Checks + 1 } : LookLater(record, now);
    }

    public static ChargeRecord LookLater(ChargeRecord record, DateTimeOffset now) => Next(record) with
    {
        Checks = record.Checks + 1,
        NextCheckAt = now + Pauses[Math.Min(record.Checks, Pauses.Length - 1)],
    };

    /// <summary>Whether a payment of the record's attempts is still under way, so that nothing may be given up.</summary>
    public static bool IsUnderWay(Payment payment) => PaymentVerdicts.Of(payment.Status, payment.PaymentLink) is not (PaymentVerdict.Succeeded or PaymentVerdict.Declined);

    private static ChargeRecord? Follows(ChargeRecord record, ChargeAttempt attempt, Payment payment, PaymentVerdict verdict, DateTimeOffset now)
    {
        // A payment that succeeded is found and recorded whatever was thought before. Nothing changes a success.
        if (record.State == ChargeState.Succeeded) return null;
        if (verdict == PaymentVerdict.Succeeded) return Paid(record, payment, now);
        return attempt.IsCheckout ? SeenOnPage(record, payment, verdict, now) : SeenDirect(record, attempt, payment, verdict, now);
    }

    private static ChargeRecord? SeenDirect(ChargeRecord record, ChargeAttempt attempt, Payment payment, PaymentVerdict verdict, DateTimeOffset now)
    {
        if (!Concerns(record, attempt, payment, verdict)) return null;
        if (verdict == PaymentVerdict.Declined) return Failed(record, payment, now);

        var url = verdict == PaymentVerdict.ActionRequired ? LinkOf(record, payment) : null;
        if (record.State == ChargeState.Waiting && IsPaymentOf(record, payment) && string.Equals(record.ActionUrl, url, StringComparison.Ordinal)) return null;
        return WaitingFor(record, payment, now) with { ActionUrl = url, Refusal = null, SettledAt = null };
    }

    /// <summary>Whether a payment of a direct attempt decides how the record goes on.</summary>
    private static bool Concerns(ChargeRecord record, ChargeAttempt attempt, Payment payment, PaymentVerdict verdict)
    {
        var isLast = string.Equals(record.Attempts[^1].Id, attempt.Id, StringComparison.Ordinal);
        var failed = verdict == PaymentVerdict.Declined;
        return record.State switch
        {
            ChargeState.Sending => isLast,

            // One that failed says nothing about the one that is waited for.
            ChargeState.Waiting => IsPaymentOf(record, payment) || (isLast && !failed),

            // A payment that turns up after it was given up takes the key back, unless another attempt has been sent by now.
            ChargeState.Claimed => !isLast && !failed,
            ChargeState.NotCharged or ChargeState.Refused or ChargeState.CheckoutOpen => !failed,
            _ => false,
        };
    }

    // On a page the customer may try again until it closes, so that only success ends it; a payment under way holds it.
    private static ChargeRecord? SeenOnPage(ChargeRecord record, Payment payment, PaymentVerdict verdict, DateTimeOffset now)
    {
        if (record.State == ChargeState.CheckoutOpen && payment.Status == PaymentStatus.Processing) return WaitingFor(record, payment, now);
        return record.State == ChargeState.Waiting && verdict == PaymentVerdict.Declined && IsPaymentOf(record, payment) ? Failed(record, payment, now) : null;
    }

    private static ChargeRecord WaitingFor(ChargeRecord record, Payment payment, DateTimeOffset now) => Next(record) with
    {
        State = ChargeState.Waiting,
        PaymentId = payment.PaymentId,
        SubscriptionId = payment.SubscriptionId ?? record.SubscriptionId,
        NextCheckAt = now + Pauses[0],
    };

    private static ChargeRecord Paid(ChargeRecord record, Payment payment, DateTimeOffset now) => Next(record) with
    {
        State = ChargeState.Succeeded,
        PaymentId = payment.PaymentId,
        SubscriptionId = payment.SubscriptionId ?? record.SubscriptionId,
        Charged = payment.Total,
        ActionUrl = null,
        SettledAt = now,
        NextCheckAt = null,
    };

    // A page that was opened stays the way to pay: another one beside it could take the money twice. That it is over, and was not paid,
    // is only known when its payments have been looked for.
    private static ChargeRecord Failed(ChargeRecord record, Payment payment, DateTimeOffset now) => record.CheckoutExpiresAt is not null
        ? Next(record) with { State = ChargeState.CheckoutOpen, DeclineCode = payment.ErrorCode, ActionUrl = null, NextCheckAt = now + Pauses[0] }
        : Next(record) with
        {
            State = ChargeState.Declined,
            PaymentId = payment.PaymentId,
            SubscriptionId = payment.SubscriptionId ?? record.SubscriptionId,
            DeclineCode = payment.ErrorCode,
            ActionUrl = null,
            SettledAt = now,
            NextCheckAt = null,
        };

    // The answer to a charge may have named a page that the payment itself does not name.
    private static string? LinkOf(ChargeRecord record, Payment payment) => payment.PaymentLink ?? (IsPaymentOf(record, payment) ? record.ActionUrl : null);

    private static bool HasFailed(ChargeAttempt attempt, Payment payment) =>
        string.Equals(attempt.PaymentId, payment.PaymentId, StringComparison.Ordinal) && attempt.Status is { } status && PaymentVerdicts.Of(new PaymentStatus(status), link: null) == PaymentVerdict.Declined;

    private static bool IsPaymentOf(ChargeRecord record, Payment payment) => string.Equals(record.PaymentId, payment.PaymentId, StringComparison.Ordinal);

    private static ChargeRecord Next(ChargeRecord record) => record with { Version = record.Version + 1 };

    private static List<ChargeAttempt> Changed(ChargeRecord record, string attemptId, Func<ChargeAttempt, ChargeAttempt> change) =>
        record.Attempts.Select(attempt => string.Equals(attempt.Id, attemptId, StringComparison.Ordinal) ? change(attempt) : attempt).ToList();
}
