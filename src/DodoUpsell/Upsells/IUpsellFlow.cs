namespace DodoUpsell;

/// <inheritdoc cref="UpsellFlow"/>
public interface IUpsellFlow
{
    /// <summary>
    /// Charges the customer's saved payment method for the products, at most once for the key. A repeated call returns
    /// the same outcome.
    /// </summary>
    /// <remarks>
    /// Waits up to <see cref="ChargingOptions.WaitBudget"/> for the payment to become final. If there is no usable
    /// payment method, or the charge is declined, a checkout page is opened under the same key. Cancellation ends the
    /// wait; a charge that has been sent is not cancelled, and its outcome is determined later.
    /// </remarks>
    /// <param name="request">The customer, the products and the charge key.</param>
    /// <param name="cancellationToken">A token to cancel the preparation and the wait.</param>
    /// <returns>The outcome. Grant access only on <see cref="ChargeOutcome.Succeeded"/>.</returns>
    /// <exception cref="ArgumentException">The request is incomplete or invalid. Nothing was sent, and the key remains
    /// free.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged. The key is free
    /// again.</exception>
    Task<ChargeOutcome> ChargeAsync(UpsellRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the current outcome of a charge key, for example when it was not final before. Charges nothing.
    /// </summary>
    /// <param name="key">The key of the request, which each outcome contains as well.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The current outcome, or null if this flow made no charge under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<ChargeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the saved payment method that a charge would use, to show it with the offer (<c>GET
    /// /customers/{customer_id}/payment-methods</c>).
    /// </summary>
    /// <param name="customerId">The id of the customer.</param>
    /// <param name="purpose">The purpose of the charge.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment method, and the reason why each of the others was rejected. Show
    /// <see cref="SavedPaymentMethod.Label"/>; keep the id on the server.</returns>
    /// <exception cref="ArgumentException">The id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. A 502, which means that the payment methods are unavailable,
    /// does not throw: the reason is then <see cref="NoPaymentMethodReason.ListUnavailable"/>.</exception>
    Task<PaymentMethodChoice> ChooseMethodAsync(
        string customerId,
        PaymentMethodPurpose purpose = PaymentMethodPurpose.OneTime,
        CancellationToken cancellationToken = default
    );
}
