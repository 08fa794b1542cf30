namespace DodoUpsell.Webhooks;

/// <summary>
/// Handles webhook events of one type. A handler for <see cref="WebhookEvent"/> handles all events. Register it with
/// <c>AddWebhookHandler</c>.
/// </summary>
/// <remarks>
/// A handler is called at least once for each delivery. It is called again if it or another handler of the same
/// delivery fails, or if the process ends before the result is recorded. It is never called concurrently for two
/// deliveries about the same subject, and never with an older object than the newest recorded one, so a handler can
/// store the event's data unchanged, whatever the order of arrival.
/// </remarks>
/// <typeparam name="TEvent">The type of the events.</typeparam>
public interface IDodoWebhookHandler<in TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Handles one event. If it throws an exception, the delivery is retried later.</summary>
    /// <param name="webhookEvent">The event with the newest object that is recorded for its subject.</param>
    /// <param name="context">Information about the delivery.</param>
    /// <param name="cancellationToken">A token that is cancelled when the app stops or
    /// <see cref="WebhookInboxOptions.HandlerTimeout"/> expires.</param>
    Task HandleAsync(TEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken = default);
}
