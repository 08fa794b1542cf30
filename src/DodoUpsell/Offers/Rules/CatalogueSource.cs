using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.Offers;

/// <summary>
/// Provides the current catalogue, which is built once for each version of the options. A version that names an unknown
/// audience is not taken over.
/// </summary>
internal sealed class CatalogueSource(
    Func<DodoUpsellOptions> options,
    Func<IReadOnlyList<IOfferAudience>> audiences,
    TimeProvider clock,
    ILogger log
)
{
    private volatile Built? _built;

    public OfferCatalogue Get()
    {
        var current = options();
        var built = _built;
        if (built is not null && ReferenceEquals(built.Options, current))
            return built.Catalogue;
        var (catalogue, failures) = Build(current);
        if (failures.Count > 0)
        {
            if (built is null)
                throw new OptionsValidationException(nameof(DodoUpsellOptions.Offers), typeof(OfferOptions), failures);
            Log.OptionsNotTakenOver(log, string.Join(" ", failures));
            catalogue = built.Catalogue;
        }

        // Two threads may build the same version, which is harmless.
        _built = new(current, catalogue);
        return catalogue;
    }

    /// <summary>Builds the first catalogue when the app starts. An app without offers has nothing to build yet.</summary>
    /// <exception cref="OptionsValidationException">The offers are invalid.</exception>
    public void Start()
    {
        if (options().HasOfferSettings)
            _ = Get();
    }

    private (OfferCatalogue Catalogue, IReadOnlyList<string> Failures) Build(DodoUpsellOptions current)
    {
        var offers = current.HasOfferSettings ? current.Offers : new();
        var failures = AudienceCheck.Failures(
            offers,
            $"{nameof(DodoUpsellOptions)}.{nameof(DodoUpsellOptions.Offers)}",
            audiences
        );
        var catalogue = new OfferCatalogue(offers);
        if (failures.Count == 0)
            catalogue.LogWarnings(clock.GetUtcNow(), log);
        return (catalogue, failures);
    }

    private sealed record Built(DodoUpsellOptions Options, OfferCatalogue Catalogue);
}
