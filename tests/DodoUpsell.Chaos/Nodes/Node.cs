using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>A process of the seller's app, put together as an app does it: flows, inbox, reconciler, and a store that outlives it.</summary>
internal sealed class Node : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Life _life;

    public Node(Func<HttpMessageHandler> connect, Uri address, TimeProvider clock, Life life, Action<DodoUpsellBuilder> addStore)
    {
        _life = life;
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        var builder = services.AddDodoUpsells(options =>
            {
                options.ApiKey = "chaos";
                options.Environment = DodoEnvironment.Test;
                options.BaseAddress = address;
                options.RateLimit = RateLimitTier.Off;
                options.AttemptTimeout = TimeSpan.FromSeconds(90);
                options.TotalTimeout = TimeSpan.FromMinutes(3);
                options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);
            });
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new MortalHandler(connect(), life));
        addStore(builder);
        MakeLedgerMortal(services, life);
        _services = services.BuildServiceProvider();
    }

    public bool IsDead => _life.IsOver;

    public PlanChangeFlow PlanChanges => _services.GetRequiredService<PlanChangeFlow>();

    public ChargeReconciler Reconciler => _services.GetRequiredService<ChargeReconciler>();

    public IWebhookInbox Inbox => _services.GetRequiredService<IWebhookInbox>();

    public IChargeLedger Ledger => _services.GetRequiredService<IChargeLedger>();

    /// <summary>One click of the customer.</summary>
    /// <returns>The outcome; null when the API could not be reached before anything was charged.</returns>
    public async Task<ChargeOutcome?> ClickAsync(Scenario scenario)
    {
        try
        {
            return scenario.Flow == "upsell"
                ? await _services.GetRequiredService<UpsellFlow>().ChargeAsync(new UpsellRequest { Key = scenario.Key, CustomerId = scenario.CustomerId, Items = Cart })
                : await _services.GetRequiredService<CrossSellFlow>().ChargeAsync(new CrossSellRequest { Key = scenario.Key, CustomerId = scenario.CustomerId, Items = Cart, BillingAddress = new() { Country = new CountryCode("US") } });
        }
        catch (DodoException)
        {
            return null;
        }
    }

    public void Dispose() => _services.Dispose();

    private static IReadOnlyList<CheckoutItem> Cart { get; } = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }];

    // Whatever ledger the app chose, its process may die on either side of each of its writes.
    private static void MakeLedgerMortal(ServiceCollection services, Life life)
    {
        var chosen = services.Last(service => service.ServiceType == typeof(IChargeLedger));
        services.AddSingleton<IChargeLedger>(provider => new MortalLedger((IChargeLedger)(chosen.ImplementationInstance ?? chosen.ImplementationFactory!(provider)), life));
    }
}
