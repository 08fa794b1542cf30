namespace DodoUpsell;

/// <summary>Payments, their lines, their invoices and the retries of failed renewals.</summary>
/// <remarks>
/// Reached through <see cref="IDodoClient.Payments"/>, or from dependency injection. Safe for many threads. Substitute
/// it in tests.
/// </remarks>
public interface IPaymentsClient
{
    /// <summary>Lists payments (<c>GET /payments</c>).</summary>
    /// <remarks>
    /// Metadata is on each row but cannot be searched for; filter by customer and time, and compare. Very high page
    /// numbers are capped by the API.
    /// </remarks>
    /// <param name="request">Filters and the size of a page; null for everything.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">A filter is wrong; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    AsyncPageable<PaymentListItem> ListAsync(
        ListPaymentsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Charges a saved payment method, or makes a payment link, for one-time products (<c>POST /payments</c>).
    /// </summary>
    /// <remarks>
    /// Deprecated by the API in favour of checkout sessions, and still its only way to pay without one. A charge: it is
    /// not repeated when its answer is lost. The answer has no status; read the payment.
    /// </remarks>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">The request is incomplete or breaks a documented limit; nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<CreatedPayment> CreateAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payment (<c>GET /payments/{payment_id}</c>).</summary>
    /// <param name="paymentId">The payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<Payment> GetAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists what was paid for, and how much of each line can be refunded (<c>GET
    /// /payments/{payment_id}/line-items</c>).
    /// </summary>
    /// <param name="paymentId">The payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<PaymentLineItems> ListLineItemsAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Retries a failed renewal payment by charging the saved payment method again for its open invoice (<c>POST
    /// /payments/{payment_id}/retry</c>).
    /// </summary>
    /// <remarks>
    /// A charge: it is not repeated when its answer is lost. It makes a new payment. A status other than
    /// <see cref="PaymentStatus.Succeeded"/> is not paid; <see cref="PaymentStatus.Processing"/> is settled by the
    /// payment's webhooks. <see cref="GetRetryStateAsync"/> says beforehand whether it is possible.
    /// </remarks>
    /// <param name="paymentId">The failed payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <returns>The new payment's id and status, and the number of retries that are used.</returns>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">It may have been executed. Find out before you repeat
    /// it.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<PaymentRetry> RetryAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads whether a failed renewal payment can be retried now, and if not, why and when (<c>GET
    /// /payments/{payment_id}/retry</c>).
    /// </summary>
    /// <remarks>Charges nothing. A later call of <see cref="RetryAsync"/> may still be refused.</remarks>
    /// <param name="paymentId">The failed payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<PaymentRetryState> GetRetryStateAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Downloads the invoice as a PDF (<c>GET /invoices/payments/{payment_id}</c>).</summary>
    /// <param name="paymentId">The payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">Stops waiting; what was sent already is not taken back.</param>
    /// <returns>The bytes of the PDF.</returns>
    /// <exception cref="ArgumentException">An id is blank; nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed; the derived types say how.</exception>
    Task<byte[]> DownloadInvoiceAsync(string paymentId, CancellationToken cancellationToken = default);
}
