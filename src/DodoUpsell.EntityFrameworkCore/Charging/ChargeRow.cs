namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>A row of <c>dodo_charges</c>: one charge key of one account. Times are in UTC.</summary>
internal sealed class ChargeRow
{
    public required string Account { get; init; }

    public required DodoEnvironment Environment { get; init; }

    public required string Key { get; init; }

    /// <summary>
    /// Gets the id of the last write of the row. A write that is repeated because its result was lost recognises itself
    /// by it.
    /// </summary>
    public required Guid WriteId { get; init; }

    public required string Fingerprint { get; init; }

    public required string Flow { get; init; }

    public required string CustomerId { get; init; }

    public ChargeState State { get; init; }

    public int Version { get; init; }

    public DateTime ClaimedAt { get; init; }

    public DateTime? SentAt { get; init; }

    public DateTime? SettledAt { get; init; }

    public DateTime? NextCheckAt { get; init; }

    public int Checks { get; init; }

    public string? PaymentId { get; init; }

    public string? SubscriptionId { get; init; }

    /// <summary>Gets the ids of all subscriptions of the payment, as JSON.</summary>
    public required string SubscriptionIds { get; init; }

    public long? ChargedAmount { get; init; }

    public string? ChargedCurrency { get; init; }

    public long? PriceShownAmount { get; init; }

    public string? PriceShownCurrency { get; init; }

    public string? DeclineCode { get; init; }

    public ChargeRefusalReason? RefusalReason { get; init; }

    public string? RefusalCode { get; init; }

    public string? RefusalExplanation { get; init; }

    public string? ActionUrl { get; init; }

    public string? CheckoutUrl { get; init; }

    public string? CheckoutSessionId { get; init; }

    public DateTime? CheckoutExpiresAt { get; init; }

    public CheckoutReason? CheckoutReason { get; init; }

    public string? Details { get; init; }

    /// <summary>
    /// Gets all attempts, the newest last, as JSON. A charge is one row, so a change of a charge is one statement.
    /// </summary>
    public required string Attempts { get; init; }

    /// <summary>Gets the id of the newest attempt, used to find the charge of a payment.</summary>
    public string? AttemptId { get; init; }
}
