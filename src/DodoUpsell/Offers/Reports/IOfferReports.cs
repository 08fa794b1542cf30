namespace DodoUpsell;

/// <summary>Reports what offers brought.</summary>
public interface IOfferReports
{
    /// <summary>
    /// Returns one report for each currency in which offers were made in the period, ordered by currency.
    /// </summary>
    /// <remarks>
    /// It reads all offers of the period, and if a rule has an experiment, all offers until its end. Nothing is cached.
    /// </remarks>
    /// <param name="from">The start of the period, in UTC.</param>
    /// <param name="until">The end of the period, in UTC, which is not included.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    Task<IReadOnlyList<OfferReport>> ReportAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );
}
