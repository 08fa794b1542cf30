namespace DodoUpsell;

/// <summary>Represents one rule that is presented to one subject, with its price and its expiry.</summary>
public sealed record Offer
{
    /// <summary>Gets the id of the offer, <c>ofr_…</c>. It is the charge key of accepting it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>Gets the name of the experiment's variant, or null if the rule has no experiment.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the name under which your app finds the texts and pictures of the offer.</summary>
    public required string TextKey { get; init; }

    /// <summary>Gets the placement.</summary>
    public required string Placement { get; init; }

    /// <summary>Gets the state.</summary>
    public required OfferState State { get; init; }

    /// <summary>Gets the id of the customer who is charged.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets what is sold. A subscription that replaces another one is a plan change.</summary>
    public required OfferedSale Sale { get; init; }

    /// <summary>Gets what the customer must be shown before accepting.</summary>
    public required OfferDisclosure Disclosure { get; init; }

    /// <summary>Gets the id of the payment after which the offer was made, or null if there was none.</summary>
    public string? PurchaseId { get; init; }

    /// <summary>Gets the id of the offer that was declined before this one, or null if this is the first.</summary>
    public string? ParentId { get; init; }

    /// <summary>Gets the time at which the offer was made, in UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Gets the time until which the offer can be accepted, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Returns the id and the state only.</summary>
    public override string ToString() => $"{nameof(Offer)} ({Id}, {State})";
}

/// <summary>Specifies the state of an offer.</summary>
public enum OfferState
{
    /// <summary>The offer can be accepted or declined.</summary>
    Open = 0,

    /// <summary>The offer was accepted, and its charge is under way or waits for the customer.</summary>
    Accepting = 1,

    /// <summary>The offer was accepted and paid, or its plan change was made or scheduled.</summary>
    Accepted = 2,

    /// <summary>The subject said no.</summary>
    Declined = 3,

    /// <summary>The offer was not answered in time.</summary>
    Expired = 4,

    /// <summary>
    /// The offer was accepted but not paid, or refunded at once. It becomes <see cref="Accepted"/> if its payment is
    /// found later.
    /// </summary>
    Failed = 5,

    /// <summary>The subject belongs to a holdout: the offer was decided but not shown.</summary>
    Withheld = 6,
}
