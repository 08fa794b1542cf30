using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.ConfirmTests;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>
/// Every combination of subscription, wish and card: nothing is lost unasked, a failed payment hurts nothing, and no
/// charge is above its quote.
/// </summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    private const string Kept = "KEPT10";

    private static readonly string[] Statuses = ["active", "on_hold", "paused", "past_due", "cancelled"];
    private static readonly string[] AddonCases = ["none", "kept", "dropped by name"];
    private static readonly string[] DiscountCases =
    [
        "none",
        "preserved",
        "not preserved",
        "not preserved, sent again",
    ];
    private static readonly int[] Seats = [1, 3];
    private static readonly ProrationMode[] Modes =
    [
        ProrationMode.DifferenceImmediately,
        ProrationMode.ProratedImmediately,
        ProrationMode.FullImmediately,
        ProrationMode.DoNotBill,
    ];
    private static readonly PlanChangeTiming[] Timings =
    [
        PlanChangeTiming.Immediately,
        PlanChangeTiming.NextBillingDate,
    ];
    private static readonly PaymentFailurePolicy[] Policies =
    [
        PaymentFailurePolicy.PreventChange,
        PaymentFailurePolicy.ApplyChange,
    ];
    private static readonly string[] Cards =
    [
        TestCards.Visa,
        TestCards.GenericDecline,
        TestCards.InsufficientFunds,
        TestCards.ThreeDSecure,
    ];

    [Fact]
    public async Task In_more_than_two_thousand_cases_nothing_is_lost_hurt_or_overcharged()
    {
        var cases = Cases().ToList();
        var outcomes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);

        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 2,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (@case, _) =>
            {
                try
                {
                    outcomes.AddOrUpdate(await RunAsync(@case), 1, (_, count) => count + 1);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"{@case}: {e.Message}", e);
                }
            }
        );

        output.WriteLine(
            $"{cases.Count} cases: "
                + $"{string.Join(", ", outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"))}"
        );
        Assert.True(cases.Count >= 2000);
        Assert.Equal(
            ["ActionRequired then Changed", "Changed", "PaymentFailed", "Refused", "Scheduled"],
            outcomes.Keys.Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<Case> Cases() =>
        from status in Statuses
        from addons in AddonCases
        from discounts in DiscountCases
        from seats in Seats
        from mode in Modes
        from timing in Timings
        where
            timing == PlanChangeTiming.Immediately
            || mode == ProrationMode.FullImmediately
            || mode == ProrationMode.DifferenceImmediately
        from policy in Policies
        from card in status == "active" ? Cards : Cards[..1]
        from isUpgrade in status == "active" ? new[] { true, false } : [true]
        select new Case(status, addons, discounts, seats, mode, timing, policy, card, isUpgrade);

    private static async Task<string> RunAsync(Case @case)
    {
        var shop = New(@case);
        var before = await SubscriptionAsync(shop);
        var quote = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = @case.Target,
                Addons = @case.Addons == "dropped by name" ? AddonSelection.None : AddonSelection.Keep,
                Discounts =
                    @case.Discounts == "not preserved, sent again"
                        ? DiscountSelection.KeepAll
                        : DiscountSelection.Preserved,
                Mode = @case.Mode,
                Timing = @case.Timing,
                OnPaymentFailure = @case.Policy,
            }
        );
        var outcome = await shop.PlanChanges.ConfirmAsync(quote);
        Judge(@case, quote, outcome, before, await SubscriptionAsync(shop), shop);
        if (outcome is not PlanChangeOutcome.ActionRequired step)
            return outcome.ToString();

        using var browser = new HttpClient(shop.Emulator.CreateHandler());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["outcome"] = "approve" });
        using var answer = await browser.PostAsync(new Uri(step.Url + "/authentication"), form);
        var afterwards = await shop.PlanChanges.ConfirmAsync(quote);
        Judge(@case, quote, afterwards, before, await SubscriptionAsync(shop), shop);
        return $"{outcome} then {afterwards}";
    }

    private static void Judge(
        Case @case,
        PlanChangeQuote quote,
        PlanChangeOutcome outcome,
        Subscription before,
        Subscription after,
        Shop shop
    )
    {
        var charged = shop.Emulator.Charges.Sum(charge => charge.Amount);
        Assert.True(charged <= quote.DueNow.MinorUnits, $"{charged} was charged and {quote.DueNow} quoted");
        Assert.True(ChangeRequests(shop) <= 1, "more than one request");
        switch (outcome)
        {
            case PlanChangeOutcome.Changed changed:
                Assert.Equal(charged, changed.Charged.MinorUnits);
                Assert.Equal(quote.DueNow, changed.Charged);
                Assert.Equal(SubscriptionStatus.Active, after.Status);
                HasAll(@case, quote, before, after);
                break;
            case PlanChangeOutcome.Scheduled:
                Assert.Equal(0, charged);
                Assert.Equal(Relevant(before), Relevant(after));
                Assert.Equal(
                    (@case.Target, before.Quantity),
                    (after.ScheduledChange!.ProductId, after.ScheduledChange.Quantity)
                );
                Assert.Equal(@case.Addons == "kept" ? 2 : 0, after.ScheduledChange.Addons.Sum(addon => addon.Quantity));
                break;
            case PlanChangeOutcome.PaymentFailed failed:
                Assert.Equal(0, charged);
                Assert.Equal(@case.Policy == PaymentFailurePolicy.PreventChange, failed.OldPlanStands);
                if (failed.OldPlanStands)
                    Assert.Equal(Relevant(before), Relevant(after));
                else
                {
                    Assert.Equal(SubscriptionStatus.OnHold, after.Status);
                    HasAll(@case, quote, before, after);
                }

                break;
            case PlanChangeOutcome.ActionRequired:
                Assert.Equal(0, charged);
                if (@case.Policy == PaymentFailurePolicy.PreventChange)
                    Assert.Equal(Relevant(before), Relevant(after));
                break;
            default:
                var refused = Assert.IsType<PlanChangeOutcome.Refused>(outcome);
                Assert.True(
                    refused.Refusal.Reason == PlanChangeRefusalReason.NotActive
                        ? @case.Status != "active"
                        : refused.Refusal.Reason == PlanChangeRefusalReason.WrongModeForSchedule
                            && @case.Timing == PlanChangeTiming.NextBillingDate
                            && @case.Mode != ProrationMode.FullImmediately,
                    refused.Refusal.Explanation
                );
                Assert.Equal((0, 0), (charged, ChangeRequests(shop)));
                Assert.Equal(Relevant(before), Relevant(after));
                break;
        }
    }

    private static void HasAll(Case @case, PlanChangeQuote quote, Subscription before, Subscription after)
    {
        Assert.Equal((@case.Target, before.Quantity), (after.ProductId, after.Quantity));
        Assert.Equal(@case.Addons == "kept" ? 2 : 0, after.Addons.Sum(addon => addon.Quantity));
        Assert.Equal(
            @case.Discounts switch
            {
                "preserved" => [Kept],
                "not preserved, sent again" => [DemoSeed.DiscountCode],
                _ => [],
            },
            after.Discounts!.Select(discount => discount.Code)
        );
        Assert.Equal(@case.Discounts == "not preserved" ? [DemoSeed.DiscountCode] : [], quote.DiscountsLost);
        Assert.Equal(quote.NewRecurring, after.RecurringPreTax);
    }

    private static Shop New(Case @case)
    {
        var shop = new Shop(new DodoEmulatorOptions { TaxPercent = 19 });
        shop.Emulator.PutDiscount(
            "dsc_kept",
            new JsonObject
            {
                ["code"] = Kept,
                ["type"] = "percentage",
                ["amount"] = 1000,
                ["preserve_on_plan_change"] = true,
            }
        );
        var subscription = new JsonObject
        {
            ["status"] = @case.Status,
            ["product_id"] = @case.IsUpgrade ? DemoSeed.BasicPlan : DemoSeed.ProPlan,
            ["quantity"] = @case.Seats,
            ["payment_method_id"] = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, @case.Card),
            ["previous_billing_date"] = shop
                .Emulator.Clock.GetUtcNow()
                .AddDays(-10)
                .ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            ["discount_codes"] = @case.Discounts switch
            {
                "none" => [],
                "preserved" => new JsonArray(Kept),
                _ => new JsonArray(DemoSeed.DiscountCode),
            },
        };
        if (@case.Addons != "none")
            subscription["addons"] = new JsonArray(
                new JsonObject { ["addon_id"] = DemoSeed.SeatAddon, ["quantity"] = 2 }
            );
        Put(shop, subscription);
        return shop;
    }

    private sealed record Case(
        string Status,
        string Addons,
        string Discounts,
        int Seats,
        ProrationMode Mode,
        PlanChangeTiming Timing,
        PaymentFailurePolicy Policy,
        string Card,
        bool IsUpgrade
    )
    {
        public string Target => IsUpgrade ? DemoSeed.ProPlan : DemoSeed.BasicPlan;
    }
}
