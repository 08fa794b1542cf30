namespace DodoUpsell.Charging;

/// <summary>
/// What a flow wants charged. The protocol asks it to prepare, to send once, and to open a checkout page instead.
/// </summary>
internal abstract class ChargeIntent
{
    public required ChargeKey Key { get; init; }

    public required string CustomerId { get; init; }

    public required string Flow { get; init; }

    public required string Fingerprint { get; init; }

    public Money? PriceShown { get; init; }

    public Metadata? CallerMetadata { get; init; }

    /// <summary>Whether a checkout page is opened when one click is not possible.</summary>
    public bool FallsBack { get; init; }

    /// <summary>The subscription that is charged, where it is known before.</summary>
    public virtual string? SubscriptionId => null;

    /// <summary>What the flow wants to find in the record, in its own format.</summary>
    public virtual string? Details => null;

    /// <summary>Whether a repeat waits for the caller that is charging the key just now.</summary>
    public virtual bool WaitsForClaimant => false;

    /// <summary>Whether it is too late to begin, so that a key is not claimed.</summary>
    public virtual bool HasExpired(DateTimeOffset now) => false;

    /// <summary>Whether a key whose charge came to nothing may be charged again.</summary>
    public virtual bool MayClaimAgain(ChargeRecord released) => true;

    /// <summary>Reads what is needed with the very inputs that are sent; charges nothing.</summary>
    public abstract Task<Preparation> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Sends the one request that charges.</summary>
    public abstract Task<ChargeAnswer> SendAsync(string? paymentMethodId, Metadata tagged);

    /// <summary>The record once the API has accepted the request.</summary>
    public virtual ChargeRecord Accepted(ChargeRecord record, ChargeAnswer answer) => record;

    /// <summary>Opens a page where the customer pays the same themselves.</summary>
    public virtual Task<CheckoutSession> OpenCheckoutAsync(Metadata tagged, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"A charge of {Flow} has no checkout page.");

    /// <summary>The caller's metadata, with what ties a payment to this key and attempt.</summary>
    public Metadata Tagged(string attemptId) => ChargeReference.AddTo(CallerMetadata, Key, attemptId);
}

/// <summary>What the answer to a charge says of its payment.</summary>
internal readonly record struct ChargeAnswer(string? PaymentId, string? PaymentLink = null);

/// <summary>What preparing a charge came to: one of four.</summary>
internal abstract record Preparation
{
    private Preparation() { }

    public sealed record Ready(string? PaymentMethodId, string? Details = null) : Preparation;

    public sealed record CheckoutInstead(CheckoutReason Why) : Preparation;

    public sealed record Refuse(ChargeRefusal Refusal) : Preparation;

    /// <summary>Nothing is sent, for a reason that the flow tells its caller itself.</summary>
    public sealed record Stop : Preparation;
}
