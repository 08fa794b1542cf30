namespace DodoUpsell;

/// <summary>
/// Stores quotes of plan changes on the server between the request that shows a quote and the one that confirms it, for
/// one account.
/// </summary>
/// <remarks>
/// The browser gets the id of a quote only, so it cannot choose a plan or a price. Each method is one or several
/// atomic statements; an implementation must not read first and write later. Test and live records are kept apart.
/// </remarks>
public interface IPlanChangeQuoteStore
{
    /// <summary>
    /// Adds a quote. Then removes all records whose <see cref="PlanChangeQuoteRecord.KeptUntil"/> is over, and the oldest
    /// unconfirmed quotes of the same subject beyond a number, so that nobody can fill the store.
    /// </summary>
    /// <param name="quote">The quote.</param>
    /// <param name="maxPerSubject">The maximum number of unconfirmed quotes of one subject, at least 1.</param>
    /// <param name="now">The current time, in UTC.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task AddAsync(
        PlanChangeQuoteRecord quote,
        int maxPerSubject,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns a quote, or null if there is none.</summary>
    Task<PlanChangeQuoteRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Marks a quote as confirmed, so that it is kept and a repeated confirmation gets the same outcome. Call it before
    /// the change is made.
    /// </summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="id">The id of the quote.</param>
    /// <param name="confirmedAt">The current time, in UTC.</param>
    /// <param name="keptUntil">The time until which the record is kept, in UTC.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>False if the quote is not stored any more. Do not make the change then.</returns>
    Task<bool> ConfirmAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset confirmedAt,
        DateTimeOffset keptUntil,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes the quotes of a subject, confirmed or not: those that it asked for, and those of its customers'
    /// subscriptions.
    /// </summary>
    /// <remarks>
    /// A change that was confirmed continues, because the ledger protects it. Confirming a removed quote again makes no
    /// change.
    /// </remarks>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="subject">The subject.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of removed quotes.</returns>
    Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        CancellationToken cancellationToken = default
    );
}
