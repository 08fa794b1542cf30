namespace DodoUpsell.Charging;

/// <summary>How one flow finds out what became of its charges. It is chosen by the record's flow.</summary>
internal abstract class ChargeReader
{
    /// <summary>
    /// Reads what the API has of the record's attempts. A list that cannot be read throws: it says nothing.
    /// </summary>
    public abstract Task<ChargeEvidence> ReadAsync(
        ChargeRecord record,
        ChargeTimes times,
        CancellationToken cancellationToken
    );

    /// <summary>What a payment is worth that somebody else has seen, such as a webhook.</summary>
    public virtual Task<ChargeEvidence> SeeAsync(
        ChargeRecord record,
        SeenPayment seen,
        CancellationToken cancellationToken
    ) => Task.FromResult(new ChargeEvidence([seen]));

    /// <summary>The record as it follows from what was read; null when nothing changes.</summary>
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

/// <summary>A payment of an attempt.</summary>
internal readonly record struct SeenPayment(string AttemptId, Payment Payment);

/// <summary>What reading found of a charge.</summary>
internal record ChargeEvidence(IReadOnlyList<SeenPayment> Payments)
{
    public static ChargeEvidence None { get; } = new([]);

    /// <summary>Whether a payment of it is under way, so that nothing may be given up.</summary>
    public bool IsUnderWay(ChargeRecord record, ChargeTimes times, DateTimeOffset now) =>
        Payments.Any(seen => ChargeTransitions.IsUnderWay(record, seen.AttemptId, seen.Payment, times, now));
}
