using DodoUpsell.Charging;
using DodoUpsell.PlanChanges;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>
/// Changes the plan, seats, add-ons and discounts of an active subscription. The price shown is the price charged, and
/// a failed change does not affect the customer's current plan.
/// </summary>
/// <remarks>
/// Preview the change, show the quote and confirm it. Seats and add-ons are carried over, the change is not applied if
/// its payment fails, and it is sent at most once, whatever fails. Use dependency injection or create an instance with
/// <c>new</c>. The class is thread-safe. In production use a durable <see cref="IChargeLedger"/>.
/// </remarks>
/// <example><code>
/// PlanChangeQuote quote = await planChanges.PreviewAsync("sub_…", "pdt_pro");
/// Show(quote.Describe());                                   // You pay $50.00 now, then $80.00 a month from 16 Feb.
/// PlanChangeOutcome change = await planChanges.ConfirmAsync(quote);
/// </code></example>
public sealed class PlanChangeFlow : IPlanChangeFlow
{
    private readonly ChargeEngine _engine;
    private readonly SubscriptionLocks _locks;
    private readonly PlanChangeQuoter _quoter;
    private readonly PlanChangeOutcomes _outcomes;

    /// <summary>Creates a flow without dependency injection.</summary>
    /// <param name="dodo">The client that sends the plan changes.</param>
    /// <param name="ledger">The ledger that guarantees at most one change for each quote. Share one ledger between all
    /// flows and processes of an account.</param>
    /// <param name="options">The timeouts and intervals, and the lifetime of quotes, or null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="messages">The messages for customers, or null for English.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public PlanChangeFlow(
        IDodoClient dodo,
        IChargeLedger ledger,
        ChargingOptions? options = null,
        TimeProvider? timeProvider = null,
        ChargeMessages? messages = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(ChargeEngine.Create(dodo, ledger, options, timeProvider, messages, loggerFactory)) { }

    internal PlanChangeFlow(ChargeEngine engine)
    {
        _engine = engine;
        _locks = new SubscriptionLocks(engine);
        _quoter = new PlanChangeQuoter(engine, _locks);
        _outcomes = new PlanChangeOutcomes(engine.Messages);
    }

    /// <inheritdoc/>
    public Task<PlanChangeQuote> PreviewAsync(
        string subscriptionId,
        string productId,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotBlank(productId, nameof(productId));
        return PreviewAsync(
            new PlanChangeRequest { SubscriptionId = subscriptionId, ProductId = productId },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<PlanChangeQuote> PreviewAsync(
        PlanChangeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return await _quoter.QuoteAsync(request, isShown: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<PlanChangeOutcome> ConfirmAsync(
        PlanChangeQuote quote,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(quote);
        return await ConfirmAsync(quote, tolerance: null, fresh: null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<PlanChangeOutcome> ConfirmAsync(
        PlanChangeQuote quote,
        Money tolerance,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(quote);
        return await ConfirmAsync(quote, tolerance, fresh: null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> ChangeAsync(
        PlanChangeRequest request,
        Money atMost,
        CancellationToken cancellationToken = default
    ) => ChangeAsync(request, atMost, notTo: null, cancellationToken);

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> UpgradeAsync(
        string subscriptionId,
        string productId,
        Money atMost,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                ProductId = productId,
                Discounts = DiscountSelection.KeepAll,
            },
            atMost,
            PlanChangeKind.Downgrade,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> DowngradeAsync(
        string subscriptionId,
        string productId,
        Money atMost,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                ProductId = productId,
                Discounts = DiscountSelection.KeepAll,
            },
            atMost,
            PlanChangeKind.Upgrade,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> ChangeSeatsAsync(
        string subscriptionId,
        int seats,
        Money atMost,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                Quantity = seats,
                Discounts = DiscountSelection.KeepAll,
            },
            atMost,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> ChangeAddonAsync(
        string subscriptionId,
        string addonId,
        int quantity,
        Money atMost,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                Addons = AddonSelection.Set(addonId, quantity),
                Discounts = DiscountSelection.KeepAll,
            },
            atMost,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> RemoveAddonAsync(
        string subscriptionId,
        string addonId,
        Money atMost,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                Addons = AddonSelection.Without(addonId),
                Discounts = DiscountSelection.KeepAll,
            },
            atMost,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> AddDiscountAsync(
        string subscriptionId,
        string code,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                Discounts = DiscountSelection.With(code),
                Mode = ProrationMode.DoNotBill,
            },
            atMost: null,
            notTo: null,
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<PlanChangeOutcome> ScheduleAsync(
        PlanChangeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(
            request with
            {
                Timing = PlanChangeTiming.NextBillingDate,
            },
            atMost: null,
            notTo: null,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<PlanChangeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default)
    {
        var record = await _engine
            .Ledger.FindAsync(_engine.Environment, ChargeKey.Require(key, nameof(key)), cancellationToken)
            .ConfigureAwait(false);
        if (record is not { Flow: FlowNames.PlanChange })
            return null;
        return await OutcomeAsync(
                await _engine.Poller.CheckAsync(record, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> CancelScheduledAsync(string subscriptionId, CancellationToken cancellationToken = default)
    {
        try
        {
            await _engine
                .Dodo.Subscriptions.CancelScheduledChangeAsync(subscriptionId, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (DodoApiException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<ChargeOutcome> RecoverAsync(RecoverRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var charge = new RecoveryCharge(_engine.Dodo, _engine.Clock, _locks, request)
        {
            Key = request.Key,
            CustomerId = "",
            Flow = FlowNames.Recovery,
            Fingerprint = new Fingerprint(FlowNames.Recovery, request.SubscriptionId)
                .Add(request.PaymentMethod.Type)
                .Add((request.PaymentMethod as ExistingPaymentMethod)?.PaymentMethodId)
                .ToString(),
        };
        return _engine.Outcomes.Of(
            await _engine.Protocol.RunAsync(charge, cancellationToken).ConfigureAwait(false),
            request.Key
        );
    }

    /// <inheritdoc/>
    public Task<ChargeOutcome?> FindRecoveryAsync(ChargeKey key, CancellationToken cancellationToken = default) =>
        _engine.FindOutcomeAsync(key, [FlowNames.Recovery], cancellationToken);

    /// <summary>Quotes a change under an id that the caller names, so that repeated quotes have one charge key.</summary>
    internal Task<PlanChangeQuote> QuoteAsync(
        PlanChangeRequest request,
        string quoteId,
        CancellationToken cancellationToken
    )
    {
        request.Validate();
        return _quoter.QuoteAsync(request, isShown: true, cancellationToken, quoteId);
    }

    private async Task<PlanChangeOutcome> ConfirmAsync(
        PlanChangeQuote quote,
        Money? tolerance,
        FreshQuote? fresh,
        CancellationToken cancellationToken
    )
    {
        if (!QuoteSeal.Fits(quote))
            return _outcomes.Refused(
                quote,
                PlanChangeRefusalReason.QuoteAltered,
                "The quote was altered after it was issued. Keep quotes on the server, and preview again for another "
                    + "change."
            );
        if (quote.Refusal is { } refusal)
            return _outcomes.Refused(quote.Request.SubscriptionId, default, refusal);
        var intent = new PlanChangeIntent(_engine, _quoter, _locks, _outcomes, quote, tolerance, fresh)
        {
            Key = quote.Key,
            CustomerId = quote.CustomerId,
            Flow = FlowNames.PlanChange,
            Fingerprint = quote.Seal,
            PriceShown = quote.DueNow,
            CallerMetadata = quote.Request.Metadata,
        };
        var run = await _engine.Protocol.RunAsync(intent, cancellationToken).ConfigureAwait(false);
        return intent.Objection
            ?? run switch
            {
                { Record: { State: ChargeState.NotCharged, SentAt: null } } => _outcomes.Refused(
                    quote,
                    PlanChangeRefusalReason.NotExecuted,
                    "Nothing was sent for this quote, so nothing was changed or charged. Confirm it again."
                ),
                { Record: { } record } => await OutcomeAsync(record, cancellationToken).ConfigureAwait(false),
                { Refusal.Reason: ChargeRefusalReason.KeyUsedForAnotherCharge } => _outcomes.Refused(
                    quote,
                    PlanChangeRefusalReason.QuoteAltered,
                    "A quote with this id but different content was confirmed before. Keep quotes on the server, and "
                        + "preview again for another change."
                ),
                { Refusal: { } turned } => _outcomes.Refused(
                    quote.Request.SubscriptionId,
                    quote.Key,
                    PlanChangeRefusals.Of(turned)
                ),
                _ => _outcomes.Expired(quote),
            };
    }

    // The subscription is read again for a paid change that was not visible when it was settled.
    private async Task<PlanChangeOutcome> OutcomeAsync(ChargeRecord record, CancellationToken cancellationToken)
    {
        var isShownLate = record.State == ChargeState.Succeeded && PlanChangeDetails.Of(record) is { IsShown: false };
        return _outcomes.Of(
            isShownLate ? await _engine.Poller.ReadAsync(record, cancellationToken).ConfigureAwait(false) : record
        );
    }

    private async Task<PlanChangeOutcome> ChangeAsync(
        PlanChangeRequest request,
        Money? atMost,
        PlanChangeKind? notTo,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();

        // Nobody is shown this quote, so it is confirmed as it is, unless the subscription's lock was taken meanwhile.
        var fresh = await FreshQuote
            .StartAsync(_locks, request.SubscriptionId, _engine.Clock, cancellationToken)
            .ConfigureAwait(false);
        var quote = await _quoter.QuoteAsync(request, isShown: false, cancellationToken).ConfigureAwait(false);
        return Objection(quote, atMost, notTo) is { } objection
            ? _outcomes.Refused(request.SubscriptionId, quote.Key, objection)
            : await ConfirmAsync(quote, tolerance: null, fresh, cancellationToken).ConfigureAwait(false);
    }

    private static PlanChangeRefusal? Objection(PlanChangeQuote quote, Money? atMost, PlanChangeKind? notTo)
    {
        if (quote.Refusal is { } refusal)
            return refusal;
        if (quote.Kind == notTo)
            return PlanChangeRefusals.Ours(
                PlanChangeRefusalReason.WrongDirection,
                $"The change is a {quote.Kind.ToString().ToLowerInvariant()}. Use {nameof(ChangeAsync)} for any kind "
                    + $"of change."
            );
        var most = atMost ?? Money.Zero(quote.DueNow.Currency);
        if (most.Currency != quote.DueNow.Currency)
            return PlanChangeRefusals.Ours(
                PlanChangeRefusalReason.OtherCurrency,
                $"The maximum is in {most.Currency}, but {quote.DueNow.Currency} would be charged."
            );
        return quote.DueNow > most
            ? PlanChangeRefusals.Ours(
                PlanChangeRefusalReason.AboveMaximum,
                $"{quote.DueNow} is due now, but the maximum is {most}."
            )
            : null;
    }
}
