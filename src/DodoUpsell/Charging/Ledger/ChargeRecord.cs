namespace DodoUpsell;

/// <summary>
/// What the ledger keeps of one charge key: who claimed it, every attempt, and how it ended. Times are UTC.
/// </summary>
/// <remarks>It holds ids and amounts, no personal data and no card data.</remarks>
public sealed record ChargeRecord
{
    /// <summary>Test or live. The same key stands for different charges in each.</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the charge's name.</summary>
    public required ChargeKey Key { get; init; }

    /// <summary>Gets a hash of customer, cart and price: the same key with another one is refused.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the flow that claimed it, such as <c>upsell</c>.</summary>
    public required string Flow { get; init; }

    /// <summary>Gets who is charged.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public ChargeState State { get; init; }

    /// <summary>Counts the changes; a change is made only to the version it was based on.</summary>
    public int Version { get; init; }

    /// <summary>Gets every try, the newest last.</summary>
    public IReadOnlyList<ChargeAttempt> Attempts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets when it was claimed.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Gets when a charge was last sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets when it came to its end.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Gets when to look at it again; null when there is nothing more to find out.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>Gets how often it has been looked at since it was claimed.</summary>
    public int Checks { get; init; }

    /// <summary>Gets the payment that counts for the key, once one is known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the subscription that the payment belongs to, if any; the first of them if there are several.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets every subscription that the payment starts or charges; empty for one-time payments.</summary>
    public IReadOnlyList<string> SubscriptionIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets what was charged, tax included; null until it is paid.</summary>
    public Money? Charged { get; init; }

    /// <summary>Gets the price that the customer was shown, if the caller said so.</summary>
    public Money? PriceShown { get; init; }

    /// <summary>Gets why the last payment failed, in the API's words. Not for customers.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>Gets why the charge was refused, if it was.</summary>
    public ChargeRefusal? Refusal { get; init; }

    /// <summary>Gets where the customer goes on with a payment that waits for them.</summary>
    public string? ActionUrl { get; init; }

    /// <summary>Gets the checkout page under this key.</summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>Gets the session of that page.</summary>
    public string? CheckoutSessionId { get; init; }

    /// <summary>Gets when that page stops working.</summary>
    public DateTimeOffset? CheckoutExpiresAt { get; init; }

    /// <summary>Gets why the customer was sent there.</summary>
    public CheckoutReason? CheckoutReason { get; init; }

    /// <summary>Gets what the flow needs to find out how it ended, in its own format.</summary>
    public string? Details { get; init; }

    /// <summary>The state and the version only.</summary>
    public override string ToString() => $"{nameof(ChargeRecord)} ({State}, version {Version})";
}
