using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Webhooks;

/// <summary>The handlers in the container, under a brand's key or without one, in a scope of their own for each attempt.</summary>
internal sealed class ServiceHandlers(IServiceScopeFactory scopes, string? brand)
{
    public async ValueTask<HandlerSet> OpenAsync(WebhookEvent webhookEvent)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var services = scope.ServiceProvider;
            var system = All<ISystemWebhookHandler>(services).Select(handler => new NamedHandler(handler.GetType().Name, handler.HandleAsync));
            return new HandlerSet([.. system], [.. HandlersFor(services, webhookEvent), .. HandlersOf<WebhookEvent>(services)], scope);
        }
        catch
        {
            // A handler that cannot be made must not leave the others' scope open.
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // One line for each class of events, so that native compilation sees every closed type.
    private IEnumerable<NamedHandler> HandlersFor(IServiceProvider services, WebhookEvent webhookEvent) => webhookEvent switch
    {
        PaymentEvent => HandlersOf<PaymentEvent>(services),
        SubscriptionEvent => HandlersOf<SubscriptionEvent>(services),
        RefundEvent => HandlersOf<RefundEvent>(services),
        DisputeEvent => HandlersOf<DisputeEvent>(services),
        LicenseKeyEvent => HandlersOf<LicenseKeyEvent>(services),
        CreditEvent => HandlersOf<CreditEvent>(services),
        CreditBalanceLowEvent => HandlersOf<CreditBalanceLowEvent>(services),
        AbandonedCheckoutEvent => HandlersOf<AbandonedCheckoutEvent>(services),
        DunningEvent => HandlersOf<DunningEvent>(services),
        EntitlementGrantEvent => HandlersOf<EntitlementGrantEvent>(services),
        PayoutEvent => HandlersOf<PayoutEvent>(services),
        UnknownWebhookEvent => HandlersOf<UnknownWebhookEvent>(services),
        _ => throw new InvalidOperationException($"{webhookEvent.GetType().Name} has no line here."),
    };

    private IEnumerable<NamedHandler> HandlersOf<TEvent>(IServiceProvider services)
        where TEvent : WebhookEvent =>
        All<IDodoWebhookHandler<TEvent>>(services).Select(handler => new NamedHandler(
            handler.GetType().Name, (webhookEvent, context, cancellationToken) => handler.HandleAsync((TEvent)webhookEvent, context, cancellationToken)));

    private IEnumerable<T> All<T>(IServiceProvider services) => brand is null ? services.GetServices<T>() : services.GetKeyedServices<T>(brand);
}
