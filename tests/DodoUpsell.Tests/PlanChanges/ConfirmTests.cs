using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>One quote, one change, at the price that was shown; and what went wrong is found out by reading.</summary>
public sealed class ConfirmTests
{
    [Fact]
    public async Task An_upgrade_is_charged_as_quoted_and_the_subscription_has_the_plan()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);

        var changed = Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(Usd(5000), changed.Charged);
        Assert.Null(changed.Drift);
        Assert.Equal(changed.PaymentId, shop.Emulator.Charges.Single().PaymentId);
        Assert.Equal(quote.Key.Value, shop.Emulator.Charges.Single().Metadata["dodoupsell_key"]!.GetValue<string>());
        Assert.Equal(quote.NextBillingDate.Date, changed.NextBillingDate.Date);
        Assert.Equal(DemoSeed.ProPlan, (await SubscriptionAsync(shop)).ProductId);
    }

    [Fact]
    public async Task A_second_confirmation_is_a_repeat_even_when_the_quote_is_over()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        var first = await shop.PlanChanges.ConfirmAsync(quote);
        shop.Forget();

        shop.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        var second = await shop.PlanChanges.ConfirmAsync(quote);

        Assert.Equal(first, second);
        Assert.Empty(shop.Requests);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Twenty_confirmations_at_once_from_four_nodes_make_one_change_and_one_charge()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        var nodes = Enumerable
            .Range(0, 4)
            .Select(_ => new PlanChangeFlow(shop.Dodo, shop.Ledger, timeProvider: shop.Clock))
            .ToList();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => nodes[i % 4].ConfirmAsync(quote)))
        );

        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(1, ChangeRequests(shop));
        Assert.Contains(outcomes, outcome => outcome is PlanChangeOutcome.Changed);
        Assert.All(
            outcomes,
            outcome =>
                Assert.True(
                    outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.PaymentPending,
                    outcome.ToString()
                )
        );
        Assert.IsType<PlanChangeOutcome.Changed>(await nodes[3].ConfirmAsync(quote));
    }

    [Fact]
    public async Task A_process_that_stood_still_after_the_mark_sends_nothing_and_the_quote_can_be_confirmed_again()
    {
        var ledger = new StandsStillAfterTheMark();
        var shop = new Shop(ledger: ledger);
        var quote = await QuoteAsync(shop);
        ledger.StandStill = () => shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(
            PlanChangeRefusalReason.NotExecuted,
            Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(quote)).Refusal.Reason
        );
        Assert.Equal(0, ChangeRequests(shop));

        ledger.StandStill = null;
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Two_quotes_of_one_subscription_confirmed_at_once_never_charge_above_either()
    {
        for (var round = 0; round < 20; round++)
        {
            var shop = new Shop(new DodoEmulatorOptions { IdSeed = round + 1 });
            var nodes = Enumerable
                .Range(0, 2)
                .Select(_ => new PlanChangeFlow(shop.Dodo, shop.Ledger, timeProvider: shop.Clock))
                .ToList();
            var upgrade = await QuoteAsync(shop);
            var seats = await shop.PlanChanges.PreviewAsync(
                new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, Quantity = 2 }
            );

            var outcomes = await Task.WhenAll(
                Task.Run(() => nodes[0].ConfirmAsync(upgrade)),
                Task.Run(() => nodes[1].ConfirmAsync(seats))
            );

            Assert.Single(shop.Emulator.Charges);
            Assert.Equal(1, ChangeRequests(shop));
            Assert.Single(outcomes.OfType<PlanChangeOutcome.Changed>());
            Assert.Single(
                outcomes,
                outcome =>
                    outcome
                        is PlanChangeOutcome.QuoteChanged
                            or PlanChangeOutcome.Refused
                            {
                                Refusal.Reason: PlanChangeRefusalReason.ChangeInProgress
                                    or PlanChangeRefusalReason.ChangePending
                            }
            );
        }
    }

    [Theory]
    [InlineData(EmulatedFaultKind.DropAfterCommit)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit)]
    public async Task A_change_whose_answer_is_lost_is_found_and_never_sent_again(EmulatedFaultKind fault)
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        shop.Break(fault, "/subscriptions/{}/change-plan");

        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Equal(1, ChangeRequests(shop));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_change_without_a_payment_whose_answer_is_lost_is_found_on_the_subscription()
    {
        var shop = new Shop();
        var quote = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Mode = ProrationMode.DoNotBill,
            }
        );
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/subscriptions/{}/change-plan");

        var changed = Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(Usd(0), changed.Charged);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_change_that_never_arrived_is_unknown_then_not_executed_and_its_quote_is_dead()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        shop.Break(EmulatedFaultKind.DropBefore, "/subscriptions/{}/change-plan");
        Assert.IsType<PlanChangeOutcome.Unknown>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.IsType<PlanChangeOutcome.Unknown>(await shop.PlanChanges.ConfirmAsync(quote));

        // Another quote of the same subscription has to wait until it is known.
        var other = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, Quantity = 2 }
        );
        Assert.Equal(
            PlanChangeRefusalReason.ChangeInProgress,
            Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(other)).Refusal.Reason
        );

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(71));
        await shop.Reconciler.RunAsync();

        Assert.Equal(
            PlanChangeRefusalReason.NotExecuted,
            Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(quote)).Refusal.Reason
        );
        Assert.Equal(1, ChangeRequests(shop));
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(await QuoteAsync(shop)));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task What_could_not_be_read_is_settled_by_the_reconciler()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/subscriptions/{}/change-plan");
        shop.Break(EmulatedFaultKind.Status, "/payments", times: 1000, method: "GET");
        Assert.IsType<PlanChangeOutcome.Unknown>(await shop.PlanChanges.ConfirmAsync(quote));

        shop.Emulator.ClearFaults();
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(1, (await shop.Reconciler.RunAsync()).Settled);
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Reconciler.ReconcileAsync(quote.Key));
        Assert.Equal(1, ChangeRequests(shop));
    }

    [Fact]
    public async Task A_declined_upgrade_leaves_plan_price_status_and_seats_as_they_were()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["customer_id"] = DemoSeed.CustomerWithDecliningCard, ["quantity"] = 2 });
        var before = await SubscriptionAsync(shop);

        var failed = Assert.IsType<PlanChangeOutcome.PaymentFailed>(
            await shop.PlanChanges.ConfirmAsync(await QuoteAsync(shop))
        );

        Assert.True(failed.OldPlanStands);
        Assert.Equal(DeclineCode.GenericDecline, failed.Reason.Code);
        Assert.EndsWith("Your plan stays as it was.", failed.CustomerMessage, StringComparison.Ordinal);
        Assert.Equal(Relevant(before), Relevant(await SubscriptionAsync(shop)));
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task With_apply_change_chosen_by_name_a_decline_puts_on_hold_and_another_card_recovers()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["customer_id"] = DemoSeed.CustomerWithDecliningCard });
        var quote = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                OnPaymentFailure = PaymentFailurePolicy.ApplyChange,
            }
        );

        Assert.False(
            Assert.IsType<PlanChangeOutcome.PaymentFailed>(await shop.PlanChanges.ConfirmAsync(quote)).OldPlanStands
        );
        Assert.Equal(SubscriptionStatus.OnHold, (await SubscriptionAsync(shop)).Status);

        var card = shop.Emulator.SaveCard(DemoSeed.CustomerWithDecliningCard, TestCards.Visa);
        var recovery = new RecoverRequest
        {
            Key = "recover-1",
            SubscriptionId = DemoSeed.BasicSubscription,
            PaymentMethod = PaymentMethodUpdate.Existing(card),
        };
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await shop.PlanChanges.RecoverAsync(recovery));
        Assert.Equal(Usd(5000), paid.Charged);
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.PlanChanges.RecoverAsync(recovery));
        Assert.Equal(
            (SubscriptionStatus.Active, DemoSeed.ProPlan),
            ((await SubscriptionAsync(shop)).Status, (await SubscriptionAsync(shop)).ProductId)
        );
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Dues_whose_answer_is_lost_are_found_and_a_subscription_that_owes_nothing_is_not_charged()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["status"] = "on_hold" });
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/subscriptions/{}/update-payment-method");
        var recovery = new RecoverRequest
        {
            Key = "recover-1",
            SubscriptionId = DemoSeed.BasicSubscription,
            PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
        };

        Assert.Equal(
            Usd(3000),
            Assert.IsType<ChargeOutcome.Succeeded>(await shop.PlanChanges.RecoverAsync(recovery)).Charged
        );
        Assert.Equal(
            ChargeRefusalReason.NothingOwed,
            Assert
                .IsType<ChargeOutcome.Refused>(await shop.PlanChanges.RecoverAsync(recovery with { Key = "recover-2" }))
                .Refusal.Reason
        );
        Assert.Single(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData("on_hold", true)]
    [InlineData("past_due", true)]
    [InlineData("active", false)]
    [InlineData("paused", false)]
    [InlineData("cancelled", false)]
    [InlineData("expired", false)]
    public async Task What_is_on_hold_or_past_due_owes_something_and_nothing_else_does(string status, bool owes)
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["status"] = status });

        var outcome = await shop.PlanChanges.RecoverAsync(
            new RecoverRequest
            {
                Key = "recover-1",
                SubscriptionId = DemoSeed.BasicSubscription,
                PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
            }
        );

        Assert.Equal(!owes, outcome is ChargeOutcome.Refused { Refusal.Reason: ChargeRefusalReason.NothingOwed });
        if (!owes)
            Assert.Empty(shop.ChargingRequests);
    }

    [Fact]
    public async Task A_new_card_for_dues_is_entered_on_a_page()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["status"] = "on_hold" });
        var recovery = new RecoverRequest
        {
            Key = "recover-1",
            SubscriptionId = DemoSeed.BasicSubscription,
            PaymentMethod = PaymentMethodUpdate.New(),
        };

        var step = Assert.IsType<ChargeOutcome.ActionRequired>(await shop.PlanChanges.RecoverAsync(recovery));
        await PayOnPageAsync(shop, step.Url);

        Assert.IsType<ChargeOutcome.Succeeded>(await shop.PlanChanges.RecoverAsync(recovery));
        Assert.Equal(SubscriptionStatus.Active, (await SubscriptionAsync(shop)).Status);
    }

    [Fact]
    public async Task Three_d_secure_asks_the_customer_and_the_old_plan_stands_until_then()
    {
        var shop = new Shop();
        Put(
            shop,
            new JsonObject
            {
                ["payment_method_id"] = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.ThreeDSecure),
            }
        );
        var quote = await QuoteAsync(shop);

        var step = Assert.IsType<PlanChangeOutcome.ActionRequired>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Equal(DemoSeed.BasicPlan, (await SubscriptionAsync(shop)).ProductId);
        Assert.IsType<PlanChangeOutcome.ActionRequired>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Equal(
            PlanChangeRefusalReason.ChangePending,
            (await shop.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan)).Refusal?.Reason
        );

        using var browser = new HttpClient(shop.Emulator.CreateHandler());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["outcome"] = "approve" });
        using var answer = await browser.PostAsync(new Uri(step.Url + "/authentication"), form);

        Assert.Equal(
            Usd(5000),
            Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote)).Charged
        );
        Assert.Equal(1, ChangeRequests(shop));
    }

    [Fact]
    public async Task Payment_on_a_page_changes_the_plan_once_it_is_paid()
    {
        var shop = new Shop();
        var quote = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                CollectViaPaymentLink = true,
            }
        );

        var step = Assert.IsType<PlanChangeOutcome.ActionRequired>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Equal(DemoSeed.BasicPlan, (await SubscriptionAsync(shop)).ProductId);
        await PayOnPageAsync(shop, step.Url);

        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Equal(DemoSeed.ProPlan, (await SubscriptionAsync(shop)).ProductId);
    }

    [Fact]
    public async Task The_older_empty_answer_means_the_same_as_the_object()
    {
        var shop = new Shop(
            new DodoEmulatorOptions { Subscriptions = new SubscriptionRules { ChangePlanAnswersEmpty = true } }
        );

        Assert.Equal(
            Usd(5000),
            Assert
                .IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(await QuoteAsync(shop)))
                .Charged
        );
    }

    [Fact]
    public async Task A_conflict_is_sent_once_and_refused_with_its_reason()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        shop.Break(
            EmulatedFaultKind.Status,
            "/subscriptions/{}/change-plan",
            times: 5,
            status: System.Net.HttpStatusCode.Conflict
        );

        Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(1, ChangeRequests(shop));
    }

    [Fact]
    public async Task A_quote_that_is_over_or_altered_changes_nothing()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);

        var altered = await shop.PlanChanges.ConfirmAsync(quote with { DueNow = Usd(9000) });
        Assert.Equal(
            PlanChangeRefusalReason.QuoteAltered,
            Assert.IsType<PlanChangeOutcome.Refused>(altered).Refusal.Reason
        );
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(
            PlanChangeRefusalReason.QuoteExpired,
            Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(quote)).Refusal.Reason
        );

        Assert.Equal(0, ChangeRequests(shop));
    }

    [Fact]
    public async Task A_payment_that_takes_days_is_pending_and_the_reconciler_ends_it()
    {
        var shop = new Shop(new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromDays(2)) });
        var quote = await QuoteAsync(shop);

        Assert.NotNull(
            Assert.IsType<PlanChangeOutcome.PaymentPending>(await shop.PlanChanges.ConfirmAsync(quote)).PaymentId
        );
        Assert.Equal(DemoSeed.BasicPlan, (await SubscriptionAsync(shop)).ProductId);
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(3));
        await shop.Reconciler.RunAsync();

        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
    }

    [Fact]
    public async Task A_request_that_never_left_leaves_the_quote_free()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        shop.Break(
            EmulatedFaultKind.Status,
            "/subscriptions/{}/change-plan/preview",
            times: 1000,
            status: System.Net.HttpStatusCode.ServiceUnavailable
        );
        await Assert.ThrowsAsync<DodoApiException>(() => shop.PlanChanges.ConfirmAsync(quote));

        shop.Emulator.ClearFaults();
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Single(shop.Emulator.Charges);
    }

    internal static Task<PlanChangeQuote> QuoteAsync(Shop shop) =>
        shop.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);

    internal static Task<Subscription> SubscriptionAsync(Shop shop) =>
        shop.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription);

    internal static int ChangeRequests(Shop shop) =>
        shop.Requests.Count(request => request.EndsWith("/change-plan", StringComparison.Ordinal));

    internal static object Relevant(Subscription subscription) =>
        (
            subscription.ProductId,
            subscription.Quantity,
            subscription.Status,
            subscription.RecurringPreTax,
            subscription.NextBillingDate,
            subscription.PreviousBillingDate,
            string.Join(',', subscription.Addons.Select(addon => $"{addon.AddonId}×{addon.Quantity}")),
            string.Join(',', (subscription.Discounts ?? []).Select(discount => discount.Code))
        );

    internal static async Task PayOnPageAsync(Shop shop, string url)
    {
        using var browser = new HttpClient(shop.Emulator.CreateHandler());
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["card_number"] = TestCards.Visa,
                ["card_expiry"] = "06/32",
                ["card_cvc"] = "123",
                ["country"] = "US",
                ["email"] = "customer@example.test",
                ["name"] = "Customer",
            }
        );
        using var answer = await browser.PostAsync(new Uri(url), form);
        shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(5));
    }
}
