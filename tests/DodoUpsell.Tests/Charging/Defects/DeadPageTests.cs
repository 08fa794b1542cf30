using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>
/// A page on which nobody can pay any more does not hold its key for ever; and a payment that succeeds after all is
/// found.
/// </summary>
public sealed class DeadPageTests
{
    private static readonly TimeSpan LongAfter = TimeSpan.FromDays(4);

    [Fact]
    public async Task A_bank_that_the_customer_never_answered_does_not_hold_the_key_for_ever()
    {
        var (emulator, node, dead) = await AskedByTheBankAsync();

        await node.PassAsync(LongAfter, TimeSpan.FromHours(1));

        Assert.NotEqual(
            dead.Url,
            UrlOf(await ClickAsync(node, Shop.Ebook() with { PaymentMethodId = DemoSeed.GoodCard }))
        );
        Assert.True(emulator.Charges.Count <= 1);
    }

    [Fact]
    public async Task An_answer_to_the_bank_that_comes_after_all_is_found()
    {
        var (emulator, node, dead) = await AskedByTheBankAsync();
        await node.PassAsync(LongAfter, TimeSpan.FromHours(1));

        node.Wire.OnPayment = static payment => payment["status"] = "succeeded";
        await node.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));

        Assert.Equal(
            dead.PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook())).PaymentId
        );
        Assert.Empty(emulator.Charges);
    }

    [Theory]
    [InlineData("requires_payment_method")]
    [InlineData("requires_customer_action")]
    public async Task A_payment_that_was_begun_on_a_page_and_left_does_not_keep_the_dead_page_for_ever(string status)
    {
        var (emulator, node, page) = await LeftOnAPageAsync(status);

        await node.PassAsync(LongAfter, TimeSpan.FromHours(1));

        Assert.NotEqual(page.CheckoutUrl, UrlOf(await ClickAsync(node, OnAPage())));
        Assert.Empty(emulator.Charges);
    }

    [Fact]
    public async Task A_payment_that_was_begun_on_a_page_and_paid_after_all_is_found()
    {
        var (emulator, node, _) = await LeftOnAPageAsync("requires_customer_action");
        await node.PassAsync(LongAfter, TimeSpan.FromHours(1));

        node.Wire.FurtherPayments["pay_left"]["status"] = "succeeded";
        await node.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));

        Assert.Equal(
            "pay_left",
            Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(OnAPage())).PaymentId
        );
        Assert.Empty(emulator.Charges);
    }

    private static UpsellRequest OnAPage() => Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard);

    // Whoever learns that the key is free clicks again.
    private static async Task<ChargeOutcome> ClickAsync(Node node, UpsellRequest request)
    {
        var outcome = await node.Upsells.ChargeAsync(request);
        return outcome is ChargeOutcome.NotCharged or ChargeOutcome.Declined { CheckoutUrl: null }
            ? await node.Upsells.ChargeAsync(request)
            : outcome;
    }

    private static string? UrlOf(ChargeOutcome outcome) =>
        outcome switch
        {
            ChargeOutcome.ActionRequired action => action.Url,
            ChargeOutcome.CheckoutRequired page => page.CheckoutUrl,
            ChargeOutcome.Declined { CheckoutUrl: { } url } => url,
            ChargeOutcome.Succeeded => null,
            _ => throw new InvalidOperationException($"Neither paid nor a page to pay on: {outcome}."),
        };

    private static async Task<(
        DodoEmulator Emulator,
        Node Node,
        ChargeOutcome.ActionRequired Dead
    )> AskedByTheBankAsync()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        var card = emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.ThreeDSecure);
        var dead = Assert.IsType<ChargeOutcome.ActionRequired>(
            await node.Upsells.ChargeAsync(Shop.Ebook() with { PaymentMethodId = card })
        );
        node.Wire.OnPayment = payment =>
        {
            if (payment["payment_id"]!.GetValue<string>() != dead.PaymentId)
                return;
            payment["status"] = "requires_customer_action";
            if (payment.ContainsKey("payment_link"))
                payment["payment_link"] = dead.Url;
        };
        return (emulator, node, dead);
    }

    private static async Task<(DodoEmulator Emulator, Node Node, ChargeOutcome.CheckoutRequired Page)> LeftOnAPageAsync(
        string status
    )
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(await node.Upsells.ChargeAsync(OnAPage()));
        node.Wire.FurtherPayments["pay_left"] = new JsonObject
        {
            ["payment_id"] = "pay_left",
            ["status"] = status,
            ["total_amount"] = 1900,
            ["currency"] = "USD",
            ["payment_link"] = page.CheckoutUrl,
            ["created_at"] = emulator
                .Clock.GetUtcNow()
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["customer"] = new JsonObject
            {
                ["customer_id"] = DemoSeed.CustomerWithoutCard,
                ["email"] = "cleo@example.com",
                ["name"] = "Cleo",
            },
            ["metadata"] = node.Wire.LastBody("POST /checkouts")["metadata"]!.DeepClone(),
        };
        return (emulator, node, page);
    }
}
