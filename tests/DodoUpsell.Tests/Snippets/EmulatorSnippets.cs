using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/emulator.md, run.</summary>
public sealed class EmulatorSnippets
{
    [Fact]
    public async Task Emulator_in_a_test()
    {
        #region emulator-in-a-test
        var emulator = new DodoEmulator();
        using var http = new HttpClient(emulator.CreateHandler());
        var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test }, http);

        // A lost answer: the plan is changed and paid, and the caller never hears of it.
        emulator.AddFault(new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Method = "POST", Path = "/subscriptions/{}/change-plan", Times = 1 });
        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => dodo.Subscriptions.ChangePlanAsync(DemoSeed.BasicSubscription, new()
        {
            ProductId = DemoSeed.ProPlan,
            Quantity = 1,
            ProrationBillingMode = ProrationMode.DifferenceImmediately,
            OnPaymentFailure = PaymentFailurePolicy.PreventChange,
        }));

        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Subscription subscription = await dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription);
        Assert.Equal(DemoSeed.ProPlan, subscription.ProductId);
        emulator.ShouldHaveCharged(amount: 5000, currency: "USD");
        #endregion
    }
}
