namespace DodoUpsell.Webhooks;

/// <summary>The delegates that were given to an inbox itself.</summary>
internal sealed class DelegateHandlers
{
    private readonly object _gate = new();
    private IReadOnlyList<(Predicate<WebhookEvent> Fits, NamedHandler Handler)> _handlers = [];

    public void Add<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handle)
        where TEvent : WebhookEvent
    {
        var handler = new NamedHandler($"a delegate for {typeof(TEvent).Name}", (webhookEvent, context, cancellationToken) => handle((TEvent)webhookEvent, context, cancellationToken));
        lock (_gate) _handlers = [.. _handlers, (webhookEvent => webhookEvent is TEvent, handler)];
    }

    public IEnumerable<NamedHandler> For(WebhookEvent webhookEvent) => _handlers.Where(entry => entry.Fits(webhookEvent)).Select(entry => entry.Handler);
}
