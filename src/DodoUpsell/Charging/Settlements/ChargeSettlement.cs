namespace DodoUpsell;

/// <summary>
/// One fact about a settled charge: its final outcome, a refund, or a lost dispute. It holds ids and amounts, no
/// personal data.
/// </summary>
/// <remarks>A key can have several: a decline, then a payment on the page that followed it, then a refund.</remarks>
public sealed record ChargeSettlement
{
    /// <summary>The longest id: 256 characters.</summary>
    public const int MaxIdLength = 256;

    /// <summary>
    /// Gets the fact's own id, up to <see cref="MaxIdLength"/> characters. A repeat carries the same one, so use it to
    /// recognise repeats.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Gets what happened.</summary>
    public required ChargeSettlementKind Kind { get; init; }

    /// <summary>
    /// Gets the charge as it was then. For an outcome, <see cref="ChargeRecord.State"/> says which; grant access on
    /// <see cref="ChargeState.Succeeded"/> only.
    /// </summary>
    public required ChargeRecord Charge { get; init; }

    /// <summary>
    /// Gets the amount of a refund; null for an outcome, whose amount is <see cref="ChargeRecord.Charged"/>, and for a
    /// dispute.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the id of the refund or the dispute; null for an outcome.</summary>
    public string? SourceId { get; init; }

    /// <summary>Gets when it was noticed, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>
    /// Gets the trace in which it was noticed, as a W3C <c>traceparent</c>, or null if there was none.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>The id and the kind only.</summary>
    public override string ToString() => $"{nameof(ChargeSettlement)} ({Kind}, {Id})";

    /// <summary>Throws if the settlement is about another charge than the record that is changed with it.</summary>
    internal void RequireChargeOf(ChargeRecord changed)
    {
        if (Charge.Environment == changed.Environment && Charge.Key == changed.Key)
            return;
        throw new ArgumentException(
            "The settlement is about another charge than the record that is changed with it.",
            nameof(changed)
        );
    }
}

/// <summary>What a settlement tells.</summary>
public enum ChargeSettlementKind
{
    /// <summary>
    /// The charge reached a final state: paid, declined, refused, refunded before it was seen, or not charged.
    /// </summary>
    Outcome = 0,

    /// <summary>A refund of the charge succeeded. It may be one of several.</summary>
    Refund = 1,

    /// <summary>A dispute about the charge was lost.</summary>
    DisputeLost = 2,
}
