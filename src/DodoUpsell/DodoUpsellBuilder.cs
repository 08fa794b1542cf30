using System.Diagnostics.CodeAnalysis;
using DodoUpsell.Charging.Settlements;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DodoUpsell;

/// <summary>Configures the services that <c>AddDodoUpsells</c> registered.</summary>
public sealed class DodoUpsellBuilder
{
    internal DodoUpsellBuilder(IServiceCollection services, string? serviceKey, IHttpClientBuilder httpClient)
    {
        Services = services;
        ServiceKey = serviceKey;
        HttpClient = httpClient;
    }

    /// <summary>Gets the service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Gets the service key of the brand, or null if there is none.</summary>
    public string? ServiceKey { get; }

    /// <summary>
    /// Gets the builder of the HTTP connections. Use it to add handlers, a proxy or a test server's handler.
    /// </summary>
    /// <remarks>
    /// Do not add a retrying handler: it would bypass the SDK's retry rules. Sending a charge a second time throws an
    /// <see cref="IOException"/>. Handlers that copy a request must copy its headers.
    /// </remarks>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>
    /// Registers a delegate that handles events of type <typeparamref name="TEvent"/>. Use <see cref="WebhookEvent"/>
    /// for all events.
    /// </summary>
    /// <remarks>
    /// It is called as described at <see cref="IDodoWebhookHandler{TEvent}"/>. Use <c>AddWebhookHandler</c> for a
    /// handler that needs services.
    /// </remarks>
    public DodoUpsellBuilder OnWebhook<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handle)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handle);
        var handler = new DelegateHandler<TEvent>(handle);
        if (ServiceKey is null)
            Services.AddSingleton<IDodoWebhookHandler<TEvent>>(handler);
        else
            Services.AddKeyedSingleton<IDodoWebhookHandler<TEvent>>(ServiceKey, handler);
        return this;
    }

    /// <summary>
    /// Registers a class that handles events of type <typeparamref name="TEvent"/>. Use <see cref="WebhookEvent"/> for
    /// all events.
    /// </summary>
    /// <remarks>A new instance is created for each attempt, in a scope of its own.</remarks>
    public DodoUpsellBuilder AddWebhookHandler<
        TEvent,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler
    >()
        where TEvent : WebhookEvent
        where THandler : class, IDodoWebhookHandler<TEvent>
    {
        if (ServiceKey is null)
            Services.TryAddEnumerable(ServiceDescriptor.Scoped<IDodoWebhookHandler<TEvent>, THandler>());
        else
            Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<IDodoWebhookHandler<TEvent>, THandler>(ServiceKey));
        return this;
    }

    /// <summary>
    /// Registers a delegate that handles settlements of charges: final outcomes, refunds and lost disputes.
    /// </summary>
    /// <remarks>
    /// It is called as described at <see cref="IChargeSettlementHandler"/>. Use <c>AddSettlementHandler</c> for a
    /// handler that needs services.
    /// </remarks>
    public DodoUpsellBuilder OnChargeSettled(Func<ChargeSettlement, SettlementContext, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var handler = new DelegateSettlementHandler(handle);
        if (ServiceKey is null)
            Services.AddSingleton<IChargeSettlementHandler>(handler);
        else
            Services.AddKeyedSingleton<IChargeSettlementHandler>(ServiceKey, handler);
        return this;
    }

    /// <summary>
    /// Registers a class that handles settlements of charges: final outcomes, refunds and lost disputes.
    /// </summary>
    /// <remarks>
    /// A new instance is created for each attempt, in a scope of its own. It is called as described at
    /// <see cref="IChargeSettlementHandler"/>.
    /// </remarks>
    public DodoUpsellBuilder AddSettlementHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler
    >()
        where THandler : class, IChargeSettlementHandler
    {
        if (ServiceKey is null)
            Services.TryAddEnumerable(ServiceDescriptor.Scoped<IChargeSettlementHandler, THandler>());
        else
            Services.TryAddEnumerable(ServiceDescriptor.KeyedScoped<IChargeSettlementHandler, THandler>(ServiceKey));
        return this;
    }
}
