using DodoUpsell.Charging;
using DodoUpsell.Offers;

namespace DodoUpsell;

/// <inheritdoc cref="IConsentReceipts"/>
/// <remarks>
/// Use dependency injection (<see cref="IConsentReceipts"/>) or create an instance with <c>new</c>. The class is
/// thread-safe.
/// </remarks>
public sealed class ConsentReceipts : IConsentReceipts
{
    private readonly DodoEnvironment _environment;
    private readonly IOfferStore _store;
    private readonly IChargeLedger _ledger;
    private readonly TimeProvider _clock;
    private readonly Func<ChargingOptions> _options;

    /// <summary>Creates an instance without dependency injection.</summary>
    /// <param name="dodo">The client of the flow. Receipts of its environment are used.</param>
    /// <param name="ledger">The ledger of the flow.</param>
    /// <param name="store">The store of the flow.</param>
    /// <param name="charging">The options of charges, of which only <see cref="ChargingOptions.Retention"/> is used, or
    /// null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    public ConsentReceipts(
        IDodoClient dodo,
        IChargeLedger ledger,
        IOfferStore store,
        ChargingOptions? charging = null,
        TimeProvider? timeProvider = null
    )
        : this(
            Check.NotNull(dodo, nameof(dodo)).Environment,
            Check.NotNull(ledger, nameof(ledger)),
            Check.NotNull(store, nameof(store)),
            timeProvider ?? TimeProvider.System,
            OptionsOf(charging)
        ) { }

    internal ConsentReceipts(OfferEngine engine)
        : this(engine.Environment, engine.Charges.Ledger, engine.Store, engine.Clock, engine.Charges.Options) { }

    private ConsentReceipts(
        DodoEnvironment environment,
        IChargeLedger ledger,
        IOfferStore store,
        TimeProvider clock,
        Func<ChargingOptions> options
    ) => (_environment, _ledger, _store, _clock, _options) = (environment, ledger, store, clock, options);

    /// <inheritdoc/>
    public Task<ConsentReceipt?> FindAsync(string offerId, CancellationToken cancellationToken = default)
    {
        Check.NotBlank(offerId, nameof(offerId));
        return _store.FindReceiptAsync(_environment, offerId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> ExportAsync(string offerId, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(offerId, cancellationToken).ConfigureAwait(false) is not { } receipt)
            return null;
        var head = new ReceiptHead(receipt.Number, receipt.Hash);
        await foreach (var later in _store.ReadReceiptsAsync(_environment, cancellationToken).ConfigureAwait(false))
            head = new(later.Number, later.Hash);
        return ReceiptDocument.Of(receipt, head, _clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task<ReceiptReport> VerifyAsync(
        ReceiptHead? knownHead = null,
        CancellationToken cancellationToken = default
    )
    {
        var verifier = new ReceiptVerifier(_environment, knownHead);
        await foreach (var receipt in _store.ReadReceiptsAsync(_environment, cancellationToken).ConfigureAwait(false))
        {
            verifier.Add(receipt);
            if (!await HasChargeAsync(receipt, cancellationToken).ConfigureAwait(false))
                verifier.Fault(ReceiptFaultKind.WithoutCharge, receipt.Number, receipt.OfferId);
        }

        verifier.EndOfChain();
        await FindMissingAsync(verifier, cancellationToken).ConfigureAwait(false);
        return verifier.ToReport();
    }

    // The ledger forgets charges after its retention. Before, a receipt has its charge.
    private async Task<bool> HasChargeAsync(ConsentReceipt receipt, CancellationToken cancellationToken)
    {
        var isKnown = false;
        foreach (var key in new[] { receipt.OfferId, $"planchange-{receipt.OfferId}" })
        {
            if (
                !ChargeKey.TryParse(key, out var valid)
                || await _ledger.FindAsync(_environment, valid, cancellationToken).ConfigureAwait(false)
                    is not { } charge
            )
                continue;
            if (charge.State is ChargeState.Succeeded or ChargeState.Refunded)
                return true;
            isKnown = true;
        }

        return !isKnown
            && (
                ReceiptContent.Parse(receipt.Json) is not { } content
                || content.SettledAt < _clock.GetUtcNow() - _options().Retention
            );
    }

    private async Task FindMissingAsync(ReceiptVerifier verifier, CancellationToken cancellationToken)
    {
        var until = _clock.GetUtcNow() + TimeSpan.FromDays(1);
        await foreach (
            var offer in _store
                .ReadMadeAsync(_environment, DateTimeOffset.UnixEpoch, until, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            if (
                offer is not ({ State: OfferState.Accepted } or { Failure: OfferFailure.Refunded })
                || verifier.Has(offer.Id)
            )
                continue;

            // The offer may have been accepted after its place in the chain was read.
            if (await _store.FindReceiptAsync(_environment, offer.Id, cancellationToken).ConfigureAwait(false) is null)
                verifier.Fault(ReceiptFaultKind.WithoutReceipt, number: null, offer.Id);
        }
    }

    private static Func<ChargingOptions> OptionsOf(ChargingOptions? charging)
    {
        var kept = charging?.Copy() ?? new ChargingOptions();
        return () => kept;
    }
}
