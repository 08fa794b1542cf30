namespace DodoUpsell;

/// <summary>Checkout sessions: hosted pages, and one-click charges of a saved payment method.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.CheckoutSessions"/>, or from dependency injection. Safe for many threads.
/// Substitute it in tests.
/// </remarks>
public interface ICheckoutSessionsClient
{
    /// <summary>
    /// Makes a checkout session, or with <c>Confirm</c> and a saved payment method charges in one click (<c>POST
    /// /checkouts</c>).
    /// </summary>
    /// <remarks>
    /// With <c>Confirm</c> it is a charge: it is not repeated when its answer is lost, and its answer means accepted,
    /// not paid. Read the payment until its status is final. Cancelling the call does not take back a charge that was
    /// sent.
    /// </remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CheckoutSession> CreateAsync(
        CreateCheckoutSessionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Computes what a session would cost, tax and discounts included, and creates nothing (<c>POST
    /// /checkouts/preview</c>).
    /// </summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CheckoutPreview> PreviewAsync(
        CreateCheckoutSessionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads how a session stands (<c>GET /checkouts/{id}</c>).</summary>
    /// <param name="sessionId">The session, <c>cks_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CheckoutSessionStatus> GetAsync(string sessionId, CancellationToken cancellationToken = default);
}
