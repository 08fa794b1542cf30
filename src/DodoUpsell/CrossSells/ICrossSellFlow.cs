namespace DodoUpsell;

/// <inheritdoc cref="CrossSellFlow"/>
public interface ICrossSellFlow
{
    /// <summary>
    /// Charges the customer's saved payment method for the products, at most once for the key. A repeated call returns
    /// the same outcome.
    /// </summary>
    /// <remarks>
    /// With <c>POST /payments</c>, the billing address is the one in the request, or else that of the customer's last
    /// payment. Waits up to <see cref="ChargingOptions.WaitBudget"/> for the payment to become final. If one-click
    /// charging is not possible, or the charge is declined, a checkout page is opened under the same key. Cancellation
    /// ends the wait; a charge that has been sent is not cancelled, and its outcome is determined later.
    /// </remarks>
    /// <param name="request">The customer, the products and the charge key.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait.</param>
    /// <returns>The outcome. Grant access only on <see cref="ChargeOutcome.Succeeded"/>.</returns>
    /// <exception cref="ArgumentException">The request is incomplete or invalid. Nothing was sent, and the key remains
    /// free.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged. The key is free
    /// again.</exception>
    Task<ChargeOutcome> ChargeAsync(CrossSellRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the current outcome of a charge key, for example when it was not final before. Charges nothing.
    /// </summary>
    /// <param name="key">The key of the request, which each outcome contains as well.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The current outcome, or null if this flow made no charge under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<ChargeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);
}
