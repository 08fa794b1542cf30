namespace DodoUpsell.Webhooks;

/// <summary>Receives webhook deliveries, records each once, and hands them to the handlers.</summary>
public interface IWebhookInbox
{
    /// <summary>
    /// Verifies a delivery and records it, unless it had been recorded before. Handling it comes after; do not wait for
    /// that.
    /// </summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, byte for byte as it came.</param>
    /// <param name="cancellationToken">Gives up waiting for the store.</param>
    /// <returns>What became of it, with the status to answer with. A failing store throws: answer 500, and Dodo
    /// Payments sends it again.</returns>
    Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default
    );

    /// <summary>As with bytes, reading the request's body itself and no further than the limit.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The request's body, which nobody has read before; it is not disposed of.</param>
    /// <param name="cancellationToken">Gives up waiting for the body and the store.</param>
    /// <returns>What became of it, with the status to answer with.</returns>
    Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        Stream body,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Handles everything that is due now, for an app without a host and for tests; a host does it in the background.
    /// </summary>
    /// <returns>How many attempts ended in which way.</returns>
    Task<WebhookProcessingReport> ProcessAsync(CancellationToken cancellationToken = default);

    /// <summary>One delivery by its <c>webhook-id</c>; null when it is not there.</summary>
    Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// The deliveries in one state, such as <see cref="InboxState.Parked"/>, those received first first.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">How many at most. Default: 100.</param>
    /// <param name="after">The last delivery of the page before. Default: null, the first page.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount = 100,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Makes a delivery due now with all its attempts before it, whether it is parked, waiting or even completed.
    /// </summary>
    /// <returns>False when it is not there or is just being handled.</returns>
    Task<bool> ReplayAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes what was completed or parked longer ago than the options say. A host does it every hour.
    /// </summary>
    /// <returns>How many deliveries were deleted.</returns>
    Task<int> PruneAsync(CancellationToken cancellationToken = default);
}
