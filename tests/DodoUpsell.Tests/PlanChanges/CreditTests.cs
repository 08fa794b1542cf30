using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.ConfirmTests;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>One call for the everyday changes, and what becomes of credit.</summary>
public sealed class CreditTests
{
    [Fact]
    public async Task Up_costs_50_down_gives_50_and_the_next_renewals_use_it()
    {
        var shop = new Shop();
        var up = Assert.IsType<PlanChangeOutcome.Changed>(
            await shop.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, Usd(5000))
        );
        var down = Assert.IsType<PlanChangeOutcome.Changed>(
            await shop.PlanChanges.DowngradeAsync(DemoSeed.BasicSubscription, DemoSeed.BasicPlan, Usd(0))
        );

        Assert.Equal((Usd(5000), Usd(0)), (up.Charged, up.CreditGranted));
        Assert.Equal((Usd(0), Usd(5000)), (down.Charged, down.CreditGranted));
        Assert.Single(shop.Emulator.Charges);

        // 30 of 50, then the 20 that are left, then none.
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(95));
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([5000, 1000, 3000], shop.Emulator.Charges.Select(charge => charge.Amount));
    }

    [Theory]
    [InlineData("prorated_immediately")]
    [InlineData("do_not_bill")]
    public async Task Credit_out_of_nothing_is_refused_unless_it_is_allowed(string mode)
    {
        var shop = new Shop();
        var up = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Mode = new ProrationMode(mode),
            }
        );
        var paid = Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(up)).Charged;
        Assert.True(paid < Usd(5000));
        Assert.IsType<PlanChangeOutcome.Changed>(
            await shop.PlanChanges.ChangeSeatsAsync(DemoSeed.BasicSubscription, 2, Usd(8000))
        );

        var down = new PlanChangeRequest
        {
            SubscriptionId = DemoSeed.BasicSubscription,
            ProductId = DemoSeed.BasicPlan,
        };
        Assert.Equal(
            PlanChangeRefusalReason.CreditPingPong,
            (await shop.PlanChanges.PreviewAsync(down)).Refusal?.Reason
        );
        Assert.Equal(
            PlanChangeRefusalReason.CreditPingPong,
            (await shop.PlanChanges.PreviewAsync(down with { Mode = ProrationMode.ProratedImmediately }))
                .Refusal
                ?.Reason
        );
        Assert.Null(
            (await shop.PlanChanges.PreviewAsync(down with { Timing = PlanChangeTiming.NextBillingDate })).Refusal
        );
        Assert.Null((await shop.PlanChanges.PreviewAsync(down with { AllowCreditPingPong = true })).Refusal);

        shop.Emulator.Clock.Advance(TimeSpan.FromDays(32));
        shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null((await shop.PlanChanges.PreviewAsync(down)).Refusal);
    }

    [Fact]
    public async Task One_call_is_refused_above_its_maximum_and_in_the_wrong_direction()
    {
        var shop = new Shop();

        Assert.Equal(
            PlanChangeRefusalReason.AboveMaximum,
            Reason(await shop.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, Usd(4999)))
        );
        Assert.Equal(
            PlanChangeRefusalReason.WrongDirection,
            Reason(await shop.PlanChanges.DowngradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, Usd(5000)))
        );
        Assert.Equal(
            PlanChangeRefusalReason.OtherCurrency,
            Reason(
                await shop.PlanChanges.UpgradeAsync(
                    DemoSeed.BasicSubscription,
                    DemoSeed.ProPlan,
                    new Money(5000, Currency.EUR)
                )
            )
        );
        Assert.Equal(0, ChangeRequests(shop));
    }

    [Fact]
    public async Task Seats_add_ons_and_discounts_change_one_by_one_and_keep_the_rest()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["discount_codes"] = new JsonArray(DemoSeed.DiscountCode) });
        shop.Emulator.PutDiscount(
            "dsc_more",
            new JsonObject
            {
                ["code"] = "MORE10",
                ["type"] = "percentage",
                ["amount"] = 1000,
            }
        );

        Assert.Equal(
            Usd(2400),
            Assert
                .IsType<PlanChangeOutcome.Changed>(
                    await shop.PlanChanges.ChangeSeatsAsync(DemoSeed.BasicSubscription, 2, Usd(2400))
                )
                .Charged
        );
        Assert.Equal(
            Usd(800),
            Assert
                .IsType<PlanChangeOutcome.Changed>(
                    await shop.PlanChanges.ChangeAddonAsync(
                        DemoSeed.BasicSubscription,
                        DemoSeed.SeatAddon,
                        2,
                        Usd(1000)
                    )
                )
                .Charged
        );
        Assert.Equal(
            Usd(0),
            Assert
                .IsType<PlanChangeOutcome.Changed>(
                    await shop.PlanChanges.AddDiscountAsync(DemoSeed.BasicSubscription, "MORE10")
                )
                .Charged
        );
        var full = await SubscriptionAsync(shop);
        Assert.Equal((2, 2), (full.Quantity, full.Addons.Single().Quantity));
        Assert.Equal([DemoSeed.DiscountCode, "MORE10"], full.Discounts!.Select(discount => discount.Code));

        Assert.IsType<PlanChangeOutcome.Changed>(
            await shop.PlanChanges.RemoveAddonAsync(DemoSeed.BasicSubscription, DemoSeed.SeatAddon, Usd(0))
        );
        Assert.Empty((await SubscriptionAsync(shop)).Addons);
        Assert.Equal(2, shop.Emulator.Charges.Count);
        Assert.Equal(
            PlanChangeRefusalReason.NothingChanges,
            Reason(await shop.PlanChanges.AddDiscountAsync(DemoSeed.BasicSubscription, "more10"))
        );
    }

    [Fact]
    public async Task A_scheduled_change_is_replaced_cancelled_and_applied_at_the_renewal()
    {
        var shop = new Shop();
        var pro = new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.ProPlan };

        var scheduled = Assert.IsType<PlanChangeOutcome.Scheduled>(await shop.PlanChanges.ScheduleAsync(pro));
        Assert.Equal((await SubscriptionAsync(shop)).NextBillingDate, scheduled.EffectiveAt);
        Assert.Equal(
            PlanChangeRefusalReason.ChangeScheduled,
            Reason(await shop.PlanChanges.ScheduleAsync(pro with { Quantity = 2 }))
        );
        Assert.IsType<PlanChangeOutcome.Scheduled>(
            await shop.PlanChanges.ScheduleAsync(pro with { Quantity = 2, ReplaceScheduled = true })
        );
        Assert.Equal(2, (await SubscriptionAsync(shop)).ScheduledChange!.Quantity);
        Assert.True(await shop.PlanChanges.CancelScheduledAsync(DemoSeed.BasicSubscription));
        Assert.False(await shop.PlanChanges.CancelScheduledAsync(DemoSeed.BasicSubscription));
        Assert.IsType<PlanChangeOutcome.Scheduled>(await shop.PlanChanges.ScheduleAsync(pro));
        Assert.Empty(shop.Emulator.Charges);

        shop.Emulator.Clock.Advance(TimeSpan.FromDays(25));
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([8000], shop.Emulator.Charges.Select(charge => charge.Amount));
        Assert.Equal(DemoSeed.ProPlan, (await SubscriptionAsync(shop)).ProductId);
    }

    private static PlanChangeRefusalReason Reason(PlanChangeOutcome outcome) =>
        Assert.IsType<PlanChangeOutcome.Refused>(outcome).Refusal.Reason;
}
