using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator;

/// <summary>How the emulator starts and behaves, above all where the API's own documentation is silent.</summary>
public sealed class DodoEmulatorOptions
{
    /// <summary>When the clock starts unless told otherwise: 15 January 2026, 09:00 UTC.</summary>
    public static DateTimeOffset DefaultStartTime { get; } = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Gets what the emulator holds at the start. Default: <see cref="EmulatorSeed.Demo"/>.</summary>
    public EmulatorSeed Seed { get; init; } = EmulatorSeed.Demo;

    /// <summary>Gets the key a request must carry. Default: null, any key that is not blank.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets the seed of ids and secrets: the same calls give the same ids. Default: 1.</summary>
    public int IdSeed { get; init; } = 1;

    /// <summary>
    /// Gets when the clock starts, and starts again at a reset. Default: null, now by <see cref="TimeSource"/>, else
    /// <see cref="DefaultStartTime"/>.
    /// </summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>
    /// Gets a clock whose passing moves the emulator's own, checked at each request. Default: null, time stands still.
    /// </summary>
    /// <remarks>Give <see cref="TimeProvider.System"/> to a server that people click through.</remarks>
    public TimeProvider? TimeSource { get; init; }

    /// <summary>
    /// Gets when a charge leaves <c>processing</c>. Default: after one read, or one second of the clock.
    /// </summary>
    public PaymentSettlement Settlement { get; init; } = PaymentSettlement.AfterReads(1);

    /// <summary>Gets when a payment on a page becomes final. Default: at once, before the page answers.</summary>
    /// <remarks>
    /// A page can be paid until its last moment, 24 hours after it was opened; its payment may then be
    /// <c>processing</c> beyond it.
    /// </remarks>
    public PaymentSettlement PageSettlement { get; init; } = PaymentSettlement.Immediate;

    /// <summary>
    /// Gets whether a payment that waits for the customer waits for ever. Default: false, it is cancelled.
    /// </summary>
    /// <remarks>Otherwise 3-D Secure ends after 15 minutes, and a payment by link when its page does.</remarks>
    public bool KeepWaitingPayments { get; init; }

    /// <summary>
    /// Gets how old a payment is, by the emulator's clock, when <c>GET /payments</c> begins to list it. Default: zero.
    /// </summary>
    /// <remarks>
    /// <c>GET /payments/{id}</c> and webhooks show it at once. <see cref="DodoEmulator.ListingLag"/> changes it at run
    /// time.
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
    /// Gets whether previews leave out what is due now, as an older or a broken server would. Default: false.
    /// </summary>
    /// <remarks>
    /// <c>POST /checkouts/preview</c> then has no <c>total_price</c> and no <c>current_breakup.total_amount</c>, and a
    /// plan change's preview no <c>summary.total_amount</c>. <see cref="DodoEmulator.OmitPreviewTotals"/> changes it at
    /// run time.
    /// </remarks>
    public bool OmitPreviewTotals { get; init; }

    /// <summary>
    /// Gets the clock of <c>Date</c> and <c>webhook-timestamp</c>. Default: null, real time while a server runs.
    /// </summary>
    /// <remarks>
    /// In process, answers have no date unless this says which, and webhooks are signed by the emulator's own clock. A
    /// client may compare <c>Date</c> with its own clock, as the SDK does, and in a test the two may live in different
    /// times. To follow the emulator's own clock, set <see cref="DodoEmulator.DateHeaderClock"/>.
    /// </remarks>
    public TimeProvider? DateHeaderClock { get; init; }

    /// <summary>Gets whether a one-click checkout must carry a billing address. Default: false.</summary>
    public bool RequireBillingAddressForOneClick { get; init; }

    /// <summary>
    /// Gets the code for a payment method of another customer or of nobody. Default: <c>INVALID_REQUEST_PARAMETERS</c>.
    /// </summary>
    public string ForeignPaymentMethodCode { get; init; } = ErrorCodes.InvalidRequestParameters;

    /// <summary>Gets a flat tax on every sale, in percent, rounded half away from zero per line. Default: 0.</summary>
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
    /// Gets the countries, two letters each, whose buyers pay <see cref="TaxPercent"/> for a cart. Default: null, all
    /// of them.
    /// </summary>
    /// <remarks>
    /// The country is that of the billing address, else of the saved card, else US. Renewals and plan changes are taxed
    /// everywhere.
    /// </remarks>
    public IReadOnlyCollection<string>? TaxedCountries { get; init; }

    /// <summary>
    /// Gets how many units of a currency, by its ISO 4217 code, one US dollar buys. Default: no rates.
    /// </summary>
    /// <remarks>
    /// A discount without a row for the currency of the purchase is converted from its default row. Without a rate the
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
    /// Gets whether <c>per_customer_usage_limit</c> and the eligibility <c>first_time</c> of discounts do not bind.
    /// Default: false, they do.
    /// </summary>
    /// <remarks>
    /// Users report of the API's test mode that they do not bind there. A <c>usage_limit</c> always binds.
    /// </remarks>
    public bool IgnoreCustomerDiscountLimits { get; init; }

    /// <summary>Gets how subscriptions are billed and changed where the documentation is silent.</summary>
    public SubscriptionRules Subscriptions { get; init; } = new();

    /// <summary>Gets where hosted pages live. Default: null, the address the request was sent to.</summary>
    public Uri? HostedPageAddress { get; init; }

    /// <summary>
    /// Gets the host names, without ports, under which a server may be called besides those of loopback. Default: none.
    /// </summary>
    /// <remarks>
    /// A server refuses every other name with 403, for a web page could have pointed it at this machine. Loopback is
    /// <c>localhost</c>, what ends in <c>.localhost</c>, 127.0.0.0/8 and [::1]. A container needs
    /// <c>host.docker.internal</c>. The host of <see cref="HostedPageAddress"/> is allowed as well.
    /// </remarks>
    /// <exception cref="ArgumentException">One is not a host name.</exception>
    public IReadOnlyCollection<string> AllowedHosts
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.FirstOrDefault(host => Uri.CheckHostName(host) is UriHostNameType.Unknown) is { } wrong)
                throw new ArgumentException(
                    $"`{wrong}` is not a host name; it has neither scheme nor port.",
                    nameof(value)
                );

            field = [.. value];
        }
    } = [];

    /// <summary>Gets where events are sent from the start, and again after a reset. Default: null, nowhere.</summary>
    public EmulatedWebhook? Webhook { get; init; }

    /// <summary>
    /// Gets whether webhooks carry the object as it was at the event. Default: false, as it is when they are sent.
    /// </summary>
    public bool SnapshotWebhookData { get; init; }

    /// <summary>Gets what sends webhooks; it is not disposed. Default: null, sockets.</summary>
    public HttpMessageHandler? WebhookHandler { get; init; }
}
