using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>
/// Servers whose clocks differ neither take a claim away from each other nor give up a charge before its time.
/// </summary>
public sealed class ClocksApartTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_six_minutes_ahead_does_not_end_a_claim_that_another_node_is_preparing(
        bool hasTalkedToTheApi
    )
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var (node, ahead) = (new Node(emulator, ledger), new Node(emulator, ledger, TimeSpan.FromMinutes(6)));
        if (hasTalkedToTheApi)
            await ahead.Dodo.Products.GetAsync(DemoSeed.Ebook);
        ChargeOutcome? repeat = null;
        node.Wire.BeforeCall = async call =>
        {
            if (!call.EndsWith("/payment-methods", StringComparison.Ordinal))
                return;
            node.Wire.BeforeCall = static _ => Task.CompletedTask;
            repeat = await ahead.Upsells.ChargeAsync(Shop.Ebook());
        };

        var first = await node.Upsells.ChargeAsync(Shop.Ebook());

        Assert.IsType<ChargeOutcome.AlreadyInProgress>(repeat);
        Assert.Equal(
            Assert.Single(emulator.Charges).PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(first).PaymentId
        );
    }

    [Theory]
    [InlineData(31)]
    [InlineData(180)]
    public async Task A_node_far_ahead_does_not_give_up_a_charge_that_is_not_listed_yet(int minutesAhead)
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var (node, ahead) = (
            new Node(emulator, ledger),
            new Node(emulator, ledger, TimeSpan.FromMinutes(minutesAhead))
        );
        node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        node.Wire.ListLag = ahead.Wire.ListLag = TimeSpan.FromMinutes(10);
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));

        // How it says that its clock is wrong is its own affair; that it charges nothing is ours.
        await Record.ExceptionAsync(() => ahead.Reconciler.RunAsync());
        for (var click = 0; click < 3; click++)
            await Record.ExceptionAsync(() => ahead.Upsells.ChargeAsync(Shop.Ebook()));
        await node.Upsells.ChargeAsync(Shop.Ebook());

        Assert.Single(emulator.Charges);
        await node.PassAsync(TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(2));
        Assert.Equal(
            emulator.Charges.Single().PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook())).PaymentId
        );
    }
}
