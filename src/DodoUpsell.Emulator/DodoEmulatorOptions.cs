using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator;

/// <summary>How the emulator starts and behaves, above all where the API's own documentation is silent.</summary>
public sealed class DodoEmulatorOptions
{
    /// <summary>When the clock starts unless told otherwise: 15 January 2026, 09:00 UTC.</summary>
    public static DateTimeOffset DefaultStartTime { get; } = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What the emulator holds at the start. Default: <see cref="EmulatorSeed.Demo"/>.</summary>
    public EmulatorSeed Seed { get; init; } = EmulatorSeed.Demo;

    /// <summary>The key a request must carry. Default: null, any key that is not blank.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The seed of ids and secrets: the same calls give the same ids. Default: 1.</summary>
    public int IdSeed { get; init; } = 1;

    /// <summary>When the clock starts, and starts again at a reset. Default: null, now by <see cref="TimeSource"/>, else <see cref="DefaultStartTime"/>.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>A clock whose passing moves the emulator's own, checked at each request. Default: null, time stands still.</summary>
    /// <remarks>Give <see cref="TimeProvider.System"/> to a server that people click through.</remarks>
    public TimeProvider? TimeSource { get; init; }

    /// <summary>When a charge leaves <c>processing</c>. Default: after one read, or one second of the clock.</summary>
    public PaymentSettlement Settlement { get; init; } = PaymentSettlement.AfterReads(1);

    /// <summary>Whether a one-click checkout must carry a billing address. Default: false.</summary>
    public bool RequireBillingAddressForOneClick { get; init; }

    /// <summary>The code for a payment method of another customer or of nobody. Default: <c>INVALID_REQUEST_PARAMETERS</c>.</summary>
    public string ForeignPaymentMethodCode { get; init; } = ErrorCodes.InvalidRequestParameters;

    /// <summary>A flat tax on every sale, in percent, rounded half away from zero per line. Default: 0.</summary>
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

    /// <summary>How subscriptions are billed and changed where the documentation is silent.</summary>
    public SubscriptionRules Subscriptions { get; init; } = new();

    /// <summary>Where hosted pages live. Default: null, the address the request was sent to.</summary>
    public Uri? HostedPageAddress { get; init; }

    /// <summary>Where events are sent from the start, and again after a reset. Default: null, nowhere.</summary>
    public EmulatedWebhook? Webhook { get; init; }

    /// <summary>Whether webhooks carry the object as it was at the event. Default: false, as it is when they are sent.</summary>
    public bool SnapshotWebhookData { get; init; }

    /// <summary>What sends webhooks; it is not disposed. Default: null, sockets.</summary>
    public HttpMessageHandler? WebhookHandler { get; init; }
}
