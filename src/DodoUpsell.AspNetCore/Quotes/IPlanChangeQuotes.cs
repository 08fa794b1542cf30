namespace DodoUpsell.AspNetCore;

/// <summary>
/// Quotes and confirms plan changes of a subject's own subscriptions. The quote stays on the server; a page has its id.
/// </summary>
/// <remarks>
/// The endpoints use it. Use it for pages that are rendered on the server. For one of several brands, inject it with
/// the brand's service key.
/// </remarks>
public interface IPlanChangeQuotes
{
    /// <summary>Quotes a change and stores the quote, unless it is not possible. Charges nothing.</summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="request">The change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The quote, or null if the subscription does not exist or belongs to somebody else.</returns>
    /// <exception cref="ArgumentException">The request is incomplete. Nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<PlanChangeQuote?> QuoteAsync(
        SubjectIds subject,
        PlanChangeRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns a stored quote of the subject, or null if there is none.</summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="quoteId">The id of the quote.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<PlanChangeQuote?> FindAsync(SubjectIds subject, string quoteId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the quoted change. Confirming a quote again returns the same outcome, up to 30 days later. A new quote of
    /// <see cref="PlanChangeOutcome.QuoteChanged"/> is stored.
    /// </summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="quoteId">The id of the quote.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    /// <returns>The outcome, or null if the subject has no such quote.</returns>
    /// <exception cref="DodoException">The API could not be reached before anything was sent. Confirm the same quote
    /// again.</exception>
    Task<PlanChangeOutcome?> ConfirmAsync(
        SubjectIds subject,
        string quoteId,
        CancellationToken cancellationToken = default
    );
}
