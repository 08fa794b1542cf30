using DodoUpsell;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace CrossSell;

/// <summary>Runs with an API key, for one customer and one product of your own account.</summary>
internal static class OnAccount
{
    public static async Task<int> RunAsync(
        IAnsiConsole console,
        IChargeLedger sold,
        string customerId,
        string productId,
        CountryCode? country,
        DodoEnvironment mode,
        CancellationToken cancellationToken
    )
    {
        // The key comes from DODO_PAYMENTS_API_KEY. The environment is chosen separately, so that a live key alone
        // never charges real money.
        var services = new ServiceCollection();
        services.AddSingleton(sold);
        services.AddDodoUpsells(options => options.Environment = mode);
        await using var provider = services.BuildServiceProvider();

        console.MarkupLine(mode == DodoEnvironment.Live ? "[red]Live mode: real money.[/]" : "[grey]Test mode.[/]");
        var outcome = await new Sale(provider.GetRequiredService<CrossSellFlow>(), console).ClickAsync(
            customerId,
            productId,
            country,
            cancellationToken
        );
        return outcome is ChargeOutcome.Refused ? 1 : 0;
    }
}
