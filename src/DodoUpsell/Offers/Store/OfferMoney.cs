namespace DodoUpsell;

/// <summary>
/// Represents one movement of money of a subject: a payment, a refund or a lost dispute. Offer reports sum them up.
/// </summary>
public sealed record OfferMoney
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the id of the payment, refund or dispute. Each is stored once.</summary>
    public required string SourceId { get; init; }

    /// <summary>Gets the kind of the movement.</summary>
    public required OfferMoneyKind Kind { get; init; }

    /// <summary>Gets the id of the payment that was made, refunded or disputed.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Gets the id of the subject, <see cref="OfferSubject.Id"/>.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the amount, including tax. It is never negative.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets the time of the movement, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Gets the id of the offer that the payment belongs to, or null if it belongs to none.</summary>
    public string? OfferId { get; init; }

    /// <summary>Gets whether the payment is a renewal of a subscription that an offer started or changed.</summary>
    public bool IsRenewal { get; init; }

    /// <summary>Gets the ids of the products that were paid for; empty for refunds, disputes and renewals.</summary>
    public IReadOnlyList<string> ProductIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Returns the kind only.</summary>
    public override string ToString() => $"{nameof(OfferMoney)} ({Kind})";
}

/// <summary>Specifies the kind of a movement of money.</summary>
public enum OfferMoneyKind
{
    /// <summary>A payment.</summary>
    Payment = 0,

    /// <summary>A refund of a payment.</summary>
    Refund = 1,

    /// <summary>A dispute that was lost. It takes back what was not refunded before.</summary>
    DisputeLost = 2,

    /// <summary>A dispute that was opened. It takes back nothing.</summary>
    DisputeOpened = 3,
}
