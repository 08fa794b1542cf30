using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// Nodes may differ by five minutes. A node that differs more claims nothing, says so, and goes on once its clock is
/// right.
/// </summary>
public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(-4, 0)]
    [InlineData(4, 0)]
    [InlineData(0, 4)]
    [InlineData(-4, 4)]
    [InlineData(4, -4)]
    public async Task Nodes_within_the_limit_find_each_others_charges_and_charge_once(int firstAhead, int secondAhead)
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var first = new Node(emulator, ledger, TimeSpan.FromMinutes(firstAhead));
        var second = new Node(emulator, ledger, TimeSpan.FromMinutes(secondAhead));
        first.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        first.Wire.ListLag = second.Wire.ListLag = TimeSpan.FromMinutes(30);
        await first.Upsells.ChargeAsync(Shop.Ebook());

        for (var minute = 0; minute < 30; minute += 5)
        {
            Assert.IsNotType<ChargeOutcome.Succeeded>(await second.Upsells.ChargeAsync(Shop.Ebook()));
            await second.PassAsync(TimeSpan.FromMinutes(5));
        }

        await second.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(
            emulator.Charges.Single().PaymentId,
            Assert.IsType<ChargeOutcome.Succeeded>(await second.Upsells.ChargeAsync(Shop.Ebook())).PaymentId
        );
        Assert.True(first.Dodo.Clock.IsTrusted && second.Dodo.Clock.IsTrusted);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_node_that_differs_more_claims_nothing_says_so_and_leaves_the_key_free(int ahead)
    {
        using var log = new LogLines();
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var node = new Node(emulator, ledger, TimeSpan.FromMinutes(ahead), log: log);

        for (var click = 0; click < 3; click++)
        {
            var outcome = await node.Upsells.ChargeAsync(Shop.Ebook());
            Assert.Equal(
                ChargeRefusalReason.ClockNotTrusted,
                Assert.IsType<ChargeOutcome.Refused>(outcome).Refusal.Reason
            );
        }

        Assert.Empty(emulator.Charges);
        Assert.False(node.Dodo.Clock.IsTrusted);
        Assert.InRange(
            node.Dodo.Clock.Difference!.Value.Duration(),
            TimeSpan.FromMinutes(9.9),
            TimeSpan.FromMinutes(10)
        );
        Assert.Equal(ahead, Math.Sign(node.Dodo.Clock.Difference.Value.Ticks) * 10);
        Assert.StartsWith("Error:", Assert.Single(log.Lines, line => line.Id == 1005).Text, StringComparison.Ordinal);
        Assert.IsType<ChargeOutcome.Succeeded>(await new Node(emulator, ledger).Upsells.ChargeAsync(Shop.Ebook()));
        Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(emulator.Charges);
    }

    [Fact]
    public async Task Plan_changes_and_recoveries_are_refused_too()
    {
        var node = new Node(new DodoEmulator(), ahead: TimeSpan.FromMinutes(10));

        var change = await node.PlanChanges.ConfirmAsync(
            await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan)
        );
        var recovery = await node.PlanChanges.RecoverAsync(
            new()
            {
                Key = "recover-1",
                SubscriptionId = DemoSeed.BasicSubscription,
                PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
            }
        );

        Assert.Equal(
            PlanChangeRefusalReason.ClockNotTrusted,
            Assert.IsType<PlanChangeOutcome.Refused>(change).Refusal.Reason
        );
        Assert.Equal(
            ChargeRefusalReason.ClockNotTrusted,
            Assert.IsType<ChargeOutcome.Refused>(recovery).Refusal.Reason
        );
    }

    [Fact]
    public async Task A_node_whose_clock_was_set_right_charges_again()
    {
        using var log = new LogLines();
        var emulator = new DodoEmulator();
        var node = new Node(emulator, ahead: TimeSpan.FromMinutes(10), log: log);
        Assert.IsType<ChargeOutcome.Refused>(await node.Upsells.ChargeAsync(Shop.Ebook()));

        node.SetAhead(TimeSpan.Zero);

        // The node asks for the time at most every ten seconds.
        Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(log.Lines, line => line.Id == 1006);
        Assert.True(node.Dodo.Clock.IsTrusted);
    }

    [Fact]
    public async Task The_limit_can_be_set()
    {
        var emulator = new DodoEmulator();
        var wide = new Node(
            emulator,
            ahead: TimeSpan.FromMinutes(10),
            configure: options => options.MaxClockSkew = TimeSpan.FromMinutes(12)
        );
        var narrow = new Node(
            emulator,
            ahead: TimeSpan.FromMinutes(2),
            configure: options => options.MaxClockSkew = TimeSpan.FromMinutes(1)
        );

        Assert.IsType<ChargeOutcome.Succeeded>(await wide.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.IsType<ChargeOutcome.Refused>(await narrow.Upsells.ChargeAsync(Shop.Ebook() with { Key = "order-2" }));
    }

    [Fact]
    public async Task A_node_that_is_far_ahead_neither_gives_up_nor_forgets_what_others_charge()
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var (node, ahead) = (new Node(emulator, ledger), new Node(emulator, ledger, TimeSpan.FromDays(500)));
        Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        node.Wire.ListLag = ahead.Wire.ListLag = TimeSpan.FromMinutes(30);
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook() with { Key = "order-2" }));
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));

        for (var run = 0; run < 3; run++)
            await ahead.Reconciler.RunAsync();

        Assert.IsType<ChargeOutcome.Succeeded>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook() with { Key = "order-2" }));
        Assert.Equal(2, emulator.Charges.Count);
    }

    [Fact]
    public async Task A_node_that_differs_more_opens_no_page_after_a_decline()
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var (node, behind) = (new Node(emulator, ledger), new Node(emulator, ledger, TimeSpan.FromHours(-3)));
        var request = Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard) with { OfferCheckout = false };
        Assert.IsType<ChargeOutcome.Declined>(await node.Upsells.ChargeAsync(request));

        var offered = request with { OfferCheckout = true };
        for (var click = 0; click < 3; click++)
            Assert.Null(Assert.IsType<ChargeOutcome.Declined>(await behind.Upsells.ChargeAsync(offered)).CheckoutUrl);

        Assert.Equal(1, behind.Wire.Count("POST /checkouts"));
        Assert.NotNull(Assert.IsType<ChargeOutcome.Declined>(await node.Upsells.ChargeAsync(offered)).CheckoutUrl);
    }

    [Fact]
    public async Task A_node_that_differs_more_does_not_decide_that_a_change_cost_nothing()
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var (node, ahead) = (new Node(emulator, ledger), new Node(emulator, ledger, TimeSpan.FromHours(3)));
        node.Break(EmulatedFaultKind.DropAfterCommit, "/change-plan");
        node.Wire.ListLag = ahead.Wire.ListLag = TimeSpan.FromMinutes(30);
        var quote = await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
        Assert.IsType<PlanChangeOutcome.PaymentPending>(await node.PlanChanges.ConfirmAsync(quote));
        emulator.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.IsType<PlanChangeOutcome.PaymentPending>(await ahead.PlanChanges.ConfirmAsync(quote));
        await ahead.Reconciler.RunAsync();
        Assert.IsType<PlanChangeOutcome.PaymentPending>(await node.PlanChanges.ConfirmAsync(quote));

        await node.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));
        Assert.Equal(
            emulator.Charges.Single().PaymentId,
            Assert.IsType<PlanChangeOutcome.Changed>(await node.PlanChanges.ConfirmAsync(quote)).PaymentId
        );
    }

    [Fact]
    public async Task A_node_that_slept_while_it_looked_does_not_decide_that_a_change_cost_nothing()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        node.Break(EmulatedFaultKind.DropAfterCommit, "/change-plan");
        node.Wire.ListLag = TimeSpan.FromMinutes(30);
        var quote = await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
        Assert.IsType<PlanChangeOutcome.PaymentPending>(await node.PlanChanges.ConfirmAsync(quote));
        emulator.Clock.Advance(TimeSpan.FromMinutes(6));

        // The list was read in time. What is made of it, two hours later: a suspended machine's timers stand still, its
        // clock and the API's do not.
        node.Wire.OnAnswer[$"GET /subscriptions/{DemoSeed.BasicSubscription}"] = (_, _) =>
        {
            node.Wire.DateAhead = TimeSpan.FromHours(2);
            node.SetAhead(TimeSpan.FromHours(2));
        };
        await node.Reconciler.RunAsync();

        Assert.True(node.Dodo.Clock.IsTrusted);
        Assert.Empty(await node.Ledger.Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting));
        emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            emulator.Charges.Single().PaymentId,
            Assert.IsType<PlanChangeOutcome.Changed>(await node.PlanChanges.ConfirmAsync(quote)).PaymentId
        );
        var told = await node.Ledger.Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting);
        Assert.NotNull(Assert.Single(told).Settlement.Charge.PaymentId);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(0, true)]
    public async Task A_reconciler_whose_clock_is_wrong_or_cannot_be_measured_takes_no_charge(
        int daysAhead,
        bool isApiDown
    )
    {
        var (emulator, ledger) = (new DodoEmulator(), new InMemoryChargeLedger());
        var (node, other) = (new Node(emulator, ledger), new Node(emulator, ledger, TimeSpan.FromDays(daysAhead)));
        node.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        node.Wire.ListLag = TimeSpan.FromMinutes(10);
        Assert.IsType<ChargeOutcome.Pending>(await node.Upsells.ChargeAsync(Shop.Ebook()));
        emulator.Clock.Advance(TimeSpan.FromMinutes(11));
        if (isApiDown)
            emulator.AddFault(new EmulatedFault(EmulatedFaultKind.DropBefore) { Times = 100 });

        for (var run = 0; run < 3; run++)
            Assert.Equal(new ReconcileReport(0, 0, 0), await other.Reconciler.RunAsync());

        emulator.ClearFaults();
        Assert.Equal(new ReconcileReport(1, 1, 0), await node.Reconciler.RunAsync());
        Assert.Single(emulator.Charges);
    }
}
