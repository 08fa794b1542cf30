namespace DodoUpsell;

/// <summary>
/// Represents the ledger's record of one charge key: the claim, all attempts and the outcome. Times are in UTC.
/// </summary>
/// <remarks>It contains ids and amounts, but no personal data and no card data.</remarks>
public sealed record ChargeRecord
{
    /// <summary>Gets the environment (test or live). The same key identifies different charges in each.</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the charge key.</summary>
    public required ChargeKey Key { get; init; }

    /// <summary>
    /// Gets a hash of the customer, cart and price. The same key with another fingerprint is refused.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the name of the flow that claimed the key, such as <c>upsell</c>.</summary>
    public required string Flow { get; init; }

    /// <summary>Gets the id of the customer who is charged.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the state of the charge.</summary>
    public ChargeState State { get; init; }

    /// <summary>
    /// Gets the version of the record. It increases by one with each change and is used for compare-and-set.
    /// </summary>
    public int Version { get; init; }

    /// <summary>Gets all attempts, the newest last.</summary>
    public IReadOnlyList<ChargeAttempt> Attempts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the time at which the key was claimed.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Gets the time at which a charge was last sent, or null if none was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets the time at which the charge reached a final state, or null if it is not final.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Gets the time of the next check, or null if no further check is needed.</summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>Gets the number of checks since the key was claimed.</summary>
    public int Checks { get; init; }

    /// <summary>Gets the id of the payment that decides the outcome of the key, or null if it is not known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the id of the subscription that the payment belongs to, or null if there is none. If there are several,
    /// gets the first.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>
    /// Gets the ids of all subscriptions that the payment starts or charges; empty for one-time payments.
    /// </summary>
    public IReadOnlyList<string> SubscriptionIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the amount charged, including tax, or null if the charge is not paid.</summary>
    public Money? Charged { get; init; }

    /// <summary>Gets the price that the customer was shown, or null if the caller did not pass one.</summary>
    public Money? PriceShown { get; init; }

    /// <summary>Gets the API's error code for the last failed payment. Do not show it to customers.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>Gets the reason for the refusal, or null if the charge was not refused.</summary>
    public ChargeRefusal? Refusal { get; init; }

    /// <summary>
    /// Gets the URL where the customer continues a payment that waits for them, or null if there is none.
    /// </summary>
    public string? ActionUrl { get; init; }

    /// <summary>Gets the URL of the checkout page that was opened under this key, or null if there is none.</summary>
    public string? CheckoutUrl { get; init; }

    /// <summary>Gets the id of the checkout session, or null if there is none.</summary>
    public string? CheckoutSessionId { get; init; }

    /// <summary>Gets the time at which the checkout page closes, or null if there is none.</summary>
    public DateTimeOffset? CheckoutExpiresAt { get; init; }

    /// <summary>Gets the reason why the customer was sent to the checkout page, or null if there is none.</summary>
    public CheckoutReason? CheckoutReason { get; init; }

    /// <summary>Gets the data that the flow needs to determine the outcome, in the flow's own format.</summary>
    public string? Details { get; init; }

    /// <summary>Returns the state and the version only.</summary>
    public override string ToString() => $"{nameof(ChargeRecord)} ({State}, version {Version})";
}
