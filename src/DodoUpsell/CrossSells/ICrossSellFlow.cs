namespace DodoUpsell;

/// <inheritdoc cref="CrossSellFlow"/>
public interface ICrossSellFlow
{
    /// <summary>
    /// Charges the customer's saved method for the products, once for the key; a repeat returns the same outcome.
    /// </summary>
    /// <remarks>
    /// Through <c>POST /payments</c> the address to bill is the one given, or else that of the customer's last payment.
    /// Waits up to <see cref="ChargingOptions.WaitBudget"/> for the payment to become final. Where one click is not
    /// possible, or after a decline, a checkout page is opened under the same key. Cancelling ends the waiting; a
    /// charge that has left is not taken back, and is settled later.
    /// </remarks>
    /// <param name="request">Who buys what, and the charge key.</param>
    /// <param name="cancellationToken">Stops preparing and waiting.</param>
    /// <returns>The outcome. Grant access on <see cref="ChargeOutcome.Succeeded"/> only.</returns>
    /// <exception cref="ArgumentException">The request is incomplete or wrong; nothing was sent, and the key stays
    /// free.</exception>
    /// <exception cref="DodoException">The API could not be reached before anything was charged; the key is free
    /// again.</exception>
    Task<ChargeOutcome> ChargeAsync(CrossSellRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// How the charge of a key stands, such as later, when its outcome was still out. It charges nothing.
    /// </summary>
    /// <param name="key">The key of the request, which each outcome names as well.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The outcome as it is now; null when this flow charged nothing under the key.</returns>
    /// <exception cref="ArgumentException">The key is the default value.</exception>
    Task<ChargeOutcome?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default);
}
