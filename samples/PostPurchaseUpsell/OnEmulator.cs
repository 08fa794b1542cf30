using DodoUpsell;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Samples;
using Spectre.Console;

namespace PostPurchaseUpsell;

/// <summary>
/// Runs without an API key: three customers of the embedded emulator, one for each possible outcome of an upsell.
/// </summary>
internal static class OnEmulator
{
    public static async Task<int> RunAsync(
        IAnsiConsole console,
        IChargeLedger sold,
        CancellationToken cancellationToken
    )
    {
        console.MarkupLine(
            "[grey]DODO_PAYMENTS_API_KEY is not set, so this runs on the embedded emulator: no account, no "
                + "network, no real money.[/]"
        );
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TimeSource = TimeProvider.System });

        var services = new ServiceCollection();
        services.AddSingleton(sold);
        services
            .AddDodoUpsells(options =>
            {
                options.ApiKey = "emulator";
                options.Environment = DodoEnvironment.Test;
                options.BaseAddress = DodoEmulator.InProcessAddress;
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        await using var provider = services.BuildServiceProvider();
        var soldBefore = await sold.FindAsync(
            DodoEnvironment.Test,
            Upsell.KeyOf(DemoSeed.CustomerWithCards, DemoSeed.Ebook),
            cancellationToken
        );
        var upsell = new Upsell(
            provider.GetRequiredService<IDodoClient>(),
            provider.GetRequiredService<UpsellFlow>(),
            console
        );

        var paid = await Story("A saved card that pays", DemoSeed.CustomerWithCards);
        var declined = await Story("A saved card that is declined", DemoSeed.CustomerWithDecliningCard);
        var withoutCard = await Story("No saved card", DemoSeed.CustomerWithoutCard);

        console.WriteLine();
        foreach (var charge in emulator.Charges)
        {
            var amount = Display.Of(new Money(charge.Amount, new Currency(charge.Currency)));
            console.MarkupLineInterpolated($"Charged: {amount}, payment [blue]{charge.PaymentId}[/]");
        }

        if (emulator.Charges.Count == 0)
            console.MarkupLine("Charged: nothing. It was sold in an earlier run.");

        var isAsTold =
            paid is ChargeOutcome.Succeeded
            && declined is ChargeOutcome.Declined { CheckoutUrl: not null }
            && withoutCard is ChargeOutcome.CheckoutRequired
            && emulator.Charges.Count == (soldBefore is { State: ChargeState.Succeeded } ? 0 : 1);
        if (!isAsTold)
            console.MarkupLine("[red]This did not end as expected.[/]");
        return isAsTold ? 0 : 1;

        async Task<ChargeOutcome> Story(string title, string customerId)
        {
            console.Title(title);
            return await upsell.OfferAsync(customerId, DemoSeed.Ebook, cancellationToken);
        }
    }
}
