namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row of <c>dodo_offers</c>: one offer. Times are in UTC.</summary>
internal sealed class OfferRow : OwnedRow
{
    public required string Id { get; init; }

    /// <summary>
    /// Gets the id of the last write of the row. A write that is repeated because its result was lost recognises itself
    /// by it.
    /// </summary>
    public required Guid WriteId { get; init; }

    public string? Slot { get; init; }

    public required string SubjectId { get; init; }

    public required string CustomerId { get; init; }

    public required string RuleId { get; init; }

    public string? ExperimentKey { get; init; }

    public string? Variant { get; init; }

    public required string Placement { get; init; }

    public string? PurchaseId { get; init; }

    public string? ParentId { get; init; }

    public int Depth { get; init; }

    public OfferState State { get; init; }

    public int Version { get; init; }

    public DateTime MadeAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? AcceptedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public long ShownAmount { get; init; }

    public required string ShownCurrency { get; init; }

    public required string Terms { get; init; }

    public string? Consent { get; init; }

    public string? PaymentId { get; init; }

    public string? SubscriptionId { get; init; }

    public long? ChargedAmount { get; init; }

    public string? ChargedCurrency { get; init; }

    public OfferFailure? Failure { get; init; }
}
