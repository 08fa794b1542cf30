using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// Executes the same clicks and faults without the charging core: the steps of the public guide, retried on errors.
/// This run is expected to fail.
/// </summary>
internal sealed class PlainRun(PurchaseScenario scenario)
{
    public async Task<Ending> RunAsync()
    {
        using var webhooks = new Postman(loss: 1, scenario.Seed);
        var emulator = new DodoEmulator(scenario.Conditions.ToOptions(scenario.Number + 1, webhooks));
        scenario.Prepare(emulator);
        emulator.Clock.Advance(TimeSpan.FromHours(4));
        var before = emulator.Charges.Count;
        Faults.AddTo(emulator, scenario.Conditions.FaultRate, scenario.Seed);

        using var http = new HttpClient(emulator.CreateHandler());
        var options = new DodoUpsellOptions
        {
            ApiKey = "chaos",
            Environment = DodoEnvironment.Test,
            RateLimit = RateLimitTier.Off,
            AttemptTimeout = TimeSpan.FromSeconds(90),
            TotalTimeout = TimeSpan.FromMinutes(3),
        };
        var dodo = new DodoClient(options, http, new ChaosClock(emulator.Clock));
        for (var i = 0; i < scenario.Clicks; i++)
            await ClickAsync(dodo).ConfigureAwait(false);
        emulator.Clock.Advance(TimeSpan.FromHours(4));

        return new Ending
        {
            Clicks = await scenario.OpenAsync(shop: null!).ConfigureAwait(false),
            Charges = [.. emulator.Charges.Skip(before)],
            PaidOnPages = () => new HashSet<string>(),
            Refunded = new HashSet<string>(),
            Records = new Dictionary<string, ChargeRecord>(),
            Outcomes = [],
            Told = [],
            SentChanges = new Dictionary<string, int>(),
            Presses = scenario.Clicks,
            WithCore = false,
        };
    }

    private async Task ClickAsync(DodoClient dodo)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                var methods = await dodo.Customers.ListPaymentMethodsAsync(scenario.CustomerId).ConfigureAwait(false);
                if (methods.Items.Count == 0)
                    return;
                await dodo
                    .CheckoutSessions.CreateAsync(
                        new()
                        {
                            ProductCart = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                            Customer = CustomerReference.Existing(scenario.CustomerId),
                            PaymentMethodId = methods.Items[0].PaymentMethodId,
                            Confirm = true,
                        }
                    )
                    .ConfigureAwait(false);
                return;
            }
            catch (DodoException)
            {
                // Like a customer: click again.
            }
        }
    }
}
