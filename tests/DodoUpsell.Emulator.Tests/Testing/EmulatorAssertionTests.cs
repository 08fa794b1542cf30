namespace DodoUpsell.Emulator.Tests.Testing;

public sealed class EmulatorAssertionTests
{
    [Fact]
    public async Task An_expectation_that_is_met_says_nothing()
    {
        using var receiver = new Webhooks.WebhookReceiver();
        var emulator = receiver.Emulator();
        using var api = new ApiCaller(emulator);
        emulator.ShouldNotHaveCharged();
        await api.OneClick();
        await emulator.DeliverWebhooksAsync(TestContext.Current.CancellationToken);

        emulator.ShouldHaveCharged();
        emulator.ShouldHaveCharged(times: 1, amount: 4900, currency: "USD", customerId: DemoSeed.CustomerWithCards);
        emulator.ShouldHaveCharged(times: 0, amount: 1);
        emulator.ShouldHaveRefunded(times: 0);
        emulator.ShouldHaveDelivered("payment.succeeded");
        emulator.ShouldHaveDelivered("payment.failed", times: 0);
    }

    [Fact]
    public async Task An_expectation_that_is_not_met_lists_what_was_seen()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        using var api = new ApiCaller(emulator);
        var id = (await api.OneClick()).Ok.Text("payment_id")!;

        var twice = Assert.Throws<EmulatorAssertionException>(() =>
            emulator.ShouldHaveCharged(times: 2, amount: 4900, currency: "USD")
        );
        Assert.StartsWith("Expected 2 x charge of 4900 USD, found 1.", twice.Message, StringComparison.Ordinal);
        Assert.Contains($"{id}: 4900 USD from cus_demo_ada", twice.Message, StringComparison.Ordinal);
        Assert.Throws<EmulatorAssertionException>(emulator.ShouldNotHaveCharged);
        Assert.Contains(
            "nothing",
            Assert.Throws<EmulatorAssertionException>(() => emulator.ShouldHaveDelivered("payment.succeeded")).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<EmulatorAssertionException>(() => emulator.ShouldHaveRefunded());
    }
}
