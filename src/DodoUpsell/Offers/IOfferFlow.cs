using System.Globalization;

namespace DodoUpsell;

/// <summary>
/// Finds offers for subjects, and accepts, declines and explains them. What is offered is decided by the rules of the
/// catalogue.
/// </summary>
public interface IOfferFlow
{
    /// <summary>
    /// Finds the offer after a purchase. A repeated call returns the same offer while it is open.
    /// </summary>
    /// <remarks>
    /// It never throws because of a slow or failing API: after <see cref="OfferOptions.DecisionDeadline"/>, and on
    /// failed reads, there is no offer.
    /// </remarks>
    /// <param name="purchase">The purchase. Its payment is read and verified.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    Task<OfferDecision> FindOfferAsync(OfferPurchase purchase, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds an offer for a subject at a placement, at any time. A repeated call returns the same offer while it is
    /// open.
    /// </summary>
    /// <inheritdoc cref="FindOfferAsync(OfferPurchase, CancellationToken)"/>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="placement">The placement, as in <see cref="OfferRule.Placement"/>.</param>
    /// <param name="culture">The culture of the disclosure, or null for
    /// <see cref="CultureInfo.CurrentUICulture"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<OfferDecision> FindOfferAsync(
        SubjectIds subject,
        string placement,
        CultureInfo? culture = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the newest open offer of a subject, or null if there is none. It decides nothing and calls no API.
    /// </summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<Offer?> FindOpenAsync(SubjectIds subject, CancellationToken cancellationToken = default);

    /// <summary>Returns an offer of a subject in any state, or null if there is none.</summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="offerId">The id of the offer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<Offer?> FindAsync(SubjectIds subject, string offerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Accepts an offer and charges the customer at most once, however often it is called. A repeated call returns the
    /// same outcome.
    /// </summary>
    /// <param name="request">The offer, the disclosure that was shown, and the subject.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A charge that has been sent is
    /// not cancelled.</param>
    /// <returns>The outcome. Grant access only on <see cref="OfferOutcome.Succeeded"/>.</returns>
    /// <exception cref="ArgumentException">The request is incomplete. Nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged. The offer is open
    /// again.</exception>
    Task<OfferOutcome> AcceptAsync(AcceptOfferRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the current outcome of an accepted offer, for polling and reload, or null if it was not accepted.
    /// Charges nothing.
    /// </summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="offerId">The id of the offer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<OfferOutcome?> FindOutcomeAsync(
        SubjectIds subject,
        string offerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Declines an offer and returns the downsell, if there is one. A repeated call returns the same downsell while it
    /// is open.
    /// </summary>
    /// <param name="subject">The subject that your app has authenticated.</param>
    /// <param name="offerId">The id of the offer. An offer that was accepted is not declined.</param>
    /// <param name="culture">The culture of the downsell's disclosure, or null for
    /// <see cref="CultureInfo.CurrentUICulture"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The downsell or none, or null if the subject has no such offer.</returns>
    Task<OfferDecision?> DeclineAsync(
        SubjectIds subject,
        string offerId,
        CultureInfo? culture = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Explains for every rule why it is or is not offered to a subject now. Nothing is stored or shown.
    /// </summary>
    /// <param name="subject">The subject.</param>
    /// <param name="paymentId">The id of the purchase, or null to explain without one.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<OfferExplanation> ExplainAsync(
        SubjectIds subject,
        string? paymentId = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Links a customer to a user of your app, so that both are one subject.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <param name="customerId">The id of the customer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if the customer is linked to the user; false if it is linked to another one.</returns>
    /// <exception cref="ArgumentException">An id is blank or too long.</exception>
    Task<bool> LinkAsync(string userId, string customerId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases what is stored about a subject: its links, offers, assignments, movements of money, quotes of plan
    /// changes and webhook bodies.
    /// Charges contain ids only and are kept.
    /// </summary>
    /// <remarks>
    /// An offer whose charge is under way is kept, and so are the bodies of deliveries that are to be handled. Call the
    /// method again later, with the id of the customer.
    /// </remarks>
    /// <param name="subject">The subject.</param>
    /// <param name="eraseReceipts">Whether the content of consent receipts is erased, too. Keep it as long as a payment
    /// can be disputed. The default is false.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of erased records.</returns>
    Task<int> EraseAsync(SubjectIds subject, bool eraseReceipts = false, CancellationToken cancellationToken = default);

    /// <summary>Uses a rule again that paused itself.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if the rule was paused.</returns>
    Task<bool> ResumeRuleAsync(string ruleId, CancellationToken cancellationToken = default);
}
