using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>How to reach Dodo Payments.</summary>
/// <remarks>
/// With dependency injection everything but <see cref="RateLimit"/> is read for each call, so a key can be changed
/// while the app runs; a client made with <c>new</c> keeps what it was given. What is not set here is taken from the
/// environment variables that the official SDKs use: <c>DODO_PAYMENTS_API_KEY</c>, <c>DODO_PAYMENTS_WEBHOOK_KEY</c> and
/// <c>DODO_PAYMENTS_BASE_URL</c>.
/// </remarks>
public sealed class DodoUpsellOptions
{
    /// <summary>Gets or sets the API key. Required.</summary>
    public Secret ApiKey { get; set; }

    /// <summary>Test or live. Required: nothing is assumed about money.</summary>
    public DodoEnvironment? Environment { get; set; }

    /// <summary>
    /// Another address than the environment's own, such as an emulator's. Plain http is accepted for this machine only.
    /// </summary>
    /// <value>Default: null, the environment's address.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets the secrets that webhooks may be signed with; several while one is being replaced.</summary>
    public IList<Secret> WebhookSecrets { get; private set; } = [];

    /// <summary>Gets how webhook deliveries are received and handled.</summary>
    public WebhookInboxOptions Webhooks { get; private set; } = new();

    /// <summary>
    /// Gets or sets the limit for a call with all its retries and waits, until the last byte of the answer.
    /// </summary>
    /// <value>Default: 60 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets the limit for one attempt, until the last byte of the answer.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how often a call is sent again at most. A charge is sent again only when it provably was not
    /// executed.
    /// </summary>
    /// <value>Default: 3; 0 to 10.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets the account's rate limit, kept by letting bursts wait on this side. Read once, when the client is
    /// made.
    /// </summary>
    /// <value>Default: <see cref="RateLimitTier.Tier0"/>.</value>
    public RateLimitTier RateLimit { get; set; } = RateLimitTier.Tier0;

    /// <summary>Gets or sets the longest answer that is read, in bytes; a longer one is an error.</summary>
    /// <value>Default: 4 MiB.</value>
    public int MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Gets how far the clocks of this node and of the API may differ. A node that differs more claims no charges.
    /// </summary>
    /// <remarks>
    /// Limits that several nodes compare, such as leases and grace periods, are longer by twice this time.
    /// </remarks>
    /// <value>Default: 5 minutes; 10 seconds to 15 minutes.</value>
    public TimeSpan MaxClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Timeouts and intervals for waiting on, reconciling and pruning charges.</summary>
    public ChargingOptions Charging { get; private set; } = new();

    /// <summary>The environment only; never a key or a secret.</summary>
    public override string ToString() => $"{nameof(DodoUpsellOptions)} ({Environment?.ToString() ?? "no environment"})";

    /// <summary>The configuration section these options were read from, for messages.</summary>
    internal string? Section { get; set; }

    /// <summary>A setting's name in messages: with its section, or as a property.</summary>
    internal string KeyOf(string name) =>
        Section is { } section ? $"{section}:{name}" : $"{nameof(DodoUpsellOptions)}.{name}";

    internal Uri Address => BaseAddress ?? (Environment == DodoEnvironment.Live ? LiveAddress : TestAddress);

    /// <summary>
    /// What a client made without dependency injection keeps, whatever becomes of the caller's object.
    /// </summary>
    internal DodoUpsellOptions Copy()
    {
        var copy = (DodoUpsellOptions)MemberwiseClone();
        copy.WebhookSecrets = [.. WebhookSecrets];
        copy.Charging = Charging.Copy();
        copy.Webhooks = Webhooks.Copy();
        return copy;
    }

    private static readonly Uri TestAddress = new("https://test.dodopayments.com");
    private static readonly Uri LiveAddress = new("https://live.dodopayments.com");
}
