namespace DodoUpsell;

/// <inheritdoc cref="UpsellFlow"/>
public interface IUpsellFlow
{
    /// <summary>
    /// Charges the customer's saved method for the products, once for the key; a repeat returns the same outcome.
    /// </summary>
    /// <remarks>
    /// Waits up to <see cref="ChargingOptions.WaitBudget"/> for the payment to become final. Without a usable method,
    /// or after a decline, a checkout page is opened under the same key. Cancelling ends the waiting; a charge that has
    /// left is not taken back, and is settled later.
    /// </remarks>
    /// <param name="request">Who buys what, and the charge key.</param>
    /// <param name="cancellationToken">Stops preparing and waiting.</param>
    /// <returns>The outcome. Grant access on <see cref="ChargeOutcome.Succeeded"/> only.</returns>
    /// <exception cref="ArgumentException">The request is incomplete or wrong; nothing was sent, and the key stays
    /// free.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged; the key is free
    /// again.</exception>
    Task<ChargeOutcome> ChargeAsync(UpsellRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// How the charge of a key stands, such as later, when its outcome was still out. It charges nothing.
    /// </summary>
    /// <param name="key">The key of the request, which each outcome names as well.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome as it is now; null when this flow charged nothing under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<ChargeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says which saved method a charge would use, to show it beside the offer (<c>GET
    /// /customers/{customer_id}/payment-methods</c>).
    /// </summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="purpose">What the method is to be good for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The method, and why each of the others was passed over. Show <see cref="SavedPaymentMethod.Label"/>;
    /// keep the id on the server.</returns>
    /// <exception cref="ArgumentException">The id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed, other than by the store of methods being down.</exception>
    Task<PaymentMethodChoice> ChooseMethodAsync(
        string customerId,
        PaymentMethodPurpose purpose = PaymentMethodPurpose.OneTime,
        CancellationToken cancellationToken = default
    );
}
