namespace DodoUpsell;

/// <summary>
/// What the ledger keeps of one charge key: who claimed it, every attempt, and how it ended. Times are UTC.
/// </summary>
/// <remarks>It holds ids and amounts, no personal data and no card data.</remarks>
public sealed record ChargeRecord
{
    /// <summary>Test or live. The same key stands for different charges in each.</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>The charge's name.</summary>
    public required ChargeKey Key { get; init; }

    /// <summary>A hash of customer, cart and price: the same key with another one is refused.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The flow that claimed it, such as <c>upsell</c>.</summary>
    public required string Flow { get; init; }

    /// <summary>Who is charged.</summary>
    public required string CustomerId { get; init; }

    /// <summary>How far it has come.</summary>
    public ChargeState State { get; init; }

    /// <summary>Counts the changes; a change is made only to the version it was based on.</summary>
    public int Version { get; init; }

    /// <summary>Every try, the newest last.</summary>
    public IReadOnlyList<ChargeAttempt> Attempts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it was claimed.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>When a charge was last sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it came to its end.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When to look at it again; null when there is nothing more to find out.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>How often it has been looked at since it was claimed.</summary>
    public int Checks { get; init; }

    /// <summary>The payment that counts for the key, once one is known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The subscription that the payment belongs to, if any; the first of them if there are several.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Every subscription that the payment starts or charges; empty for one-time payments.</summary>
    public IReadOnlyList<string> SubscriptionIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What was charged, tax included; null until it is paid.</summary>
    public Money? Charged { get; init; }

    /// <summary>The price that the customer was shown, if the caller said so.</summary>
    public Money? PriceShown { get; init; }

    /// <summary>Why the last payment failed, in the API's words. Not for customers.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>Why the charge was refused, if it was.</summary>
    public ChargeRefusal? Refusal { get; init; }

    /// <summary>Where the customer goes on with a payment that waits for them.</summary>
    public string? ActionUrl { get; init; }

    /// <summary>The checkout page under this key.</summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>The session of that page.</summary>
    public string? CheckoutSessionId { get; init; }

    /// <summary>When that page stops working.</summary>
    public DateTimeOffset? CheckoutExpiresAt { get; init; }

    /// <summary>Why the customer was sent there.</summary>
    public CheckoutReason? CheckoutReason { get; init; }

    /// <summary>What the flow needs to find out how it ended, in its own format.</summary>
    public string? Details { get; init; }

    /// <summary>The state and the version only.</summary>
    public override string ToString() => $"{nameof(ChargeRecord)} ({State}, version {Version})";
}
