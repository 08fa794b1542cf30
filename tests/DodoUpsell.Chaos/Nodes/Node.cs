using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>
/// A process of the seller's app, composed as in a real app: flows, inbox, reconciler, settlements, and a store that
/// outlives the process.
/// </summary>
internal sealed class Node : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Life _life;

    public Node(NodeParts parts)
    {
        _life = parts.Life;
        var services = new ServiceCollection();
        services.AddSingleton(parts.Clock);
        var builder = services.AddDodoUpsells(options =>
        {
            options.ApiKey = "chaos";
            options.Environment = parts.Environment;
            options.BaseAddress = parts.Address;
            options.RateLimit = RateLimitTier.Off;
            options.AttemptTimeout = TimeSpan.FromSeconds(90);
            options.TotalTimeout = TimeSpan.FromMinutes(3);
            options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);

            // The script decides what is due, not the random part of a delay, and one handler runs at a time.
            options.Webhooks.MaxConcurrency = 1;
            options.Webhooks.HandlerTimeout = TimeSpan.FromMinutes(10);
            options.Webhooks.RetryDelays.Clear();
            for (var i = 0; i < 20; i++)
                options.Webhooks.RetryDelays.Add(TimeSpan.FromSeconds(2));
        });
        if (parts.RetriesBlindly)
            builder.HttpClient.AddHttpMessageHandler(() => new BlindRetry());
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() =>
            new MortalHandler(new TracingHandler(parts.Connect(), parts.Trace), parts.Life)
        );
        parts.AddStore(builder);
        MakeMortal<IChargeLedger>(services, ledger => new MortalLedger(ledger, parts.Life, parts.Trace, parts.Settled));
        builder.AddOffers(OfferRules.Add);
        MakeMortal<IOfferStore>(services, store => new MortalOfferStore(store, parts.Life, parts.Trace, parts.Moved));
        builder.OnChargeSettled(
            (settlement, context, _) => parts.App.HearAsync(settlement, context.Attempt, parts.Life)
        );
        _services = services.BuildServiceProvider();
    }

    public bool IsDead => _life.IsOver;

    public Life Life => _life;

    public IWebhookInbox Inbox => Get<IWebhookInbox>();

    public IChargeLedger Ledger => Get<IChargeLedger>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task ReconcileAsync()
    {
        await Get<ChargeReconciler>().RunAsync().ConfigureAwait(false);
        await Get<OfferFlow>().ReconcileAsync().ConfigureAwait(false);
    }

    /// <summary>Delivers the due settlements to the app.</summary>
    public Task TellAsync() => Get<IChargeSettlements>().ProcessAsync();

    public void Dispose() => _services.Dispose();

    // With any store, the process may die before and after each write.
    private static void MakeMortal<T>(ServiceCollection services, Func<T, T> mortal)
        where T : class
    {
        var chosen = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider =>
            mortal((T)(chosen.ImplementationInstance ?? chosen.ImplementationFactory!(provider)))
        );
    }
}

/// <summary>The parts of a process.</summary>
internal sealed record NodeParts
{
    public required Uri Address { get; init; }

    public required Func<HttpMessageHandler> Connect { get; init; }

    public required TimeProvider Clock { get; init; }

    public required Life Life { get; init; }

    public required Action<DodoUpsellBuilder> AddStore { get; init; }

    public required App App { get; init; }

    public DodoEnvironment Environment { get; init; } = DodoEnvironment.Test;

    public bool RetriesBlindly { get; init; }

    /// <summary>Called with each record when it reaches a final state.</summary>
    public Action<ChargeRecord> Settled { get; init; } = _ => { };

    /// <summary>Called with each change of an offer's state.</summary>
    public Action<OfferMove> Moved { get; init; } = _ => { };

    public Action<string> Trace { get; init; } = _ => { };
}
