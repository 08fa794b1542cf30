using System.Globalization;
using DodoUpsell.Charging;
using DodoUpsell.Offers;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <inheritdoc cref="IOfferFlow"/>
/// <remarks>
/// Use dependency injection or create an instance with <c>new</c>. The class is thread-safe. In production use a durable
/// <see cref="IChargeLedger"/> and <see cref="IOfferStore"/>.
/// </remarks>
public sealed class OfferFlow : IOfferFlow
{
    private readonly OfferEngine _engine;
    private readonly OfferDecider _decider;
    private readonly OfferAcceptance _acceptance;
    private readonly OfferWorker _worker;

    /// <summary>Creates a flow without dependency injection.</summary>
    /// <param name="dodo">The client that reads and charges.</param>
    /// <param name="ledger">The ledger that guarantees at most one charge for each offer. Share one ledger between all
    /// flows and processes of an account.</param>
    /// <param name="store">The store of offers. Share one store between all processes of an account.</param>
    /// <param name="options">The catalogue and the limits. Later changes of the object have no effect.</param>
    /// <param name="charging">The timeouts and intervals of charges, or null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="audiences">The audiences that rules name, or null for none.</param>
    /// <param name="observers">The observers of offers, or null for none.</param>
    /// <param name="allocator">Assigns subjects to variants, or null to assign them by a hash.</param>
    /// <param name="messages">The texts of disclosures, or null for the built-in ones.</param>
    /// <param name="chargeMessages">The messages for customers about a charge, or null for English.</param>
    /// <param name="inbox">The store of webhook deliveries, whose bodies are erased with a subject, or null if there is
    /// none.</param>
    /// <param name="quotes">The store of quotes of plan changes, which are erased with a subject, or null if there is
    /// none.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public OfferFlow(
        IDodoClient dodo,
        IChargeLedger ledger,
        IOfferStore store,
        OfferOptions options,
        ChargingOptions? charging = null,
        TimeProvider? timeProvider = null,
        IEnumerable<IOfferAudience>? audiences = null,
        IEnumerable<IOfferObserver>? observers = null,
        IOfferAllocator? allocator = null,
        OfferMessages? messages = null,
        ChargeMessages? chargeMessages = null,
        IWebhookInboxStore? inbox = null,
        IPlanChangeQuoteStore? quotes = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(
            OfferEngine.Create(
                ChargeEngine.Create(dodo, ledger, charging, timeProvider, chargeMessages, loggerFactory),
                store,
                options,
                audiences,
                observers,
                allocator,
                messages,
                inbox,
                quotes
            )
        ) { }

    internal OfferFlow(OfferEngine engine)
    {
        _engine = engine;
        var discloser = new OfferDiscloser(engine);
        _decider = new OfferDecider(engine, discloser);
        _acceptance = new OfferAcceptance(engine, discloser, _decider);
        _worker = new OfferWorker(engine);
    }

    /// <summary>Gets the part that finds offers, for the webhooks that open them.</summary>
    internal OfferDecider Decider => _decider;

    /// <inheritdoc/>
    public Task<OfferDecision> FindOfferAsync(OfferPurchase purchase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        Check.NotBlank(purchase.PaymentId, nameof(purchase.PaymentId));
        purchase.Subject?.Validate();
        return _decider.FindAfterPurchaseAsync(purchase, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferDecision> FindOfferAsync(
        SubjectIds subject,
        string placement,
        CultureInfo? culture = null,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        Check.NotBlank(placement, nameof(placement));
        return _decider.FindAtAsync(subject, placement, culture ?? CultureInfo.CurrentUICulture, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Offer?> FindOpenAsync(SubjectIds subject, CancellationToken cancellationToken = default)
    {
        SubjectIds.Require(subject);
        var known = await SubjectAsync(subject, cancellationToken).ConfigureAwait(false);
        var now = _engine.Clock.GetUtcNow();
        var offers = await _engine
            .Store.ListAsync(_engine.Environment, known.Id, cancellationToken)
            .ConfigureAwait(false);
        return offers
            .Where(record => record.State == OfferState.Open && record.ExpiresAt > now)
            .Select(record => OfferView.Of(record, now))
            .FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task<Offer?> FindAsync(
        SubjectIds subject,
        string offerId,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        Check.NotBlank(offerId, nameof(offerId));
        return await _acceptance.FindAsync(subject, offerId, cancellationToken).ConfigureAwait(false) is { } record
            ? OfferView.Of(record, _engine.Clock.GetUtcNow())
            : null;
    }

    /// <inheritdoc/>
    public Task<OfferOutcome> AcceptAsync(AcceptOfferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return _acceptance.AcceptAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferOutcome?> FindOutcomeAsync(
        SubjectIds subject,
        string offerId,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        Check.NotBlank(offerId, nameof(offerId));
        return _acceptance.FindOutcomeAsync(subject, offerId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferDecision?> DeclineAsync(
        SubjectIds subject,
        string offerId,
        CultureInfo? culture = null,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        Check.NotBlank(offerId, nameof(offerId));
        return _acceptance.DeclineAsync(subject, offerId, culture ?? CultureInfo.CurrentUICulture, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OfferExplanation> ExplainAsync(
        SubjectIds subject,
        string? paymentId = null,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        Check.NotBlankIfGiven(paymentId, nameof(paymentId));
        return _decider.ExplainAsync(subject, paymentId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> LinkAsync(string userId, string customerId, CancellationToken cancellationToken = default)
    {
        Check.NotBlank(userId, nameof(userId));
        Check.LengthAtMost(userId, SubjectIds.MaxUserIdLength, nameof(userId));
        Check.NotBlank(customerId, nameof(customerId));
        return _engine.Store.LinkAsync(
            _engine.Environment,
            userId,
            customerId,
            _engine.Clock.GetUtcNow(),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<int> EraseAsync(
        SubjectIds subject,
        bool eraseReceipts = false,
        CancellationToken cancellationToken = default
    )
    {
        SubjectIds.Require(subject);
        var known = await SubjectAsync(subject, cancellationToken).ConfigureAwait(false);

        // First the bodies and the quotes: if the process ends in between, a repeated call must still find the customers by their links.
        var erased = 0;
        if (_engine.Inbox is { } inbox)
        {
            foreach (var customer in known.CustomerIds)
                erased += await inbox.EraseAsync(customer, cancellationToken).ConfigureAwait(false);
        }

        if (_engine.Quotes is { } quotes)
            erased += await quotes.EraseAsync(_engine.Environment, known, cancellationToken).ConfigureAwait(false);

        return erased
            + await _engine
                .Store.EraseAsync(
                    _engine.Environment,
                    known,
                    eraseReceipts,
                    _engine.Clock.GetUtcNow(),
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> ResumeRuleAsync(string ruleId, CancellationToken cancellationToken = default)
    {
        Check.NotBlank(ruleId, nameof(ruleId));
        return _engine.Store.ResumeAsync(_engine.Environment, ruleId, _engine.Clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>
    /// Expires offers whose time is over, and brings accepted ones to the state of their charge. For apps without a
    /// host: call it every few minutes. With a host it runs automatically.
    /// </summary>
    /// <remarks>A failure is logged, and what is left is done at the next call.</remarks>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task ReconcileAsync(CancellationToken cancellationToken = default) => _worker.RunAsync(cancellationToken);

    private Task<OfferSubject> SubjectAsync(SubjectIds subject, CancellationToken cancellationToken) =>
        _engine.Store.FindSubjectAsync(_engine.Environment, subject, cancellationToken);
}
