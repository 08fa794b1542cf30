using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>
/// A charge in the test environment says nothing about the same key in the live one, though both are kept in one
/// ledger.
/// </summary>
public sealed class TestAndLiveTests
{
    [Fact]
    public async Task A_charge_in_test_does_not_answer_for_the_same_key_in_live()
    {
        var (emulator, live, ledger) = (
            new DodoEmulator(),
            new DodoEmulator(new DodoEmulatorOptions { IdSeed = 2 }),
            new InMemoryChargeLedger()
        );
        Assert.IsType<ChargeOutcome.Succeeded>(await new Node(emulator, ledger).Upsells.ChargeAsync(Shop.Ebook()));

        var outcome = await new Node(live, ledger, environment: DodoEnvironment.Live).Upsells.ChargeAsync(Shop.Ebook());

        Assert.Equal(
            live.Charges.SingleOrDefault()?.PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(outcome).PaymentId
        );
        Assert.Single(live.Charges);
        Assert.Single(emulator.Charges);
    }

    [Fact]
    public async Task The_reconciler_of_live_leaves_charges_in_test_alone()
    {
        var (emulator, live, ledger) = (new DodoEmulator(), new DodoEmulator(), new InMemoryChargeLedger());
        var node = new Node(emulator, ledger);
        node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        node.Wire.ListLag = TimeSpan.FromMinutes(10);
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        live.Clock.Advance(TimeSpan.FromHours(2));

        var report = await new Node(live, ledger, environment: DodoEnvironment.Live).Reconciler.RunAsync();

        Assert.Equal(0, report.Looked);
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        await node.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(emulator.Charges);
        Assert.Empty(live.Charges);
    }
}
