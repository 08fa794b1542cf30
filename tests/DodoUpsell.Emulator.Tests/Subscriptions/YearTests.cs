using System.Diagnostics;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>A long life of one subscription, told twice.</summary>
public sealed class YearTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_year_with_changes_a_failed_renewal_and_recovery_runs_the_same_twice()
    {
        // The first run also pays for compiling the code.
        var first = await Year();
        var started = Stopwatch.GetTimestamp();
        var second = await Year();

        Assert.Equal(first, second);
        output.WriteLine(
            $"1 of 1 years of a subscription took {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"
        );
    }

    private static async Task<string> Year()
    {
        using var shop = new Shop(settlement: PaymentSettlement.OnClock(TimeSpan.FromSeconds(1)));
        shop.Put(
            """{ "previous_billing_date": "2026-01-01T00:00:00Z", "next_billing_date": "2026-02-01T00:00:00Z" }"""
        );
        To(2, 20);
        await shop.Change(DemoSeed.ProPlan);
        To(4, 10);
        await shop.Change(DemoSeed.BasicPlan, quantity: 1);
        To(5, 5);
        var bad = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.InsufficientFunds);
        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{bad}}" }"""
            )
        ).Ok;
        To(7, 15);
        Assert.Equal("on_hold", (await shop.Read()).Text("status"));
        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok;
        To(8, 1);
        await shop.Change(DemoSeed.ProPlan, "full_immediately", more: """ "effective_at": "next_billing_date" """);
        To(12, 31);

        // February, the upgrade, March; May and the first of June by credit, then ten of June's thirty fail.
        Assert.Equal([3000, 5000, 8000], shop.Charged[..3]);
        Assert.Equal([5000L, -3000L, -2000L, 2000L, -2000L], shop.Credits);
        Assert.Equal([1000, 8000, 8000, 8000, 8000, 8000], shop.Charged[3..]);
        Assert.Equal("active", (await shop.Read()).Text("status"));
        var state = shop.Emulator.GetState();
        return state.ToJsonString() + string.Join('\n', shop.Emulator.State.Events.Raised);

        void To(int month, int day) =>
            shop.Emulator.Clock.AdvanceTo(new DateTimeOffset(2026, month, day, 12, 0, 0, TimeSpan.Zero));
    }
}
