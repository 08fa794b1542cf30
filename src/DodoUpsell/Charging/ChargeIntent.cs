namespace DodoUpsell.Charging;

/// <summary>
/// Describes what a flow charges. The protocol calls it to prepare, to send the charge once, and to open a checkout
/// page as a fallback.
/// </summary>
internal abstract class ChargeIntent
{
    public required ChargeKey Key { get; init; }

    public required string CustomerId { get; init; }

    public required string Flow { get; init; }

    public required string Fingerprint { get; init; }

    public Money? PriceShown { get; init; }

    public Metadata? CallerMetadata { get; init; }

    /// <summary>Gets whether a checkout page is opened when one-click charging is not possible.</summary>
    public virtual bool FallsBack { get; init; }

    /// <summary>Gets the subscription to charge, or null if it is not known in advance.</summary>
    public virtual string? SubscriptionId => null;

    /// <summary>Gets the flow's own data to store in the record, in the flow's own format.</summary>
    public virtual string? Details => null;

    /// <summary>Gets whether a repeated call waits for the caller that is currently charging the key.</summary>
    public virtual bool WaitsForClaimant => false;

    /// <summary>Returns whether it is too late to start, so that the key is not claimed.</summary>
    public virtual bool HasExpired(DateTimeOffset now) => false;

    /// <summary>Returns whether a released key may be claimed again.</summary>
    public virtual bool MayClaimAgain(ChargeRecord released) => true;

    /// <summary>Reads the required data with exactly the inputs that are sent. Charges nothing.</summary>
    public abstract Task<Preparation> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Sends the one request that charges.</summary>
    public abstract Task<ChargeAnswer> SendAsync(string? paymentMethodId, Metadata tagged);

    /// <summary>Returns the record after the API has accepted the request.</summary>
    public virtual ChargeRecord Accepted(ChargeRecord record, ChargeAnswer answer) => record;

    /// <summary>Opens a hosted checkout page where the customer can make the same payment.</summary>
    public virtual Task<CheckoutSession> OpenCheckoutAsync(Metadata tagged, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"A charge of {Flow} has no checkout page.");

    /// <summary>Returns the caller's metadata with the entries that link a payment to this key and attempt.</summary>
    public Metadata Tagged(string attemptId) => ChargeReference.AddTo(CallerMetadata, Key, attemptId);
}

/// <summary>The payment id and payment link in the response to a charge.</summary>
internal readonly record struct ChargeAnswer(string? PaymentId, string? PaymentLink = null);

/// <summary>The result of preparing a charge; one of four cases.</summary>
internal abstract record Preparation
{
    private Preparation() { }

    public sealed record Ready(string? PaymentMethodId, string? Details = null) : Preparation;

    public sealed record CheckoutInstead(CheckoutReason Why) : Preparation;

    public sealed record Refuse(ChargeRefusal Refusal) : Preparation;

    /// <summary>Nothing is sent, for a reason that the flow reports to its caller itself.</summary>
    public sealed record Stop : Preparation;
}
