namespace DodoUpsell.Webhooks;

/// <summary>A delegate as a handler.</summary>
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
