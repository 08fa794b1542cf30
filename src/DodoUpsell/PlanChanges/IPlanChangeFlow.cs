namespace DodoUpsell;

/// <inheritdoc cref="PlanChangeFlow"/>
public interface IPlanChangeFlow
{
    /// <summary>Quotes a change to another plan, with the seats and add-ons that the subscription has.</summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="productId">The new plan, <c>pdt_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<PlanChangeQuote> PreviewAsync(
        string subscriptionId,
        string productId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Quotes a change. It changes nothing and charges nothing.</summary>
    /// <remarks>A change that is not possible is a quote with a <see cref="PlanChangeQuote.Refusal"/>.</remarks>
    /// <param name="request">What is to change; the rest is carried over.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The request is incomplete; nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be read.</exception>
    Task<PlanChangeQuote> PreviewAsync(PlanChangeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the change that was quoted, if it costs no more than that; a second confirmation is a repeat and returns
    /// the same outcome.
    /// </summary>
    /// <param name="quote">The quote that the customer accepted.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    /// <returns>The outcome. Give what the new plan has on <see cref="PlanChangeOutcome.Changed"/> only.</returns>
    /// <exception cref="DodoException">The API could not be reached before anything was sent; confirm the same quote
    /// again.</exception>
    Task<PlanChangeOutcome> ConfirmAsync(PlanChangeQuote quote, CancellationToken cancellationToken = default);

    /// <summary>
    /// As <see cref="ConfirmAsync(PlanChangeQuote, CancellationToken)"/>, and lets the amounts rise a little.
    /// </summary>
    /// <param name="quote">The quote that the customer accepted.</param>
    /// <param name="tolerance">By how much an amount may be worse than quoted, in the quote's currency; nothing by
    /// default.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    /// <exception cref="DodoException">The API could not be reached before anything was sent; confirm the same quote
    /// again.</exception>
    Task<PlanChangeOutcome> ConfirmAsync(
        PlanChangeQuote quote,
        Money tolerance,
        CancellationToken cancellationToken = default
    );

    /// <summary>Quotes and confirms in one call, up to a maximum.</summary>
    /// <param name="request">What is to change; the rest is carried over.</param>
    /// <param name="atMost">The most that may be charged now, tax included. Zero for what must cost nothing.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete; nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was sent.</exception>
    Task<PlanChangeOutcome> ChangeAsync(
        PlanChangeRequest request,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Moves to a higher plan now, up to a maximum; a lower one of the same billing interval is refused. Discounts stay
    /// as far as they are still valid.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="productId">The new plan, <c>pdt_…</c>.</param>
    /// <param name="atMost">The most that may be charged now, tax included.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    Task<PlanChangeOutcome> UpgradeAsync(
        string subscriptionId,
        string productId,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Moves to a lower plan now; what was paid too much becomes credit. A higher one of the same billing interval is
    /// refused. Discounts stay as far as they are still valid.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="productId">The new plan, <c>pdt_…</c>.</param>
    /// <param name="atMost">The most that may be charged now, tax included; zero as a rule.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    Task<PlanChangeOutcome> DowngradeAsync(
        string subscriptionId,
        string productId,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Changes the number of seats now, up to a maximum. Everything else stays, discounts as far as they are still
    /// valid.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="seats">The new number, at least 1.</param>
    /// <param name="atMost">The most that may be charged now, tax included.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    Task<PlanChangeOutcome> ChangeSeatsAsync(
        string subscriptionId,
        int seats,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Adds an add-on now, or changes how many of it there are, up to a maximum. Everything else stays, discounts as
    /// far as they are still valid.
    /// </summary>
    /// <remarks>
    /// Called twice, it changes nothing the second time: the number is the one that the subscription has afterwards.
    /// </remarks>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="addonId">The add-on, <c>adn_…</c>.</param>
    /// <param name="quantity">How many of it the subscription has afterwards, at least 1.</param>
    /// <param name="atMost">The most that may be charged now, tax included.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    Task<PlanChangeOutcome> ChangeAddonAsync(
        string subscriptionId,
        string addonId,
        int quantity,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes an add-on now; what was paid too much becomes credit. Everything else stays, discounts as far as they
    /// are still valid.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="addonId">The add-on, <c>adn_…</c>.</param>
    /// <param name="atMost">The most that may be charged now, tax included; zero as a rule.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    Task<PlanChangeOutcome> RemoveAddonAsync(
        string subscriptionId,
        string addonId,
        Money atMost,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Puts a discount code on the running subscription, from the next renewal on. Nothing is charged; all that is on
    /// it stays.
    /// </summary>
    /// <remarks>The API does this by a change of plan, which ends a trial: wait until it is over.</remarks>
    /// <inheritdoc cref="PreviewAsync(string, string, CancellationToken)"/>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    Task<PlanChangeOutcome> AddDiscountAsync(
        string subscriptionId,
        string code,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Schedules a change for the next renewal. Nothing is charged now, and the renewal charges the new plan in full.
    /// </summary>
    /// <param name="request">What is to change; its timing is set to the next billing date.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a change that has left is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete; nothing was sent.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was sent.</exception>
    Task<PlanChangeOutcome> ScheduleAsync(PlanChangeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// How the change of a charge key stands, such as later, when its outcome was still out. It changes nothing and
    /// charges nothing.
    /// </summary>
    /// <param name="key">The key of the quote, which each outcome names as well.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome as it is now; null when no change was confirmed under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<PlanChangeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels the scheduled change (<c>DELETE /subscriptions/{subscription_id}/change-plan/scheduled</c>).
    /// </summary>
    /// <param name="subscriptionId">The subscription, <c>sub_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether there was one. A change that is being scheduled at this very moment may still come.</returns>
    /// <exception cref="ArgumentException">The id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed, or there is no such subscription.</exception>
    Task<bool> CancelScheduledAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Pays what a subscription on hold owes with another method, once for the key, and so brings it back.
    /// </summary>
    /// <remarks>
    /// With a new method the customer is sent to a page: <see cref="ChargeOutcome.ActionRequired"/>. The amount is the
    /// API's; it is in <see cref="ChargeOutcome.Succeeded.Charged"/>.
    /// </remarks>
    /// <param name="request">The subscription, the method and the charge key.</param>
    /// <param name="cancellationToken">Stops preparing and waiting; a charge that has left is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete; nothing was sent, and the key stays
    /// free.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged; the key is free
    /// again.</exception>
    Task<ChargeOutcome> RecoverAsync(RecoverRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// How the recovery of a charge key stands, such as later, when its outcome was still out. It changes nothing and
    /// charges nothing.
    /// </summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome as it is now; null when nothing was recovered under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<ChargeOutcome?> FindRecoveryAsync(ChargeKey key, CancellationToken cancellationToken = default);
}
