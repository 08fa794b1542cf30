using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

public sealed class ChargeLogTests
{
    [Fact]
    public async Task Lines_about_a_charge_carry_its_key_and_its_payment()
    {
        using var log = new LogLines();
        var shop = new Shop(loggers: log);

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        var moves = log.Lines.Where(line => line.Id == 1200).ToList();
        Assert.NotEmpty(moves);
        Assert.All(moves, line => Assert.Contains("order-1", line.Text, StringComparison.Ordinal));
        Assert.Contains(paid.PaymentId!, moves[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_explanation()
    {
        using var log = new LogLines();
        var shop = new Shop(loggers: log);

        var unknown = Assert.IsType<ChargeOutcome.Refused>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: "cus_none"))
        );
        await shop.Upsells.ChargeAsync(Shop.Ebook("order-2"));
        var reused = Assert.IsType<ChargeOutcome.Refused>(
            await shop.Upsells.ChargeAsync(Shop.Ebook("order-2", DemoSeed.CustomerWithoutCard))
        );

        var lines = log.Lines.Where(line => line.Id == 1210).Select(line => line.Text).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("order-1", lines[0], StringComparison.Ordinal);
        Assert.Contains(unknown.Refusal.Explanation, lines[0], StringComparison.Ordinal);
        Assert.Contains("order-2", lines[1], StringComparison.Ordinal);
        Assert.Contains(reused.Refusal.Explanation, lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_click_logs_nothing_alarming()
    {
        using var log = new LogLines();
        var shop = new Shop(loggers: log);

        await shop.Upsells.ChargeAsync(Shop.Ebook());
        await shop.Upsells.ChargeAsync(Shop.Ebook());

        Assert.DoesNotContain(
            log.Lines,
            line =>
                line.Text.StartsWith("Warning", StringComparison.Ordinal)
                || line.Text.StartsWith("Error", StringComparison.Ordinal)
        );
    }
}
