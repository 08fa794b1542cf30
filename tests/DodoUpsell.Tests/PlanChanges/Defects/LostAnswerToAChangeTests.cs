using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges.Defects;

/// <summary>
/// A change that cost something is never told as one that cost nothing because its payment is listed late.
/// </summary>
public sealed class LostAnswerToAChangeTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(29)]
    public async Task A_change_whose_answer_was_lost_keeps_its_charge_though_the_payment_is_listed_late(int minutes)
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        node.Wire.ListLag = TimeSpan.FromMinutes(minutes);
        node.Break(EmulatedFaultKind.DropAfterCommit, "/subscriptions/{}/change-plan");
        var quote = await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
        var confirmed = emulator.Clock.GetUtcNow();
        await node.PlanChanges.ConfirmAsync(quote);

        while (emulator.Clock.GetUtcNow() < confirmed.AddMinutes(minutes - 1))
        {
            await node.PassAsync(TimeSpan.FromMinutes(1));
            Assert.False(
                await node.PlanChanges.FindAsync(quote.Key) is PlanChangeOutcome.Changed { PaymentId: null },
                "It is told as changed at no cost."
            );
        }

        await node.PassAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(5));

        var changed = Assert.IsType<PlanChangeOutcome.Changed>(await node.PlanChanges.ConfirmAsync(quote));
        Assert.Equal((Assert.Single(emulator.Charges).PaymentId, Usd(50_00)), (changed.PaymentId, changed.Charged));
        Assert.Equal(1, node.Wire.Count($"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan"));
    }
}
