namespace DodoUpsell.Charging;

/// <summary>What a flow wants charged: the protocol asks it to prepare, to send once, and to open a checkout page instead.</summary>
internal abstract class ChargeIntent
{
    public required ChargeKey Key { get; init; }

    public required string CustomerId { get; init; }

    public required string Flow { get; init; }

    public required string Fingerprint { get; init; }

    public Money? PriceShown { get; init; }

    /// <summary>The subscription that is charged, where it is known before.</summary>
    public virtual string? SubscriptionId => null;

    /// <summary>What the flow needs to find its payment again, once prepared.</summary>
    public virtual string? Details => null;

    /// <summary>Whether a checkout page is opened when one click is not possible.</summary>
    public bool FallsBack { get; init; } = true;

    /// <summary>Reads what is needed; charges nothing.</summary>
    public abstract Task<Preparation> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Sends the one request that charges, and returns the payment's id as far as the answer names it.</summary>
    public abstract Task<string?> SendAsync(string paymentMethodId, Metadata tagged);

    /// <summary>Opens a page where the customer pays the same themselves.</summary>
    public abstract Task<CheckoutSession> OpenCheckoutAsync(Metadata tagged, CancellationToken cancellationToken);

    /// <summary>The caller's metadata, with what ties a payment to this key and attempt.</summary>
    public Metadata Tagged(string attemptId) => ChargeTags.On(CallerMetadata, Key, attemptId);

    public Metadata? CallerMetadata { get; init; }
}

/// <summary>What preparing a charge came to: one of three.</summary>
internal abstract record Preparation
{
    private Preparation() { }

    public sealed record Ready(string PaymentMethodId) : Preparation;

    public sealed record CheckoutInstead(CheckoutReason Why) : Preparation;

    public sealed record Refuse(ChargeRefusal Refusal) : Preparation;
}
