using DodoUpsell.Charging;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Sells an additional product right after a purchase with one click (<c>POST /checkouts</c>, confirmed, with a saved
/// payment method).
/// </summary>
/// <remarks>
/// For each charge key the customer is charged at most once, however often the method is called and whatever fails. Use
/// dependency injection or create an instance with <c>new</c>. The class is thread-safe. In production use a durable
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

    /// <summary>Creates a flow without dependency injection.</summary>
    /// <param name="dodo">The client that sends the charges.</param>
    /// <param name="ledger">The ledger that guarantees at most one charge for each key. Share one ledger between all
    /// flows and processes of an account.</param>
    /// <param name="options">The timeouts and intervals, or null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="messages">The messages for customers, or null for English.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
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
