namespace DodoUpsell.Webhooks;

/// <summary>A handler that calls a delegate.</summary>
internal sealed class DelegateHandler<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handle)
    : IDodoWebhookHandler<TEvent>
    where TEvent : WebhookEvent
{
    public Task HandleAsync(
        TEvent webhookEvent,
        WebhookContext context,
        CancellationToken cancellationToken = default
    ) => handle(webhookEvent, context, cancellationToken);
}
