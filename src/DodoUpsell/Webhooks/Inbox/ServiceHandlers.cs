using DodoUpsell.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Creates the handlers that are registered in the container, with or without a brand's key. Each attempt has its own
/// service scope.
/// </summary>
internal sealed class ServiceHandlers(IServiceScopeFactory scopes, string? brand)
{
    public async ValueTask<HandlerSet> OpenAsync(
        WebhookEvent webhookEvent,
        WebhookContext context,
        IEnumerable<NamedHandler> more
    )
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var services = scope.ServiceProvider;
            var system = services
                .All<ISystemWebhookHandler>(brand)
                .Select(handler => new NamedHandler(
                    handler.GetType().Name,
                    cancellationToken => handler.HandleAsync(webhookEvent, context, cancellationToken)
                )
                {
                    IsSystem = true,
                });
            return new HandlerSet(
                [
                    .. system,
                    .. ByType(services, webhookEvent, context),
                    .. Of(services, webhookEvent, context),
                    .. more,
                ],
                scope
            );
        }
        catch
        {
            // If a handler cannot be created, the scope of the others must still be disposed.
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Returns the handlers that are registered for exactly the type <typeparamref name="TEvent"/>.</summary>
    public IEnumerable<NamedHandler> Of<TEvent>(IServiceProvider services, TEvent webhookEvent, WebhookContext context)
        where TEvent : WebhookEvent =>
        services
            .All<IDodoWebhookHandler<TEvent>>(brand)
            .Select(handler => new NamedHandler(
                handler.GetType().Name,
                cancellationToken => handler.HandleAsync(webhookEvent, context, cancellationToken)
            ));

    private IEnumerable<NamedHandler> ByType(
        IServiceProvider services,
        WebhookEvent webhookEvent,
        WebhookContext context
    ) =>
        webhookEvent.Kind?.HandlersIn(this, services, webhookEvent, context)
        ?? Of(services, (UnknownWebhookEvent)webhookEvent, context);
}
