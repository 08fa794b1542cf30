using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>The same clicks and faults without the charging core: the recipe of the public guide, repeated on an error. It must be seen to fail.</summary>
internal sealed class PlainRun(Scenario scenario)
{
    public async Task<RunResult> RunAsync()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { IdSeed = scenario.Number + 1 });
        emulator.PutCustomer(scenario.CustomerId);
        if (scenario.Card is { } card) emulator.SaveCard(scenario.CustomerId, card);
        Faults.AddTo(emulator, scenario.FaultRate, scenario.Seed);

        using var http = new HttpClient(emulator.CreateHandler());
        var options = new DodoUpsellOptions { ApiKey = "chaos", Environment = DodoEnvironment.Test, RateLimit = RateLimitTier.Off, AttemptTimeout = TimeSpan.FromSeconds(90), TotalTimeout = TimeSpan.FromMinutes(3) };
        var dodo = new DodoClient(options, http, new ChaosClock(emulator.Clock));
        var clicks = Enumerable.Range(0, scenario.Clicks).Select(_ => Task.Run(() => ClickAsync(dodo))).ToList();
        var all = Task.WhenAll(clicks);
        while (await Task.WhenAny(all, Task.Delay(1)) != all) emulator.Clock.Advance(TimeSpan.FromSeconds(20));
        emulator.Clock.Advance(TimeSpan.FromHours(1));

        return new RunResult(scenario, emulator.Charges.Select(charge => charge.PaymentId).ToList(), Record: null, Granted: [], scenario.Clicks, Kills: 0, WithLedger: false);
    }

    private async Task ClickAsync(DodoClient dodo)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                var methods = await dodo.Customers.ListPaymentMethodsAsync(scenario.CustomerId);
                if (methods.Items.Count == 0) return;
                await dodo.CheckoutSessions.CreateAsync(new()
                {
                    ProductCart = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                    Customer = CustomerReference.Existing(scenario.CustomerId),
                    PaymentMethodId = methods.Items[0].PaymentMethodId,
                    Confirm = true,
                });
                return;
            }
            catch (DodoException)
            {
                // As a customer does: click again.
            }
        }
    }
}
