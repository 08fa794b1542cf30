using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>
/// A page that is paid in its last minutes is found, however late its payment is listed or becomes final: the next
/// click charges nothing.
/// </summary>
public sealed class PageClosedAndPaidTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_payment_that_is_listed_half_an_hour_late_still_finds_its_page_not_given_up()
    {
        var (emulator, node, paymentId) = await PaidInItsLastMinuteAsync();
        node.Wire.ListLag = TimeSpan.FromMinutes(30);
        await node.PassAsync(TimeSpan.FromMinutes(21), Step);

        await node.Upsells.ChargeAsync(Ebook());
        await node.Upsells.ChargeAsync(Ebook());

        Assert.Equal(paymentId, Assert.Single(emulator.Charges).PaymentId);
        await node.PassAsync(TimeSpan.FromHours(2), Step);
        Assert.Equal(
            paymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Ebook())).PaymentId
        );
        Assert.Single(emulator.Charges);
    }

    [Fact]
    public async Task A_payment_under_way_on_a_page_takes_back_a_key_that_was_released_before_it_was_seen()
    {
        var (emulator, node, paymentId) = await PaidInItsLastMinuteAsync();
        var isFinal = false;
        node.Wire.OnPayment = payment =>
        {
            if (!isFinal && payment["payment_id"]!.GetValue<string>() == paymentId)
                payment["status"] = "processing";
        };
        node.Wire.IsHidden = static _ => true;
        await node.PassAsync(TimeSpan.FromHours(8), TimeSpan.FromMinutes(15));
        node.Wire.IsHidden = static _ => false;

        var meanwhile = await node.Upsells.ChargeAsync(Ebook());

        Assert.Equal(paymentId, Assert.Single(emulator.Charges).PaymentId);
        Assert.IsNotType<ChargeOutcome.Succeeded>(meanwhile);
        isFinal = true;
        await node.PassAsync(TimeSpan.FromHours(2), Step);
        Assert.Equal(
            paymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Ebook())).PaymentId
        );
        Assert.Single(emulator.Charges);
    }

    // Whoever paid on a page has a saved card from then on, which a second click would charge.
    private static UpsellRequest Ebook() => Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard);

    private static async Task<(DodoEmulator Emulator, Node Node, string PaymentId)> PaidInItsLastMinuteAsync()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(await node.Upsells.ChargeAsync(Ebook()));
        await node.PassAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        await node.PayOnPageAsync(page.CheckoutUrl);
        return (emulator, node, Assert.Single(emulator.Charges).PaymentId);
    }
}
