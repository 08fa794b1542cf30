using System.Diagnostics.CodeAnalysis;
using DodoUpsell.Charging.Settlements;
using DodoUpsell.DependencyInjection;
using DodoUpsell.Offers;
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

    /// <summary>
    /// Registers offers, with the catalogue of the configuration: <see cref="OfferFlow"/> with an in-memory
    /// <see cref="IOfferStore"/>, <see cref="IConsentReceipts"/> and <see cref="IOfferReports"/>.
    /// </summary>
    /// <remarks>
    /// Charges of offers are settled, expired offers are closed, and webhooks of purchases open new ones in the
    /// background. Calling the method again registers nothing twice.
    /// </remarks>
    /// <example><code>
    /// services.AddDodoUpsells(configuration.GetSection("DodoUpsell")).AddOffers();
    /// </code></example>
    public DodoUpsellBuilder AddOffers()
    {
        OfferRegistration.Add(Services, ServiceKey, OptionsName);
        return this;
    }

    /// <summary>
    /// Registers offers as <see cref="AddOffers()"/> does, and adds to the catalogue in code. Rules of the configuration
    /// and of other calls are kept.
    /// </summary>
    /// <param name="configure">Adds the offers. It is called again whenever the configuration changes.</param>
    /// <example><code>
    /// builder.AddOffers(offers => offers.Rule("ebook", rule => rule.WhenBought("pdt_course").Sell("pdt_ebook")));
    /// </code></example>
    public DodoUpsellBuilder AddOffers(Action<OfferCatalogueBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure<DodoUpsellOptions>(OptionsName, options => configure(new(options.Offers)));
        return AddOffers();
    }

    /// <summary>Registers a delegate that decides whether a subject belongs to an audience that rules can name.</summary>
    /// <remarks>
    /// It is called as described at <see cref="IOfferAudience"/>. Use the generic method for an audience that needs
    /// services.
    /// </remarks>
    /// <param name="name">The name that <see cref="OfferTrigger.Audiences"/> refers to.</param>
    /// <param name="contains">Returns whether the subject belongs to the audience.</param>
    public DodoUpsellBuilder AddOfferAudience(
        string name,
        Func<OfferAudienceContext, CancellationToken, ValueTask<bool>> contains
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(contains);
        var audience = new DelegateAudience(name, contains);
        if (ServiceKey is null)
            Services.AddSingleton<IOfferAudience>(audience);
        else
            Services.AddKeyedSingleton<IOfferAudience>(ServiceKey, audience);
        return this;
    }

    /// <summary>Registers a class that decides whether a subject belongs to an audience that rules can name.</summary>
    /// <remarks>A new instance is created for each question, in a scope of its own, unless you registered the class
    /// before.</remarks>
    public DodoUpsellBuilder AddOfferAudience<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAudience
    >()
        where TAudience : class, IOfferAudience
    {
        Services.TryAddScoped<TAudience>();
        AddOnce<IOfferAudience, ScopedAudience<TAudience>>(static scopes => new(scopes));
        return this;
    }

    /// <summary>Registers a delegate that is told what happens with offers.</summary>
    /// <remarks>
    /// It is called as described at <see cref="IOfferObserver"/>. Use <c>AddOfferObserver</c> for an observer that needs
    /// services.
    /// </remarks>
    /// <param name="observe">Is called after each change.</param>
    public DodoUpsellBuilder OnOfferChanged(Func<OfferChange, CancellationToken, Task> observe)
    {
        ArgumentNullException.ThrowIfNull(observe);
        var observer = new DelegateObserver(observe);
        if (ServiceKey is null)
            Services.AddSingleton<IOfferObserver>(observer);
        else
            Services.AddKeyedSingleton<IOfferObserver>(ServiceKey, observer);
        return this;
    }

    /// <summary>Registers a class that is told what happens with offers.</summary>
    /// <remarks>A new instance is created for each change, in a scope of its own, unless you registered the class
    /// before.</remarks>
    public DodoUpsellBuilder AddOfferObserver<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver
    >()
        where TObserver : class, IOfferObserver
    {
        Services.TryAddScoped<TObserver>();
        AddOnce<IOfferObserver, ScopedObserver<TObserver>>(static scopes => new(scopes));
        return this;
    }

    private string OptionsName => ServiceKey ?? Microsoft.Extensions.Options.Options.DefaultName;

    private void AddOnce<TService, TImplementation>(Func<IServiceScopeFactory, TImplementation> create)
        where TService : class
        where TImplementation : class, TService
    {
        TImplementation Create(IServiceProvider provider) =>
            create(provider.GetRequiredService<IServiceScopeFactory>());
        Services.TryAddEnumerable(
            ServiceKey is null
                ? ServiceDescriptor.Singleton<TService, TImplementation>(Create)
                : ServiceDescriptor.KeyedSingleton<TService, TImplementation>(
                    ServiceKey,
                    (provider, _) => Create(provider)
                )
        );
    }
}
