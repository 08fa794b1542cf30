namespace DodoUpsell;

/// <summary>Provides access to payments, their line items, their invoices and the retries of failed renewals.</summary>
/// <remarks>
/// Available as <see cref="IDodoClient.Payments"/> and through dependency injection. Thread-safe. In tests, replace it
/// with your own implementation.
/// </remarks>
public interface IPaymentsClient
{
    /// <summary>Lists payments (<c>GET /payments</c>).</summary>
    /// <remarks>
    /// Each item contains its metadata, but metadata cannot be searched for: filter by customer and time, and compare
    /// the metadata. The API caps very high page numbers.
    /// </remarks>
    /// <param name="request">The filters and the page size, or null to list everything.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">A filter is invalid. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    AsyncPageable<PaymentListItem> ListAsync(
        ListPaymentsRequest? request = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Charges a saved payment method, or creates a payment link, for one-time products (<c>POST /payments</c>).
    /// </summary>
    /// <remarks>
    /// The API deprecates this operation in favour of checkout sessions, but it is the only way to pay without a
    /// session. The call is a charge: it is not repeated if the response is lost. The response contains no status; get
    /// the payment.
    /// </remarks>
    /// <param name="request">The request to send.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">The request is incomplete or violates a documented limit. Nothing was
    /// sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<CreatedPayment> CreateAsync(CreatePaymentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets a payment (<c>GET /payments/{payment_id}</c>).</summary>
    /// <param name="paymentId">The id of the payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<Payment> GetAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the line items of a payment and the refundable amount of each (<c>GET
    /// /payments/{payment_id}/line-items</c>).
    /// </summary>
    /// <param name="paymentId">The id of the payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<PaymentLineItems> ListLineItemsAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Retries a failed renewal payment by charging the saved payment method again for the open invoice (<c>POST
    /// /payments/{payment_id}/retry</c>).
    /// </summary>
    /// <remarks>
    /// The call is a charge: it is not repeated if the response is lost. It creates a new payment, which is paid only
    /// if its status is <see cref="PaymentStatus.Succeeded"/>. After <see cref="PaymentStatus.Processing"/>, the
    /// webhooks of the payment report the result. Call <see cref="GetRetryStateAsync"/> first to find out whether a
    /// retry is possible.
    /// </remarks>
    /// <param name="paymentId">The id of the failed payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <returns>The id and status of the new payment, and the number of used retries.</returns>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoUnknownOutcomeException">The request may or may not have been executed. Check its outcome
    /// before repeating it.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<PaymentRetry> RetryAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets whether a failed renewal payment can be retried now; if not, also the reason and the time of the next
    /// possible retry (<c>GET /payments/{payment_id}/retry</c>).
    /// </summary>
    /// <remarks>Nothing is charged. A later call of <see cref="RetryAsync"/> may still be refused.</remarks>
    /// <param name="paymentId">The id of the failed payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<PaymentRetryState> GetRetryStateAsync(string paymentId, CancellationToken cancellationToken = default);

    /// <summary>Downloads the invoice of a payment as a PDF (<c>GET /invoices/payments/{payment_id}</c>).</summary>
    /// <param name="paymentId">The id of the payment, <c>pay_…</c>.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A request already sent is not undone.</param>
    /// <returns>The content of the PDF file.</returns>
    /// <exception cref="ArgumentException">An id is blank. Nothing was sent.</exception>
    /// <exception cref="DodoException">The call failed. The derived types specify the reason.</exception>
    Task<byte[]> DownloadInvoiceAsync(string paymentId, CancellationToken cancellationToken = default);
}
