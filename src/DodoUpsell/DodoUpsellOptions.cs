using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>Provides the settings of DodoUpsell.</summary>
/// <remarks>
/// With dependency injection all settings except <see cref="RateLimit"/> are read for each call, so that a key can be
/// changed while the app runs. A client that is created with <c>new</c> keeps its initial settings. Settings that are
/// not set here are read from the environment variables of the official SDKs: <c>DODO_PAYMENTS_API_KEY</c>,
/// <c>DODO_PAYMENTS_WEBHOOK_KEY</c> and <c>DODO_PAYMENTS_BASE_URL</c>.
/// </remarks>
public sealed class DodoUpsellOptions
{
    // Created when they are first used: a client that only makes calls uses none of them.
    private List<Secret>? _webhookSecrets;
    private ChargingOptions? _charging;
    private WebhookInboxOptions? _webhooks;
    private OfferOptions? _offers;

    /// <summary>Gets or sets the API key. Required.</summary>
    public Secret ApiKey { get; set; }

    /// <summary>Gets or sets the environment (test or live). Required; there is no default.</summary>
    public DodoEnvironment? Environment { get; set; }

    /// <summary>
    /// Gets or sets the base URL, to use another one than the environment's, such as an emulator's. Plain http is
    /// accepted only for loopback addresses.
    /// </summary>
    /// <value>The default is null, for the environment's URL.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets the secrets that webhooks may be signed with. Use several while one is being replaced.</summary>
    public IList<Secret> WebhookSecrets => _webhookSecrets ??= [];

    /// <summary>Gets the settings for receiving and handling webhook deliveries.</summary>
    public WebhookInboxOptions Webhooks => _webhooks ??= new();

    /// <summary>
    /// Gets or sets the maximum duration of a call with all its retries and waits, up to the last byte of the response.
    /// </summary>
    /// <value>The default is 60 seconds. Must be greater than zero and at most 1 hour.</value>
    public TimeSpan TotalTimeout { get; set; } = DefaultTotalTimeout;

    /// <summary>Gets or sets the maximum duration of one attempt, up to the last byte of the response.</summary>
    /// <value>The default is 30 seconds. Must be greater than zero and at most 1 hour.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the maximum number of retries of a call. A charge is sent again only if it provably was not
    /// executed.
    /// </summary>
    /// <value>The default is 3. Must be between 0 and 10.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets the rate limit of the account. The client delays bursts to stay within it. Read only once, when the
    /// client is created.
    /// </summary>
    /// <value>The default is <see cref="RateLimitTier.Tier0"/>.</value>
    public RateLimitTier RateLimit { get; set; } = RateLimitTier.Tier0;

    /// <summary>Gets or sets the maximum size of a response, in bytes. A longer response is an error.</summary>
    /// <value>The default is 4 MiB. Must be at least 1024.</value>
    public int MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the maximum difference between the clocks of this node and of the API. A node with a larger
    /// difference claims no charges.
    /// </summary>
    /// <remarks>
    /// Limits that several nodes compare, such as leases and grace periods, are extended by twice this time.
    /// </remarks>
    /// <value>The default is 5 minutes. Must be between 10 seconds and 15 minutes.</value>
    public TimeSpan MaxClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the timeouts and intervals for waiting on, reconciling and pruning charges.</summary>
    public ChargingOptions Charging => _charging ??= new();

    /// <summary>
    /// Gets the settings of offers: the catalogue of rules, limits, cultures and texts. Call <c>AddOffers()</c> to make
    /// offers.
    /// </summary>
    public OfferOptions Offers => _offers ??= new();

    /// <summary>Returns the environment only, never a key or a secret.</summary>
    public override string ToString() => $"{nameof(DodoUpsellOptions)} ({Environment?.ToString() ?? "no environment"})";

    /// <summary>Gets or sets the configuration section that these options were read from, for messages.</summary>
    internal string? Section { get; set; }

    /// <summary>Returns the name of a setting for messages: with its section, or as a property.</summary>
    internal string KeyOf(string name) =>
        Section is { } section ? $"{section}:{name}" : $"{nameof(DodoUpsellOptions)}.{name}";

    /// <summary>Gets or sets the configuration section of offers that was not read, because the app makes none.</summary>
    internal string? UnreadOffers { get; set; }

    internal bool HasWebhookSecrets => _webhookSecrets is { Count: > 0 };

    /// <summary>Gets whether a setting of <see cref="Webhooks"/> may differ from its default.</summary>
    internal bool HasWebhookSettings => _webhooks is not null;

    /// <summary>Gets whether a setting of <see cref="Charging"/> may differ from its default.</summary>
    internal bool HasChargingSettings => _charging is not null;

    /// <summary>Gets whether a setting of <see cref="Offers"/> may differ from its default.</summary>
    internal bool HasOfferSettings => _offers is not null;

    internal Uri Address => BaseAddress ?? (Environment == DodoEnvironment.Live ? LiveAddress : TestAddress);

    /// <summary>
    /// Returns a copy for a client without dependency injection, so that later changes by the caller have no effect.
    /// </summary>
    internal DodoUpsellOptions Copy()
    {
        var copy = (DodoUpsellOptions)MemberwiseClone();
        copy._webhookSecrets = HasWebhookSecrets ? [.. _webhookSecrets!] : null;
        copy._charging = _charging?.Copy();
        copy._webhooks = _webhooks?.Copy();
        copy._offers = _offers?.Copy();
        return copy;
    }

    /// <summary>Returns these options, as the source of a client whose options never change.</summary>
    internal DodoUpsellOptions Itself() => this;

    internal static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromSeconds(60);

    private static readonly Uri TestAddress = new("https://test.dodopayments.com");
    private static readonly Uri LiveAddress = new("https://live.dodopayments.com");
}
