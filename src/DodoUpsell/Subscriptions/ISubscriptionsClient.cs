namespace DodoUpsell;

/// <summary>Provides access to subscriptions and their plan changes.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Subscriptions"/> and through dependency injection. Thread-safe. In tests,
/// replace it with your own implementation.
/// </remarks>
public interface ISubscriptionsClient
{
    /// <summary>Lists subscriptions (<c>GET /subscriptions</c>).</summary>
    /// <remarks>
    /// The items contain no add-ons. Get the subscription itself before a plan change that must keep its add-ons.
    /// </remarks>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<SubscriptionListItem> ListAsync(
        ListSubscriptionsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a subscription (<c>POST /subscriptions</c>).</summary>
    /// <remarks>
    /// The API deprecates this operation in favour of checkout sessions. The call is a charge: it is not repeated if
    /// the response is lost.
    /// </remarks>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CreatedSubscription> CreateAsync(
        CreateSubscriptionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets a subscription (<c>GET /subscriptions/{subscription_id}</c>).</summary>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Subscription> GetAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Updates the properties that are set in the request; other properties are unchanged (<c>PATCH
    /// /subscriptions/{subscription_id}</c>).
    /// </summary>
    /// <remarks>Use <see cref="ChangePlanAsync"/> to change the product, quantity or add-ons.</remarks>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Subscription> UpdateAsync(
        string subscriptionId,
        UpdateSubscriptionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Changes the product, quantity, add-ons or discounts of a subscription (<c>POST
    /// /subscriptions/{subscription_id}/change-plan</c>).
    /// </summary>
    /// <remarks>
    /// The call is a charge: it is not repeated if the response is lost. Success means that the change is accepted: get
    /// the subscription and its payment for the result. Add-ons that are not in the request are removed. Preview the
    /// change first, because amounts cannot be computed locally.
    /// </remarks>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<ChangePlanResult> ChangePlanAsync(
        string subscriptionId,
        ChangePlanRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Computes the charge of a plan change without changing anything (<c>POST
    /// /subscriptions/{subscription_id}/change-plan/preview</c>).
    /// </summary>
    /// <remarks>The preview is not a quote: the later charge may differ.</remarks>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<ChangePlanPreview> PreviewChangePlanAsync(
        string subscriptionId,
        ChangePlanRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Cancels the scheduled plan change of a subscription (<c>DELETE
    /// /subscriptions/{subscription_id}/change-plan/scheduled</c>).
    /// </summary>
    /// <remarks>
    /// Fails with status 404 if no change is scheduled, and with status 422 if the subscription is unknown.
    /// </remarks>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task CancelScheduledChangeAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Charges an on-demand subscription (<c>POST /subscriptions/{subscription_id}/charge</c>).</summary>
    /// <remarks>
    /// The call is a charge: it is not repeated if the response is lost. A response means that the charge is accepted;
    /// get the payment for its status.
    /// </remarks>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<SubscriptionCharge> ChargeAsync(
        string subscriptionId,
        ChargeSubscriptionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Changes the payment method of a subscription (<c>POST
    /// /subscriptions/{subscription_id}/update-payment-method</c>).
    /// </summary>
    /// <remarks>
    /// The call is a charge if the subscription is on hold: the amount due is collected at once. It is not repeated if
    /// the response is lost.
    /// </remarks>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="update">A saved payment method, or a hosted page on which the customer enters a new one.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The update is incomplete. Nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<PaymentMethodUpdateResult> UpdatePaymentMethodAsync(
        string subscriptionId,
        PaymentMethodUpdate update,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists metered usage by billing period (<c>GET /subscriptions/{subscription_id}/usage-history</c>).
    /// </summary>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<UsagePeriod> ListUsageHistoryAsync(
        string subscriptionId,
        ListUsageHistoryRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Gets the credit balances of a subscription (<c>GET /subscriptions/{subscription_id}/credit-usage</c>).
    /// </summary>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<SubscriptionCreditUsage> GetCreditUsageAsync(
        string subscriptionId,
        CancellationToken cancellationToken = default
    );
}
