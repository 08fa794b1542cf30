namespace DodoUpsell.Webhooks;

/// <summary>
/// Handles one class of events; one for <see cref="WebhookEvent"/> handles all. Register it with
/// <c>AddWebhookHandler</c>.
/// </summary>
/// <remarks>
/// It is called at least once for each delivery: again when it, or another handler of the same delivery, failed, and
/// when a process ended too early. It is never called at the same time for two deliveries about one subject, and never
/// with an older object than one recorded before, so storing the event's data as it is is right in any order of
/// arrival.
/// </remarks>
/// <typeparam name="TEvent">The class of events.</typeparam>
public interface IDodoWebhookHandler<in TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Handles one event. An exception means that it is tried again later.</summary>
    /// <param name="webhookEvent">The event, with the newest object that is recorded for its subject.</param>
    /// <param name="context">The delivery.</param>
    /// <param name="cancellationToken">Cancelled when the app stops or the time is over.</param>
    Task HandleAsync(TEvent webhookEvent, WebhookContext context, CancellationToken cancellationToken = default);
}
