using DodoUpsell;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Samples;
using Spectre.Console;

namespace CrossSell;

/// <summary>
/// Runs without an API key: customers of the embedded emulator, one for each possible outcome of a cross-sell.
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
        var sale = new Sale(provider.GetRequiredService<CrossSellFlow>(), console);
        var unitedStates = new CountryCode("US");
        var soldBefore = await CountSoldAsync(DemoSeed.Course) + await CountSoldAsync(DemoSeed.Ebook);

        var course = await Story(
            "The course, with a saved card",
            DemoSeed.CustomerWithCards,
            DemoSeed.Course,
            unitedStates
        );
        var ebook = await Story(
            "The related e-book, with the billing address of the course",
            DemoSeed.CustomerWithCards,
            DemoSeed.Ebook,
            country: null
        );
        var again = await Story(
            "The same click again: nothing is charged",
            DemoSeed.CustomerWithCards,
            DemoSeed.Ebook,
            country: null
        );
        var withoutCard = await Story("No saved card", DemoSeed.CustomerWithoutCard, DemoSeed.Ebook, unitedStates);
        var declined = await Story(
            "A card that is declined",
            DemoSeed.CustomerWithDecliningCard,
            DemoSeed.Ebook,
            unitedStates
        );

        console.WriteLine();
        foreach (var charge in emulator.Charges)
        {
            var taken = Display.Of(new Money(charge.Amount, new Currency(charge.Currency)));
            console.MarkupLineInterpolated($"Charged: {taken}, payment [blue]{charge.PaymentId}[/]");
        }

        if (emulator.Charges.Count == 0)
            console.MarkupLine("Charged: nothing. Everything was sold in an earlier run.");

        var isAsTold =
            course is ChargeOutcome.Succeeded
            && ebook is ChargeOutcome.Succeeded
            && again is ChargeOutcome.Succeeded
            && again.PaymentId == ebook.PaymentId
            && withoutCard is ChargeOutcome.CheckoutRequired
            && declined is ChargeOutcome.Declined
            && emulator.Charges.Count == 2 - soldBefore;
        if (!isAsTold)
            console.MarkupLine("[red]This did not end as expected.[/]");
        return isAsTold ? 0 : 1;

        async Task<ChargeOutcome> Story(string title, string customerId, string productId, CountryCode? country)
        {
            console.Title(title);
            return await sale.ClickAsync(customerId, productId, country, cancellationToken);
        }

        async Task<int> CountSoldAsync(string productId) =>
            (
                await sold.FindAsync(
                    DodoEnvironment.Test,
                    Sale.KeyOf(DemoSeed.CustomerWithCards, productId),
                    cancellationToken
                )
            )?.State == ChargeState.Succeeded
                ? 1
                : 0;
    }
}
