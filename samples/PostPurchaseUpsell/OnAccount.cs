using DodoUpsell;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace PostPurchaseUpsell;

/// <summary>With an API key: one customer and one product of your own account.</summary>
internal static class OnAccount
{
    public static async Task<int> RunAsync(IAnsiConsole console, IChargeLedger sold, string? customerId, string? productId, bool live, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(customerId) || string.IsNullOrWhiteSpace(productId))
        {
            console.MarkupLine("With an API key, say whom to offer what: [bold]--customer cus_… --product pdt_…[/]");
            return 2;
        }

        if (live && sold is InMemoryChargeLedger)
        {
            console.MarkupLine("With [bold]--live[/], say where to remember what was charged: [bold]--ledger sold.json[/]");
            return 2;
        }

        // The key comes from DODO_PAYMENTS_API_KEY. The environment is a choice of its own, so that a live key alone charges nobody.
        var services = new ServiceCollection();
        services.AddSingleton(sold);
        services.AddDodoUpsells(options => options.Environment = live ? DodoEnvironment.Live : DodoEnvironment.Test);
        await using var provider = services.BuildServiceProvider();

        console.MarkupLine(live ? "[red]Live mode: real money.[/]" : "[grey]Test mode.[/]");
        try
        {
            await new Upsell(provider.GetRequiredService<IDodoClient>(), provider.GetRequiredService<UpsellFlow>(), console).OfferAsync(customerId, productId, cancellationToken);
            return 0;
        }
        catch (DodoException problem)
        {
            console.MarkupLineInterpolated($"[red]{problem.Message}[/]");
            return 1;
        }
    }
}
