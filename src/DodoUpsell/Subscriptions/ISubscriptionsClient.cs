namespace DodoUpsell;

/// <summary>Subscriptions and their plan changes.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Subscriptions"/>, or from dependency injection. Safe for many threads.
/// Substitute it in tests.
/// </remarks>
public interface ISubscriptionsClient
{
    /// <summary>Lists subscriptions (<c>GET /subscriptions</c>).</summary>
    /// <remarks>Rows have no add-ons; read the subscription itself before a plan change that must keep them.</remarks>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<SubscriptionListItem> ListAsync(
        ListSubscriptionsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Starts a subscription (<c>POST /subscriptions</c>).</summary>
    /// <remarks>
    /// Deprecated by the API in favour of checkout sessions. A charge: it is not repeated when its answer is lost.
    /// </remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CreatedSubscription> CreateAsync(
        CreateSubscriptionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a subscription (<c>GET /subscriptions/{subscription_id}</c>).</summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Subscription> GetAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes what is set in the request and leaves the rest alone (<c>PATCH /subscriptions/{subscription_id}</c>).
    /// </summary>
    /// <remarks>Product, quantity and add-ons are changed by <see cref="ChangePlanAsync"/>.</remarks>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Subscription> UpdateAsync(
        string subscriptionId,
        UpdateSubscriptionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Changes product, quantity, add-ons or discounts (<c>POST /subscriptions/{subscription_id}/change-plan</c>).
    /// </summary>
    /// <remarks>
    /// A charge: it is not repeated when its answer is lost. Its success means accepted: read the subscription and its
    /// payment. Add-ons that are not in the request are removed. Preview first; amounts cannot be computed on this
    /// side.
    /// </remarks>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<ChangePlanResult> ChangePlanAsync(
        string subscriptionId,
        ChangePlanRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Computes what a plan change would charge, and changes nothing (<c>POST
    /// /subscriptions/{subscription_id}/change-plan/preview</c>).
    /// </summary>
    /// <remarks>Not a quote: the later charge may differ.</remarks>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<ChangePlanPreview> PreviewChangePlanAsync(
        string subscriptionId,
        ChangePlanRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Cancels the scheduled plan change (<c>DELETE /subscriptions/{subscription_id}/change-plan/scheduled</c>).
    /// </summary>
    /// <remarks>404 when none is scheduled, 422 when the subscription is unknown.</remarks>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task CancelScheduledChangeAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Charges an on-demand subscription (<c>POST /subscriptions/{subscription_id}/charge</c>).</summary>
    /// <remarks>
    /// A charge: it is not repeated when its answer is lost. The answer means accepted; read the payment.
    /// </remarks>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<SubscriptionCharge> ChargeAsync(
        string subscriptionId,
        ChargeSubscriptionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Moves the subscription to another payment method (<c>POST
    /// /subscriptions/{subscription_id}/update-payment-method</c>).
    /// </summary>
    /// <remarks>
    /// A charge when the subscription is on hold: what is owed is collected at once. It is not repeated when its answer
    /// is lost.
    /// </remarks>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="update">A saved method, or a page on which the customer enters a new one.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The update is incomplete; nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<PaymentMethodUpdateResult> UpdatePaymentMethodAsync(
        string subscriptionId,
        PaymentMethodUpdate update,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists metered usage by billing period (<c>GET /subscriptions/{subscription_id}/usage-history</c>).
    /// </summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<UsagePeriod> ListUsageHistoryAsync(
        string subscriptionId,
        ListUsageHistoryRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Reads the credit balances of a subscription (<c>GET /subscriptions/{subscription_id}/credit-usage</c>).
    /// </summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<SubscriptionCreditUsage> GetCreditUsageAsync(
        string subscriptionId,
        CancellationToken cancellationToken = default
    );
}
