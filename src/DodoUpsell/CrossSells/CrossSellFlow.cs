using DodoUpsell.Charging;
using DodoUpsell.CrossSells;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Sells a related product to an existing customer with one click (<c>POST /payments</c>, or optionally <c>POST
/// /checkouts</c>).
/// </summary>
/// <remarks>
/// For each charge key the customer is charged at most once, however often the method is called and whatever fails. Use
/// dependency injection or create an instance with <c>new</c>. The class is thread-safe. In production use a durable
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

    /// <summary>Creates a flow without dependency injection.</summary>
    /// <param name="dodo">The client that sends the charges.</param>
    /// <param name="ledger">The ledger that guarantees at most one charge for each key. Share one ledger between all
    /// flows and processes of an account.</param>
    /// <param name="options">The timeouts and intervals, or null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="messages">The messages for customers, or null for English.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
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
        Check.That(Enum.IsDefined(request.Route), nameof(request.Route), "must be a defined route");
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
        // The route is not part of the fingerprint, so the same cart can be retried with the other route.
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
