using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Webhooks;

/// <summary>The handlers in the container, under a brand's key or without one, in a scope of their own for each attempt.</summary>
internal sealed class ServiceHandlers(IServiceScopeFactory scopes, string? brand)
{
    public async ValueTask<HandlerSet> OpenAsync(WebhookEvent webhookEvent, WebhookContext context, IEnumerable<NamedHandler> more)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var services = scope.ServiceProvider;
            var system = All<ISystemWebhookHandler>(services).Select(handler => new NamedHandler(handler.GetType().Name, cancellationToken => handler.HandleAsync(webhookEvent, context, cancellationToken)));
            return new HandlerSet([.. system], [.. HandlersFor(services, webhookEvent, context), .. HandlersOf(services, webhookEvent, context), .. more], scope);
        }
        catch
        {
            // A handler that cannot be made must not leave the others' scope open.
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // One line for each class of events, so that native compilation sees every closed type.
    private IEnumerable<NamedHandler> HandlersFor(IServiceProvider services, WebhookEvent webhookEvent, WebhookContext context) => webhookEvent switch
    {
        PaymentEvent typed => HandlersOf(services, typed, context),
        SubscriptionEvent typed => HandlersOf(services, typed, context),
        RefundEvent typed => HandlersOf(services, typed, context),
        DisputeEvent typed => HandlersOf(services, typed, context),
        LicenseKeyEvent typed => HandlersOf(services, typed, context),
        CreditEvent typed => HandlersOf(services, typed, context),
        CreditBalanceLowEvent typed => HandlersOf(services, typed, context),
        AbandonedCheckoutEvent typed => HandlersOf(services, typed, context),
        DunningEvent typed => HandlersOf(services, typed, context),
        EntitlementGrantEvent typed => HandlersOf(services, typed, context),
        PayoutEvent typed => HandlersOf(services, typed, context),
        UnknownWebhookEvent typed => HandlersOf(services, typed, context),
        _ => throw new InvalidOperationException($"{webhookEvent.GetType().Name} has no line here."),
    };

    private IEnumerable<NamedHandler> HandlersOf<TEvent>(IServiceProvider services, TEvent webhookEvent, WebhookContext context)
        where TEvent : WebhookEvent =>
        All<IDodoWebhookHandler<TEvent>>(services).Select(handler => new NamedHandler(handler.GetType().Name, cancellationToken => handler.HandleAsync(webhookEvent, context, cancellationToken)));

    private IEnumerable<T> All<T>(IServiceProvider services) => brand is null ? services.GetServices<T>() : services.GetKeyedServices<T>(brand);
}
