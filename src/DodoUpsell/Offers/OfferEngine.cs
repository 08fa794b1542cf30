using DodoUpsell.Charging;
using DodoUpsell.Offers.Experiments;
using DodoUpsell.Offers.Observing;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Offers;

/// <summary>Holds what the parts of the offer flow share: the charge engine of the account, the store and the catalogue.</summary>
internal sealed class OfferEngine(
    ChargeEngine charges,
    IOfferStore store,
    Func<OfferCatalogue> catalogue,
    IOfferAllocator allocator,
    Func<IReadOnlyList<IOfferAudience>> audiences,
    IReadOnlyList<IOfferObserver> observers,
    OfferMessages messages,
    Func<IWebhookInboxStore?>? inbox = null,
    Func<IPlanChangeQuoteStore?>? quotes = null,
    Func<string>? newId = null
)
{
    public ChargeEngine Charges => charges;

    public IDodoClient Dodo => charges.Dodo;

    public DodoEnvironment Environment => charges.Environment;

    public TimeProvider Clock => charges.Clock;

    public ILogger Log => charges.Log;

    public IOfferStore Store => store;

    /// <summary>Gets the current catalogue. It is immutable; changed options produce a new one.</summary>
    public OfferCatalogue Catalogue => catalogue();

    public IOfferAllocator Allocator => allocator;

    /// <summary>Gets the audiences. They are resolved for each decision.</summary>
    public IReadOnlyList<IOfferAudience> Audiences => audiences();

    /// <summary>Gets the changes that observers are told.</summary>
    public OfferChanges Changes { get; } = new(observers, charges.Log);

    public OfferMessages Messages => messages;

    /// <summary>Gets the store of webhook deliveries, whose bodies are erased with a subject, or null if there is none.</summary>
    public IWebhookInboxStore? Inbox => inbox?.Invoke();

    /// <summary>Gets the store of quotes of plan changes, which are erased with a subject, or null if there is none.</summary>
    public IPlanChangeQuoteStore? Quotes => quotes?.Invoke();

    public string NewOfferId() => "ofr_" + (newId?.Invoke() ?? Guid.NewGuid().ToString("N"));

    /// <summary>Creates an engine without dependency injection. Arguments that are null get their defaults.</summary>
    public static OfferEngine Create(
        ChargeEngine charges,
        IOfferStore store,
        OfferOptions options,
        IEnumerable<IOfferAudience>? audiences,
        IEnumerable<IOfferObserver>? observers,
        IOfferAllocator? allocator,
        OfferMessages? messages,
        IWebhookInboxStore? inbox,
        IPlanChangeQuoteStore? quotes
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        OfferOptionsCheck.ThrowIfWrong(options);
        IReadOnlyList<IOfferAudience> known = [.. audiences ?? []];
        var failures = AudienceCheck.Failures(options, nameof(OfferOptions), () => known);
        if (failures.Count > 0)
            throw new ArgumentException(string.Join(" ", failures), nameof(audiences));
        var catalogue = new OfferCatalogue(options);
        catalogue.LogWarnings(charges.Clock.GetUtcNow(), charges.Log);
        return new OfferEngine(
            charges,
            store,
            () => catalogue,
            allocator ?? new HashOfferAllocator(),
            () => known,
            [.. observers ?? []],
            messages ?? OfferMessages.Default,
            () => inbox,
            () => quotes
        );
    }
}
