namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>One charge key of one account, as a row of <c>dodo_charges</c>. Times are UTC.</summary>
internal sealed class ChargeRow
{
    public required string Account { get; init; }

    public required string Key { get; init; }

    /// <summary>Names the write that left the row as it is, so that a write whose answer was lost recognises itself.</summary>
    public required Guid WriteId { get; init; }

    public required string Fingerprint { get; init; }

    public required string Flow { get; init; }

    public required string CustomerId { get; init; }

    public ChargeState State { get; init; }

    public int Version { get; init; }

    /// <summary>How many attempts there are; changes only with the version.</summary>
    public int AttemptCount { get; init; }

    public DateTime ClaimedAt { get; init; }

    public DateTime? SentAt { get; init; }

    public DateTime? SettledAt { get; init; }

    public DateTime? NextCheckAt { get; init; }

    public int Checks { get; init; }

    public string? PaymentId { get; init; }

    public string? SubscriptionId { get; init; }

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

    public List<ChargeAttemptRow> Attempts { get; init; } = [];
}
