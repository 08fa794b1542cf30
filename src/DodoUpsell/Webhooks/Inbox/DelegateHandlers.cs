namespace DodoUpsell.Webhooks;

/// <summary>The delegates that were registered with <see cref="WebhookInbox.OnWebhook{TEvent}"/>.</summary>
internal sealed class DelegateHandlers
{
    private readonly object _gate = new();
    private IReadOnlyList<Func<WebhookEvent, WebhookContext, NamedHandler?>> _handlers = [];

    public void Add<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handle)
        where TEvent : WebhookEvent
    {
        var name = $"a delegate for {typeof(TEvent).Name}";
        lock (_gate)
            _handlers =
            [
                .. _handlers,
                (webhookEvent, context) =>
                    webhookEvent is TEvent typed
                        ? new NamedHandler(name, cancellationToken => handle(typed, context, cancellationToken))
                        : null,
            ];
    }

    public IEnumerable<NamedHandler> For(WebhookEvent webhookEvent, WebhookContext context) =>
        _handlers.Select(bind => bind(webhookEvent, context)).OfType<NamedHandler>();
}
