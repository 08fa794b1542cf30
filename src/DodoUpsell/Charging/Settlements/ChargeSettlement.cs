namespace DodoUpsell;

/// <summary>
/// Represents one event of a settled charge: its final outcome, a refund or a lost dispute. It contains ids and
/// amounts, but no personal data.
/// </summary>
/// <remarks>
/// A key can have several settlements: a decline, then a payment on the checkout page that followed, then a refund.
/// </remarks>
public sealed record ChargeSettlement
{
    /// <summary>The maximum length of an id: 256 characters.</summary>
    public const int MaxIdLength = 256;

    /// <summary>
    /// Gets the id of the settlement, at most <see cref="MaxIdLength"/> characters. Repeated deliveries have the same
    /// id, so use it to detect them.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Gets the kind of the settlement.</summary>
    public required ChargeSettlementKind Kind { get; init; }

    /// <summary>
    /// Gets the charge as it was at that time. For an outcome, <see cref="ChargeRecord.State"/> contains the result;
    /// grant access only on <see cref="ChargeState.Succeeded"/>.
    /// </summary>
    public required ChargeRecord Charge { get; init; }

    /// <summary>
    /// Gets the amount of a refund, or null for a dispute or an outcome. The amount of an outcome is
    /// <see cref="ChargeRecord.Charged"/>.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the id of the refund or dispute, or null for an outcome.</summary>
    public string? SourceId { get; init; }

    /// <summary>Gets the time at which the event was noticed, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>
    /// Gets the trace in which it was noticed, as a W3C <c>traceparent</c>, or null if there was none.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>Returns the id and the kind only.</summary>
    public override string ToString() => $"{nameof(ChargeSettlement)} ({Kind}, {Id})";

    /// <summary>Throws if the settlement belongs to another charge than the record that is changed with it.</summary>
    internal void RequireChargeOf(ChargeRecord changed)
    {
        if (Charge.Environment == changed.Environment && Charge.Key == changed.Key)
            return;
        throw new ArgumentException(
            "The settlement belongs to another charge than the record that is changed with it.",
            nameof(changed)
        );
    }
}

/// <summary>Specifies the kind of a settlement.</summary>
public enum ChargeSettlementKind
{
    /// <summary>
    /// The charge reached a final state: paid, declined, refused, refunded before the payment was seen, or not charged.
    /// </summary>
    Outcome = 0,

    /// <summary>A refund of the charge succeeded. A charge can have several refunds.</summary>
    Refund = 1,

    /// <summary>A dispute about the charge was lost.</summary>
    DisputeLost = 2,
}
