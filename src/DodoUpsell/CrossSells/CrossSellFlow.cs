using DodoUpsell.Charging;
using DodoUpsell.CrossSells;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Sells a related product to an existing customer with one click (<c>POST /payments</c>, or <c>POST /checkouts</c> by
/// option).
/// </summary>
/// <remarks>
/// However often it is called for one charge key, and whatever breaks, the customer is charged at most once. Inject it,
/// or make it with <c>new</c>; it is safe for many threads. In production give it a durable
/// <see cref="IChargeLedger"/>.
/// </remarks>
/// <example><code>
/// ChargeOutcome outcome = await crossSells.ChargeAsync(new()
/// {
///     Key = $"cart-{cartId}-ebook",
///     CustomerId = customerId,
///     Items = [new() { ProductId = "pdt_…", Quantity = 2 }],
///     BillingAddress = new() { Country = CountryCode.Germany },
/// });
/// </code></example>
public sealed class CrossSellFlow : ICrossSellFlow
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
    public CrossSellFlow(
        IDodoClient dodo,
        IChargeLedger ledger,
        ChargingOptions? options = null,
        TimeProvider? timeProvider = null,
        ChargeMessages? messages = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(ChargeEngine.Create(dodo, ledger, options, timeProvider, messages, loggerFactory)) { }

    internal CrossSellFlow(ChargeEngine engine) => _engine = engine;

    /// <inheritdoc/>
    public async Task<ChargeOutcome> ChargeAsync(
        CrossSellRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        Check.That(Enum.IsDefined(request.Route), nameof(request.Route), "must be one of the named routes");
        return _engine.Outcomes.Of(
            await _engine.Protocol.RunAsync(Charge(request), cancellationToken).ConfigureAwait(false),
            request.Key
        );
    }

    /// <inheritdoc/>
    public Task<ChargeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default) =>
        _engine.FindOutcomeAsync(key, [FlowNames.CrossSell], cancellationToken);

    private CartCharge Charge(CrossSellRequest request)
    {
        // The route is not part of what the key stands for: the same cart may be retried on the other one.
        var (key, customerId, fingerprint) = (
            request.Key,
            request.CustomerId,
            request.FingerprintFor(FlowNames.CrossSell)
        );
        return request.Route == CrossSellRoute.Payments
            ? new PaymentCharge(_engine.Dodo, _engine.Clock, request)
            {
                Key = key,
                CustomerId = customerId,
                Flow = FlowNames.CrossSell,
                Fingerprint = fingerprint,
                PriceShown = request.PriceShown,
                FallsBack = request.OfferCheckout,
                CallerMetadata = request.Metadata,
            }
            : new CartCharge(_engine.Dodo, _engine.Clock, request)
            {
                Key = key,
                CustomerId = customerId,
                Flow = FlowNames.CrossSell,
                Fingerprint = fingerprint,
                PriceShown = request.PriceShown,
                FallsBack = request.OfferCheckout,
                CallerMetadata = request.Metadata,
            };
    }
}
