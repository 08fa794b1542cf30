using DodoUpsell.Charging;
using DodoUpsell.Offers.Observing;
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

    /// <summary>Gets the writer of offers.</summary>
    public OfferRecorder Recorder { get; } = new(store, new OfferChanges(observers, charges.Log), charges.Clock);

    public OfferMessages Messages => messages;

    public string NewOfferId() => "ofr_" + (newId?.Invoke() ?? Guid.NewGuid().ToString("N"));
}
