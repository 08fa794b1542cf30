using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator;

/// <summary>
/// Options for the initial state and the behaviour of the emulator, above all where the API's documentation is silent.
/// </summary>
public sealed class DodoEmulatorOptions
{
    /// <summary>Gets the default time at which the clock starts: 15 January 2026, 09:00 UTC.</summary>
    public static DateTimeOffset DefaultStartTime { get; } = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the initial state. The default is <see cref="EmulatorSeed.Demo"/>.</summary>
    public EmulatorSeed Seed { get; init; } = EmulatorSeed.Demo;

    /// <summary>Gets the API key that requests must carry. The default is null: any key that is not blank.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets the seed of ids and secrets: the same calls produce the same ids. The default is 1.</summary>
    public int IdSeed { get; init; } = 1;

    /// <summary>
    /// Gets the time at which the clock starts, also after a reset. The default is null: the current time of
    /// <see cref="TimeSource"/> if there is one, otherwise <see cref="DefaultStartTime"/>.
    /// </summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>
    /// Gets a clock that the emulator's clock follows; it is checked at each request. The default is null: time passes
    /// only when the clock is advanced.
    /// </summary>
    /// <remarks>Use <see cref="TimeProvider.System"/> for a server whose pages are used by people.</remarks>
    public TimeProvider? TimeSource { get; init; }

    /// <summary>
    /// Gets the time at which a charge leaves <c>processing</c>. The default is after one read, or one second of the
    /// clock.
    /// </summary>
    public PaymentSettlement Settlement { get; init; } = PaymentSettlement.AfterReads(1);

    /// <summary>
    /// Gets the time at which a payment on a hosted page becomes final. The default is at once, before the page
    /// responds.
    /// </summary>
    /// <remarks>
    /// A page can be paid until it closes, 24 hours after it was opened. Its payment may still be <c>processing</c>
    /// after that.
    /// </remarks>
    public PaymentSettlement PageSettlement { get; init; } = PaymentSettlement.Immediate;

    /// <summary>
    /// Gets whether a payment that waits for the customer waits without a limit. The default is false: it is cancelled.
    /// </summary>
    /// <remarks>By default, 3-D Secure expires after 15 minutes, and a payment by link expires with its page.</remarks>
    public bool KeepWaitingPayments { get; init; }

    /// <summary>
    /// Gets the age, by the emulator's clock, at which a payment appears in <c>GET /payments</c>. The default is zero.
    /// </summary>
    /// <remarks>
    /// <c>GET /payments/{id}</c> and webhooks are not delayed. <see cref="DodoEmulator.ListingLag"/> changes the value
    /// at run time.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan ListingLag
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }

    /// <summary>
    /// Gets whether previews omit the amount that is due now, as an older or faulty server might. The default is false.
    /// </summary>
    /// <remarks>
    /// If true, <c>POST /checkouts/preview</c> returns no <c>total_price</c> and no
    /// <c>current_breakup.total_amount</c>, and the preview of a plan change no <c>summary.total_amount</c>.
    /// <see cref="DodoEmulator.OmitPreviewTotals"/> changes the value at run time.
    /// </remarks>
    public bool OmitPreviewTotals { get; init; }

    /// <summary>
    /// Gets the clock of the <c>Date</c> header and of <c>webhook-timestamp</c>. The default is null: real time while a
    /// server runs.
    /// </summary>
    /// <remarks>
    /// In process, responses have no <c>Date</c> unless this property is set, and webhooks are signed by the emulator's
    /// clock. A client may compare <c>Date</c> with its own clock, as the SDK does, and in a test the two clocks may
    /// differ. To follow the emulator's clock, set <see cref="DodoEmulator.DateHeaderClock"/>.
    /// </remarks>
    public TimeProvider? DateHeaderClock { get; init; }

    /// <summary>Gets whether a one-click checkout requires a billing address. The default is false.</summary>
    public bool RequireBillingAddressForOneClick { get; init; }

    /// <summary>
    /// Gets the error code for a payment method that does not exist or belongs to another customer. The default is
    /// <c>INVALID_REQUEST_PARAMETERS</c>.
    /// </summary>
    public string ForeignPaymentMethodCode { get; init; } = ErrorCodes.InvalidRequestParameters;

    /// <summary>
    /// Gets a flat tax on every sale, in percent, rounded half away from zero for each line. The default is 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or above 1000.</exception>
    public decimal TaxPercent
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = value;
        }
    }

    /// <summary>
    /// Gets the countries (two letters each) whose buyers pay <see cref="TaxPercent"/> for a cart. The default is null:
    /// all countries.
    /// </summary>
    /// <remarks>
    /// The country is that of the billing address, otherwise that of the saved card, otherwise US. Renewals and plan
    /// changes are taxed in every country.
    /// </remarks>
    public IReadOnlyCollection<string>? TaxedCountries { get; init; }

    /// <summary>
    /// Gets the number of units of each currency (ISO 4217 code) that one US dollar buys. The default is no rates.
    /// </summary>
    /// <remarks>
    /// A discount without a row for the currency of the purchase is converted from its default row. Without a rate, the
    /// code is refused with <c>EXCHANGE_RATE_NOT_FOUND</c>. Prices are never converted.
    /// </remarks>
    /// <exception cref="ArgumentException">A rate is zero or negative.</exception>
    public IReadOnlyDictionary<string, decimal> ExchangeRates
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Values.Any(rate => rate <= 0))
                throw new ArgumentException("An exchange rate must be positive.", nameof(value));

            field = value;
        }
    } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>
    /// Gets whether <c>per_customer_usage_limit</c> and the eligibility <c>first_time</c> of discounts are ignored. The
    /// default is false.
    /// </summary>
    /// <remarks>Users report that the API's test mode ignores them. A <c>usage_limit</c> always applies.</remarks>
    public bool IgnoreCustomerDiscountLimits { get; init; }

    /// <summary>Gets the options for billing and changing subscriptions where the documentation is silent.</summary>
    public SubscriptionRules Subscriptions { get; init; } = new();

    /// <summary>Gets the base URL of hosted pages. The default is null: the URL that the request was sent to.</summary>
    public Uri? HostedPageAddress { get; init; }

    /// <summary>
    /// Gets the host names, without ports, that a server accepts besides those of loopback. The default is none.
    /// </summary>
    /// <remarks>
    /// A server refuses every other name with 403, because a web page could have pointed that name at this machine.
    /// Loopback is <c>localhost</c>, names that end in <c>.localhost</c>, 127.0.0.0/8 and [::1]. A container needs
    /// <c>host.docker.internal</c>. The host of <see cref="HostedPageAddress"/> is accepted as well.
    /// </remarks>
    /// <exception cref="ArgumentException">An element is not a host name.</exception>
    public IReadOnlyCollection<string> AllowedHosts
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.FirstOrDefault(host => Uri.CheckHostName(host) is UriHostNameType.Unknown) is { } wrong)
                throw new ArgumentException(
                    $"`{wrong}` is not a host name. A host name has no scheme and no port.",
                    nameof(value)
                );

            field = [.. value];
        }
    } = [];

    /// <summary>
    /// Gets the webhook endpoint that receives events from the start and again after a reset. The default is null:
    /// none.
    /// </summary>
    public EmulatedWebhook? Webhook { get; init; }

    /// <summary>
    /// Gets whether webhooks carry the object as it was at the event. The default is false: as it is when the webhook
    /// is sent.
    /// </summary>
    public bool SnapshotWebhookData { get; init; }

    /// <summary>Gets the handler that sends webhooks. It is not disposed. The default is null: sockets.</summary>
    public HttpMessageHandler? WebhookHandler { get; init; }
}
