using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>A payment is known by the id of its attempt, whatever a server makes of the text of its key.</summary>
public sealed class ChangedKeyTextTests
{
    private const string Key = "Order-4711-Upsell";

    [Theory]
    [InlineData("lower case")]
    [InlineData("cut")]
    [InlineData("left out")]
    public async Task A_payment_whose_answer_was_lost_is_found_in_the_list_though_its_key_reads_otherwise(string change)
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        node.Wire.OnPayment = payment => Change(payment, change);
        node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");

        await node.Upsells.ChargeAsync(Shop.Ebook(Key));
        await node.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));
        var outcome = await node.Upsells.ChargeAsync(Shop.Ebook(Key));

        Assert.Equal(
            Assert.Single(emulator.Charges).PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(outcome).PaymentId
        );
    }

    [Theory]
    [InlineData("lower case")]
    [InlineData("cut")]
    [InlineData("left out")]
    public async Task A_payment_whose_answer_was_lost_is_settled_by_a_webhook_though_its_key_reads_otherwise(
        string change
    )
    {
        await using var app = new HookedApp();
        app.Wire.IsHidden = static _ => true;
        app.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Method = "POST", Path = "/checkouts" }
        );
        Assert.IsType<ChargeOutcome.Pending>(await app.Upsells.ChargeAsync(Shop.Ebook(Key)));
        app.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        app.Wire.OnPayment = payment => Change(payment, change);
        var payment = await app.Wire.RawPaymentAsync(Assert.Single(app.Emulator.Charges).PaymentId);
        Change(payment, change);

        await app.TellAsync(payment);

        var outcome = await app.Upsells.ChargeAsync(Shop.Ebook(Key));
        Assert.Equal(
            Assert.Single(app.Emulator.Charges).PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(outcome).PaymentId
        );
    }

    private static void Change(JsonObject payment, string change)
    {
        if (payment["metadata"]?["dodoupsell_key"] is not { } key)
            return;
        var metadata = payment["metadata"]!.AsObject();
        if (change == "left out")
            metadata.Remove("dodoupsell_key");
        else
            metadata["dodoupsell_key"] =
                change == "cut" ? key.GetValue<string>()[..8] : key.GetValue<string>().ToLowerInvariant();
    }
}
