namespace DodoUpsell.Webhooks;

/// <summary>Receives webhook deliveries, records each of them once, and passes them to the handlers.</summary>
public interface IWebhookInbox
{
    /// <summary>
    /// Verifies a delivery and records it, unless it is already recorded. The handlers run later; respond to the
    /// request without waiting for them.
    /// </summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it was received.</param>
    /// <param name="cancellationToken">Cancels the operation while it waits for the store.</param>
    /// <returns>The receipt, which contains the HTTP status to respond with. If the store fails, its exception is
    /// thrown: respond with 500, and Dodo Payments sends the delivery again.</returns>
    Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Reads the request's body up to <see cref="WebhookInboxOptions.MaxBodyBytes"/>, verifies the delivery and records
    /// it, unless it is already recorded.
    /// </summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, from which nothing has been read. It is not disposed.</param>
    /// <param name="cancellationToken">Cancels the operation while it waits for the body or the store.</param>
    /// <returns>The receipt, which contains the HTTP status to respond with.</returns>
    Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        Stream body,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Handles all deliveries that are due now. Use it in tests and in apps without a host; a host handles deliveries
    /// in the background.
    /// </summary>
    /// <returns>The number of attempts by result.</returns>
    Task<WebhookProcessingReport> ProcessAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns the delivery with the given <c>webhook-id</c>, or null if there is none.</summary>
    Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the deliveries in the given state, such as <see cref="InboxState.Parked"/>, ordered by the time of
    /// receipt, oldest first.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of deliveries to return. The default is 100.</param>
    /// <param name="after">The last delivery of the previous page, or null for the first page. The default is
    /// null.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount = 100,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the deliveries about one object in any state, such as those of <c>payment:pay_…</c>, the newest first.
    /// </summary>
    /// <param name="subject">The subject, as in <see cref="InboxDelivery.Subject"/>.</param>
    /// <param name="maxCount">The maximum number of deliveries to return. The default is 100.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
        string subject,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a parked, waiting or completed delivery due now and resets its number of attempts.</summary>
    /// <returns>True if the delivery is due now; false if it does not exist or is being handled.</returns>
    Task<bool> ReplayAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes deliveries that were completed or parked longer ago than their retention period. A host calls it every
    /// hour.
    /// </summary>
    /// <returns>The number of deleted deliveries.</returns>
    Task<int> PruneAsync(CancellationToken cancellationToken = default);
}
