namespace DodoUpsell.Charging;

/// <summary>Determines the state of a flow's charges from the API. The reader is chosen by the record's flow.</summary>
internal abstract class ChargeReader
{
    /// <summary>
    /// Reads the payments of the record's attempts from the API. Throws if a list cannot be read, because an unreadable
    /// list proves nothing.
    /// </summary>
    public abstract Task<ChargeEvidence> ReadAsync(
        ChargeRecord record,
        ChargeTimes times,
        CancellationToken cancellationToken
    );

    /// <summary>Returns the evidence for a payment that was received from elsewhere, such as a webhook.</summary>
    public virtual Task<ChargeEvidence> SeeAsync(
        ChargeRecord record,
        SeenPayment seen,
        CancellationToken cancellationToken
    ) => Task.FromResult(new ChargeEvidence([seen]));

    /// <summary>Returns the record updated with the evidence, or null if nothing changes.</summary>
    public virtual ChargeRecord? Follow(
        ChargeRecord record,
        ChargeEvidence evidence,
        ChargeTimes times,
        DateTimeOffset now
    )
    {
        ChargeRecord? changed = null;
        foreach (var (attemptId, payment) in evidence.Payments)
        {
            if (ChargeTransitions.Seen(changed ?? record, attemptId, payment, times, now) is { } next)
                changed = next with { Version = record.Version + 1 };
        }

        return changed;
    }
}

/// <summary>A payment and the attempt it belongs to.</summary>
internal readonly record struct SeenPayment(string AttemptId, Payment Payment);

/// <summary>The payments that were found for a charge.</summary>
internal record ChargeEvidence(IReadOnlyList<SeenPayment> Payments)
{
    public static ChargeEvidence None { get; } = new([]);

    /// <summary>
    /// Returns whether a payment of the charge is under way, so that the charge must not be released.
    /// </summary>
    public bool IsUnderWay(ChargeRecord record, ChargeTimes times, DateTimeOffset now) =>
        Payments.Any(seen => ChargeTransitions.IsUnderWay(record, seen.AttemptId, seen.Payment, times, now));
}
