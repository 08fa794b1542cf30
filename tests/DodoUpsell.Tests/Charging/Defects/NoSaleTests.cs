using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>A payment that was sent back before it was found, or that sold nothing, grants no access.</summary>
public sealed class NoSaleTests
{
    [Fact]
    public async Task A_payment_that_was_refunded_in_full_before_it_was_found_is_no_success_and_is_not_charged_again()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        node.Wire.ListLag = TimeSpan.FromMinutes(5);
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        emulator.Clock.Advance(TimeSpan.FromMinutes(2));
        await node.Dodo.Refunds.CreateAsync(new() { PaymentId = Assert.Single(emulator.Charges).PaymentId });
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        emulator.ShouldHaveRefunded(amount: 1900);

        await node.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(2));
        var outcome = await node.Upsells.ChargeAsync(Shop.Ebook());

        Assert.IsNotType<ChargeOutcome.Succeeded>(outcome);
        await node.PassAsync(TimeSpan.FromHours(30), TimeSpan.FromMinutes(30));
        Assert.IsNotType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.IsNotType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(emulator.Charges);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_payment_that_only_sets_up_a_method_is_no_success(bool isAnswerLost)
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        if (isAnswerLost)
            node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        node.Wire.OnPayment = static payment =>
        {
            if (payment.ContainsKey("is_update_payment_method"))
                payment["is_update_payment_method"] = true;
            payment["total_amount"] = 0;
        };

        Assert.IsNotType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));

        await node.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));
        Assert.IsNotType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
    }
}
