using System.Collections.Immutable;
using DodoUpsell.Emulator.Subscriptions;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>What must hold whatever is done to subscriptions, in whatever order.</summary>
public sealed class SubscriptionPropertyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["pending"] = ["active", "failed"],
        ["active"] = ["past_due", "on_hold", "paused", "cancelled", "expired"],
        ["past_due"] = ["active", "on_hold", "cancelled"],
        ["on_hold"] = ["active", "cancelled"],
        ["paused"] = ["active", "cancelled", "on_hold"],
        ["cancelled"] = [],
        ["failed"] = [],
        ["expired"] = [],
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Money_is_conserved(int seed)
    {
        var random = new Random(seed);
        using var shop = new Shop();
        long cost = 0;
        (string Product, int Quantity, int Seats) plan = (DemoSeed.BasicPlan, 1, 0);
        for (var step = 0; step < 60; step++)
        {
            if (random.Next(3) == 0)
            {
                await shop.Renew();
                cost += Price(plan);
                continue;
            }

            (string Product, int Quantity, int Seats) target = (
                random.Next(2) == 0 ? DemoSeed.BasicPlan : DemoSeed.ProPlan,
                random.Next(1, 4),
                random.Next(0, 3)
            );
            var mode = new[] { "difference_immediately", "full_immediately", "do_not_bill" }[random.Next(3)];
            var addons =
                target.Seats == 0 ? "[]" : $$"""[{ "addon_id": "adn_demo_seat", "quantity": {{target.Seats}} }]""";
            Assert.Equal(
                200,
                (int)(await shop.Change(target.Product, mode, target.Quantity, $"\"addons\": {addons}")).Status
            );
            cost += mode switch
            {
                "difference_immediately" => Price(target) - Price(plan),
                "full_immediately" => Price(target),
                _ => 0,
            };
            plan = target;
        }

        // Used credit is a negative movement, so the sum of all is what was granted less what was used.
        Assert.Equal(cost, shop.Charged.Sum(amount => (long)amount) - shop.Credits.Sum());
        Assert.True(shop.Credits.Sum() >= 0);

        static long Price((string Product, int Quantity, int Seats) plan) =>
            ((plan.Product == DemoSeed.ProPlan ? 8000 : 3000) * plan.Quantity) + (500 * plan.Seats);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_state_is_reached_that_may_not_follow(int seed)
    {
        var random = new Random(seed);
        using var shop = new Shop(
            new SubscriptionRules
            {
                GracePeriod = seed % 2 == 0 ? TimeSpan.FromDays(3) : null,
                CancelAfterGrace = seed % 3 == 0,
                RetryWindow = seed % 4 == 0 ? TimeSpan.FromDays(13) : null,
            },
            settlement: seed % 5 == 0 ? PaymentSettlement.Immediate : PaymentSettlement.OnClock(TimeSpan.FromHours(6))
        );
        ImmutableArray<string> cards =
        [
            DemoSeed.GoodCard,
            shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.GenericDecline),
            shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.ThreeDSecure),
        ];
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var step = 0; step < 150; step++)
        {
            var answer = await Act(shop, random, cards);
            Assert.True((int)answer.Status < 500, answer.Body?.ToJsonString());
            Check(shop, known);
            // Step by step, so that no state in between goes unseen.
            for (var hours = random.Next(0, 240); hours > 0; hours -= 6)
            {
                shop.Emulator.Clock.Advance(TimeSpan.FromHours(6));
                Check(shop, known);
            }
        }

        Assert.True(
            shop.Credits.Length == 0 || shop.Emulator.State.Subscriptions.All(subscription => subscription.Credit >= 0)
        );
    }

    [Fact]
    public async Task Lists_are_complete_under_paging_while_their_order_stands()
    {
        using var shop = new Shop();
        for (var index = 0; index < 34; index++)
            shop.Put("{}", $"sub_many_{index:D2}");

        var seen = new List<string>();
        for (var page = 0; page < 6; page++)
            seen.AddRange((await shop.Api.Get($"subscriptions?page_size=7&page_number={page}")).Ids("subscription_id"));

        Assert.Equal(35, seen.Count);
        Assert.Equal(35, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("sub_many_33", seen[0]);
        Assert.Empty((await shop.Api.Get("subscriptions?customer_id=cus_demo_ben")).Items);
        Assert.Equal(
            35,
            (
                await shop.Api.Get(
                    "subscriptions?status=active&product_id=pdt_demo_basic&brand_id=bus_emulator&page_size=100"
                )
            )
                .Items
                .Count
        );
        (await shop.Api.Get("subscriptions?status=lost")).IsError(422, "INVALID_QUERY_PARAMS");
    }

    private static void Check(Shop shop, Dictionary<string, string> known)
    {
        foreach (var subscription in shop.Emulator.State.Subscriptions)
        {
            if (known.TryGetValue(subscription.Id, out var before) && before != subscription.Status)
                Assert.True(
                    CanReach(before, subscription.Status),
                    $"{subscription.Id}: {before} to {subscription.Status}"
                );

            known[subscription.Id] = subscription.Status;
        }
    }

    // One step of the clock may hold two moves, such as a late payment and its hold. Each single
    // move is held to the table by the subscription itself, which throws.
    private static bool CanReach(string from, string to) =>
        Allowed[from].Contains(to, StringComparer.Ordinal)
        || Allowed[from].Any(between => Allowed[between].Contains(to, StringComparer.Ordinal));

    private static async Task<Answer> Act(Shop shop, Random random, ImmutableArray<string> cards)
    {
        string[] ids = [.. shop.Emulator.State.Subscriptions.Select(subscription => subscription.Id)];
        var id = ids[random.Next(ids.Length)];
        var card = cards[random.Next(cards.Length)];
        var failure = random.Next(2) == 0 ? "prevent_change" : "apply_change";
        var product = random.Next(2) == 0 ? DemoSeed.BasicPlan : DemoSeed.ProPlan;
        string[] modes = ["difference_immediately", "prorated_immediately", "full_immediately", "do_not_bill"];
        return random.Next(12) switch
        {
            0 => await shop.Api.OneClick(card: card, product: product),
            1 => await shop.Patch("""{ "status": "paused" }""", id),
            2 or 3 => await shop.Patch("""{ "status": "active" }""", id),
            4 => random.Next(4) == 0
                ? await shop.Patch("""{ "status": "cancelled" }""", id)
                : await shop.Api.Get($"subscriptions/{id}"),
            5 => await shop.Patch(
                $$"""{ "cancel_at_next_billing_date": {{(random.Next(4) == 0 ? "true" : "false")}} }""",
                id
            ),
            6 or 7 => await shop.Api.Post(
                $"subscriptions/{id}/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{card}}" }"""
            ),
            8 => await shop.Api.Post($"subscriptions/{id}/update-payment-method", """{ "type": "new" }"""),
            9 => await shop.Change(
                product,
                "full_immediately",
                more: """ "effective_at": "next_billing_date", "cancel_scheduled_change_plan": true """,
                id: id
            ),
            _ => await shop.Change(
                product,
                modes[random.Next(modes.Length)],
                random.Next(1, 3),
                $"\"on_payment_failure\": \"{failure}\"",
                id
            ),
        };
    }
}
