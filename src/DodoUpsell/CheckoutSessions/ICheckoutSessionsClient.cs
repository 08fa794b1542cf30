namespace DodoUpsell;

/// <summary>
/// Provides access to checkout sessions: hosted checkout pages, and one-click charges of a saved payment method.
/// </summary>
/// <remarks>
/// Available as <see cref="IDodoClient.CheckoutSessions"/> and through dependency injection. Thread-safe. In tests,
/// replace it with your own implementation.
/// </remarks>
public interface ICheckoutSessionsClient
{
    /// <summary>
    /// Creates a checkout session, or charges a saved payment method in one click if <c>Confirm</c> is set (<c>POST
    /// /checkouts</c>).
    /// </summary>
    /// <remarks>
    /// With <c>Confirm</c>, the call is a charge: it is not repeated if the response is lost, and a response means that
    /// the charge is accepted, not paid. Get the payment repeatedly until its status is final. Cancelling the call does
    /// not undo a charge that has already been sent.
    /// </remarks>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CheckoutSession> CreateAsync(
        CreateCheckoutSessionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Computes the price of a session, including tax and discounts, without creating anything (<c>POST
    /// /checkouts/preview</c>).
    /// </summary>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CheckoutPreview> PreviewAsync(
        CreateCheckoutSessionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets the status of a checkout session (<c>GET /checkouts/{id}</c>).</summary>
    /// <param name="sessionId">The id of the session, <c>cks_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CheckoutSessionStatus> GetAsync(string sessionId, CancellationToken cancellationToken = default);
}
