namespace DodoUpsell;

/// <inheritdoc cref="PlanChangeFlow"/>
public interface IPlanChangeFlow
{
    /// <summary>Quotes a change to another plan, with the subscription's current seats and add-ons.</summary>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="productId">The id of the new plan, <c>pdt_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<PlanChangeQuote> PreviewAsync(
        string subscriptionId,
        string productId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Quotes a change. Changes nothing and charges nothing.</summary>
    /// <remarks>If the change is not possible, the quote has a <see cref="PlanChangeQuote.Refusal"/>.</remarks>
    /// <param name="request">The changes. Everything else is carried over.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The request is incomplete. Nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<PlanChangeQuote> PreviewAsync(PlanChangeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the quoted change, unless it would cost more than quoted. Confirming a quote again returns the same
    /// outcome.
    /// </summary>
    /// <param name="quote">The quote that the customer accepted.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    /// <returns>The outcome. Provide what the new plan includes only on
    /// <see cref="PlanChangeOutcome.Changed"/>.</returns>
    /// <exception cref="DodoException">The API could not be reached before anything was sent. Confirm the same quote
    /// again.</exception>
    Task<PlanChangeOutcome> ConfirmAsync(PlanChangeQuote quote, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the quoted change as <see cref="ConfirmAsync(PlanChangeQuote, CancellationToken)"/> does, but allows
    /// slightly higher amounts.
    /// </summary>
    /// <param name="quote">The quote that the customer accepted.</param>
    /// <param name="tolerance">The amount by which each amount may be worse than quoted, in the quote's currency. The
    /// default is zero.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    /// <exception cref="DodoException">The API could not be reached before anything was sent. Confirm the same quote
    /// again.</exception>
    Task<PlanChangeOutcome> ConfirmAsync(
        PlanChangeQuote quote,
        Money tolerance,
        CancellationToken cancellationToken = default
    );

    /// <summary>Quotes and confirms a change in one call, up to a maximum amount.</summary>
    /// <param name="request">The changes. Everything else is carried over.</param>
    /// <param name="atMost">The maximum amount to charge now, including tax. Zero if the change must be free.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    /// <exception cref="ArgumentException">The request is incomplete. Nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was sent.</exception>
    Task<PlanChangeOutcome> ChangeAsync(
        PlanChangeRequest request,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Moves the subscription to a more expensive plan now, up to a maximum amount. A cheaper plan with the same
    /// billing interval is refused. Discounts that are still valid are kept.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="productId">The id of the new plan, <c>pdt_…</c>.</param>
    /// <param name="atMost">The maximum amount to charge now, including tax.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    Task<PlanChangeOutcome> UpgradeAsync(
        string subscriptionId,
        string productId,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Moves the subscription to a cheaper plan now. The amount overpaid becomes credit. A more expensive plan with the
    /// same billing interval is refused. Discounts that are still valid are kept.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="productId">The id of the new plan, <c>pdt_…</c>.</param>
    /// <param name="atMost">The maximum amount to charge now, including tax. Usually zero.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    Task<PlanChangeOutcome> DowngradeAsync(
        string subscriptionId,
        string productId,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Changes the number of seats now, up to a maximum amount. Everything else is unchanged, except discounts that are
    /// no longer valid.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="seats">The new number of seats. Must be at least 1.</param>
    /// <param name="atMost">The maximum amount to charge now, including tax.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    Task<PlanChangeOutcome> ChangeSeatsAsync(
        string subscriptionId,
        int seats,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Adds an add-on now or changes its quantity, up to a maximum amount. Everything else is unchanged, except
    /// discounts that are no longer valid.
    /// </summary>
    /// <remarks>Idempotent: the quantity is the one that the subscription has after the change.</remarks>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="addonId">The id of the add-on, <c>adn_…</c>.</param>
    /// <param name="quantity">The quantity of the add-on after the change. Must be at least 1.</param>
    /// <param name="atMost">The maximum amount to charge now, including tax.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    Task<PlanChangeOutcome> ChangeAddonAsync(
        string subscriptionId,
        string addonId,
        int quantity,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes an add-on now. The amount overpaid becomes credit. Everything else is unchanged, except discounts that
    /// are no longer valid.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="addonId">The id of the add-on, <c>adn_…</c>.</param>
    /// <param name="atMost">The maximum amount to charge now, including tax. Usually zero.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    Task<PlanChangeOutcome> RemoveAddonAsync(
        string subscriptionId,
        string addonId,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Adds a discount code to an active subscription, effective from the next renewal. Nothing is charged and
    /// everything else is unchanged.
    /// </summary>
    /// <remarks>The API implements this as a plan change, which ends a trial. Wait until the trial is over.</remarks>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="code">The discount code.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    Task<PlanChangeOutcome> AddDiscountAsync(
        string subscriptionId,
        string code,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Schedules a change for the next renewal. Nothing is charged now, and the renewal charges the full price of the
    /// new plan.
    /// </summary>
    /// <param name="request">The changes. The timing is set to the next billing date.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A change that has been sent is
    /// not cancelled.</param>
    /// <exception cref="ArgumentException">The request is incomplete. Nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was sent.</exception>
    Task<PlanChangeOutcome> ScheduleAsync(PlanChangeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the current outcome of a plan change, for example when it was not final before. Changes nothing and
    /// charges nothing.
    /// </summary>
    /// <param name="key">The key of the quote, which each outcome contains as well.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The current outcome, or null if no change was confirmed under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<PlanChangeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels the scheduled change (<c>DELETE /subscriptions/{subscription_id}/change-plan/scheduled</c>).
    /// </summary>
    /// <param name="subscriptionId">The id of the subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if there was a scheduled change. A change that is being scheduled at the same time may still take
    /// effect.</returns>
    /// <exception cref="ArgumentException">The id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed, or the subscription does not exist.</exception>
    Task<bool> CancelScheduledAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Pays the outstanding amount of a subscription on hold with another payment method, at most once for the key,
    /// which makes the subscription active again.
    /// </summary>
    /// <remarks>
    /// For a new payment method the customer is sent to a page: <see cref="ChargeOutcome.ActionRequired"/>. The API
    /// determines the amount; it is in <see cref="ChargeOutcome.Succeeded.Charged"/>.
    /// </remarks>
    /// <param name="request">The subscription, the payment method and the charge key.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait. A charge that has been sent is
    /// not cancelled.</param>
    /// <exception cref="ArgumentException">The request is incomplete. Nothing was sent, and the key remains
    /// free.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged. The key is free
    /// again.</exception>
    Task<ChargeOutcome> RecoverAsync(RecoverRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the current outcome of a recovery, for example when it was not final before. Changes nothing and charges
    /// nothing.
    /// </summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The current outcome, or null if no recovery was made under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<ChargeOutcome?> FindRecoveryAsync(ChargeKey key, CancellationToken cancellationToken = default);
}
