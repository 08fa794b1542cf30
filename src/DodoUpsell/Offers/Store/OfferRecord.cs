namespace DodoUpsell;

/// <summary>Represents the stored record of one offer. Times are in UTC.</summary>
/// <remarks><see cref="Terms"/> and <see cref="Consent"/> may contain a billing address. Never log them.</remarks>
public sealed record OfferRecord
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the id of the offer, <c>ofr_…</c>. It is the charge key of accepting it.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the occasion that the offer fills, such as one purchase. Of several records with the same slot only the
    /// first is stored. Null if the offer no longer fills one.
    /// </summary>
    public string? Slot { get; init; }

    /// <summary>Gets the id of the subject, <see cref="OfferSubject.Id"/>.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the id of the customer who is charged.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>Gets the key of the experiment, or null if the rule has none.</summary>
    public string? ExperimentKey { get; init; }

    /// <summary>Gets the name of the variant, or null if the rule has no experiment.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the placement.</summary>
    public required string Placement { get; init; }

    /// <summary>Gets the id of the payment after which the offer was made, or null if there was none.</summary>
    public string? PurchaseId { get; init; }

    /// <summary>Gets the id of the offer that was declined before this one, or null if this is the first.</summary>
    public string? ParentId { get; init; }

    /// <summary>Gets the position in a chain of offers after a no, from 1.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Gets the state.</summary>
    public OfferState State { get; init; }

    /// <summary>
    /// Gets the version of the record. It increases by one with each change and is used for compare-and-set.
    /// </summary>
    public int Version { get; init; }

    /// <summary>Gets the time at which the offer was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Gets the time until which the offer can be accepted.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets the time of the last accept, or null if the offer was never accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Gets the time at which the offer reached its final state, or null if it is not final.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the amount that was disclosed, including tax.</summary>
    public required Money Shown { get; init; }

    /// <summary>Gets what is sold and disclosed, in the SDK's own format.</summary>
    public required string Terms { get; init; }

    /// <summary>Gets what was accepted by whom, in the SDK's own format, or null if the offer was never accepted.</summary>
    public string? Consent { get; init; }

    /// <summary>Gets the id of the payment, or null if there is none or it is not known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets the id of the subscription that was started or changed, or null if there is none.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets the amount charged, including tax, or null if the offer is not paid.</summary>
    public Money? Charged { get; init; }

    /// <summary>Gets the reason why an accepted offer failed, or null if it did not.</summary>
    public OfferFailure? Failure { get; init; }

    /// <summary>Returns the rule, the state and the version only.</summary>
    public override string ToString() => $"{nameof(OfferRecord)} ({RuleId}, {State}, version {Version})";
}

/// <summary>Specifies why an accepted offer failed.</summary>
public enum OfferFailure
{
    /// <summary>The payment was declined.</summary>
    Declined = 0,

    /// <summary>The charge or the plan change was refused.</summary>
    Refused = 1,

    /// <summary>The customer did not complete the payment on a page.</summary>
    NotCompleted = 2,

    /// <summary>The payment was refunded in full before it was seen.</summary>
    Refunded = 3,
}
