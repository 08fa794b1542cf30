using DodoUpsell.Charging;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Sells one product more right after a purchase, with one click (<c>POST /checkouts</c>, confirmed, with a saved
/// method).
/// </summary>
/// <remarks>
/// However often it is called for one charge key, and whatever breaks, the customer is charged at most once. Inject it,
/// or make it with <c>new</c>; it is safe for many threads. In production give it a durable
/// <see cref="IChargeLedger"/>.
/// </remarks>
/// <example><code>
/// ChargeOutcome outcome = await upsells.ChargeAsync(new()
/// {
///     Key = $"order-{orderId}-upsell",
///     CustomerId = customerId,
///     Items = [new() { ProductId = "pdt_…", Quantity = 1 }],
/// });
/// </code></example>
public sealed class UpsellFlow : IUpsellFlow
{
    private readonly ChargeEngine _engine;

    /// <summary>A flow without dependency injection.</summary>
    /// <param name="dodo">The client to charge with.</param>
    /// <param name="ledger">What makes one key one charge; share one between all flows and processes of an
    /// account.</param>
    /// <param name="options">How patiently to wait; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="messages">What customers are told; null for English.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public UpsellFlow(
        IDodoClient dodo,
        IChargeLedger ledger,
        ChargingOptions? options = null,
        TimeProvider? timeProvider = null,
        ChargeMessages? messages = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(ChargeEngine.Create(dodo, ledger, options, timeProvider, messages, loggerFactory)) { }

    internal UpsellFlow(ChargeEngine engine) => _engine = engine;

    /// <inheritdoc/>
    public async Task<ChargeOutcome> ChargeAsync(UpsellRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        request.SubscriptionData?.Validate(nameof(request.SubscriptionData));
        var run = await _engine
            .Protocol.RunAsync(
                new UpsellCharge(_engine.Dodo, _engine.Clock, request)
                {
                    Key = request.Key,
                    CustomerId = request.CustomerId,
                    Flow = FlowNames.Upsell,
                    Fingerprint = request.FingerprintFor(FlowNames.Upsell),
                    PriceShown = request.PriceShown,
                    FallsBack = request.OfferCheckout,
                    CallerMetadata = request.Metadata,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return _engine.Outcomes.Of(run, request.Key);
    }

    /// <inheritdoc/>
    public Task<ChargeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default) =>
        _engine.FindOutcomeAsync(key, [FlowNames.Upsell], cancellationToken);

    /// <inheritdoc/>
    public async Task<PaymentMethodChoice> ChooseMethodAsync(
        string customerId,
        PaymentMethodPurpose purpose = PaymentMethodPurpose.OneTime,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotBlank(customerId, nameof(customerId));
        IReadOnlyList<SavedPaymentMethod>? methods;
        try
        {
            methods = (
                await _engine
                    .Dodo.Customers.ListPaymentMethodsAsync(customerId, cancellationToken)
                    .ConfigureAwait(false)
            ).Items;
        }
        catch (DodoApiException e) when (e.StatusCode == System.Net.HttpStatusCode.BadGateway)
        {
            methods = null;
        }

        return PaymentMethodChooser.Choose(methods, purpose, _engine.Clock.GetUtcNow());
    }

    private sealed class UpsellCharge(IDodoClient dodo, TimeProvider clock, UpsellRequest request)
        : CartCharge(dodo, clock, request)
    {
        protected override CreateCheckoutSessionRequest Cart(Metadata? metadata) =>
            base.Cart(metadata) with
            {
                SubscriptionData = request.SubscriptionData,
                Force3ds = request.Force3ds,
            };
    }
}
