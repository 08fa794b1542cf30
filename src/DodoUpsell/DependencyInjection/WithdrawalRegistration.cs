using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;
using DodoUpsell.Webhooks;
using DodoUpsell.Withdrawals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers withdrawals, with or without a brand's service key.</summary>
internal static class WithdrawalRegistration
{
    public static void Add(IServiceCollection services, string? brand)
    {
        var name = brand ?? Options.DefaultName;
        var isFirst = !services.HasBrand(typeof(WithdrawalEngine), brand);
        services.TryAddBrand<IWithdrawalStore>(brand, static _ => new InMemoryWithdrawalStore());
        services.TryAddBrand(brand, provider => Engine(provider, brand, name));
        services.TryAddBrand(brand, provider => new WithdrawalFlow(provider.Of<WithdrawalEngine>(brand)));
        services.TryAddBrand<IWithdrawalFlow>(brand, provider => provider.Of<WithdrawalFlow>(brand));
        if (!isFirst)
            return;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WithdrawalOptions>, OptionsCheck>());
        services.AddOptionsWithValidateOnStart<WithdrawalOptions>(name);
        if (brand is null)
            services.AddSingleton<ISystemWebhookHandler>(provider => new WithdrawalWebhookHandler(
                provider.Of<WithdrawalEngine>(brand)
            ));
        else
            services.AddKeyedSingleton<ISystemWebhookHandler>(
                brand,
                (provider, _) => new WithdrawalWebhookHandler(provider.Of<WithdrawalEngine>(brand))
            );
        services.AddSingleton<IHostedService>(provider => new WithdrawalWorker(() =>
            provider.Of<WithdrawalEngine>(brand)
        ));
    }

    private static WithdrawalEngine Engine(IServiceProvider provider, string? brand, string optionsName)
    {
        var charges = provider.Of<ChargeEngine>(brand);
        var store = provider.Of<IWithdrawalStore>(brand);
        if (store is InMemoryWithdrawalStore && charges.Environment == DodoEnvironment.Live)
            Log.LiveWithdrawalsInMemory(charges.Log);
        var options = provider.GetRequiredService<IOptionsMonitor<WithdrawalOptions>>();
        return new(
            charges,
            store,
            () => options.Get(optionsName),
            new WithdrawalServices(provider.GetRequiredService<IServiceScopeFactory>(), brand),
            (brand is null ? null : provider.GetKeyedService<WithdrawalMessages>(brand))
                ?? provider.GetService<WithdrawalMessages>()
                ?? WithdrawalMessages.Default,
            // Links between users and customers are stored with offers, which an app need not have.
            () => brand is null ? provider.GetService<IOfferStore>() : provider.GetKeyedService<IOfferStore>(brand)
        );
    }

    private sealed class OptionsCheck : IValidateOptions<WithdrawalOptions>
    {
        public ValidateOptionsResult Validate(string? name, WithdrawalOptions options)
        {
            var failures = options.Failures();
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
    }
}
