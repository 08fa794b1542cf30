using DodoUpsell.Offers;
using DodoUpsell.Offers.Reports;

namespace DodoUpsell;

/// <inheritdoc cref="IOfferReports"/>
/// <remarks>Registered by <c>AddDodoUpsells</c>. The class is thread-safe.</remarks>
public sealed class OfferReports : IOfferReports
{
    private readonly OfferEngine _engine;

    internal OfferReports(OfferEngine engine) => _engine = engine;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OfferReport>> ReportAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    )
    {
        Check.That(until > from, nameof(until), "must be after the start of the period");
        var experiments = _engine.Catalogue.Rules.Where(rule => rule.Experiment is not null).ToList();
        var builder = new ReportBuilder(from, until, _engine.Clock.GetUtcNow(), experiments);

        // An interval holds at every look only if it counts the subjects of all earlier looks.
        var first = experiments.Count == 0 ? from : DateTimeOffset.MinValue;
        var offers = _engine.Store.ReadMadeAsync(_engine.Environment, first, until, cancellationToken);
        await foreach (var offer in offers.ConfigureAwait(false))
            builder.Add(offer);
        var movements = _engine.Store.ReadMoneyAsync(_engine.Environment, first, cancellationToken);
        await foreach (var money in movements.ConfigureAwait(false))
            builder.Add(money);
        return builder.ToReports();
    }
}
