using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>
/// A change in one call confirms the quote that it has just made. What happened to the subscription since is still seen.
/// </summary>
public sealed class OneCallTests
{
    // A second change to the same plan in this mode would take the full price again.
    private static readonly PlanChangeRequest FullPrice = new()
    {
        SubscriptionId = DemoSeed.BasicSubscription,
        ProductId = DemoSeed.ProPlan,
        Mode = ProrationMode.FullImmediately,
    };

    [Fact]
    public async Task Two_calls_that_quote_before_either_charges_charge_once()
    {
        var ledger = new Ledger();
        var shop = new Shop(ledger: ledger);
        PlanChangeOutcome? other = null;
        ledger.BeforeClaim = async () => other = await shop.PlanChanges.ChangeAsync(FullPrice, Usd(80_00));

        var outcome = await shop.PlanChanges.ChangeAsync(FullPrice, Usd(80_00));

        Assert.IsType<PlanChangeOutcome.Changed>(other);
        Assert.Equal(
            PlanChangeRefusalReason.NothingChanges,
            Assert.IsType<PlanChangeOutcome.Refused>(outcome).Refusal.Reason
        );
        Assert.Equal(Usd(80_00).MinorUnits, Assert.Single(shop.Emulator.Charges).Amount);
    }

    [Fact]
    public async Task A_change_that_was_under_way_at_the_quote_and_has_ended_since_is_seen()
    {
        var ledger = new Ledger();
        var shop = new Shop(ledger: ledger);
        var entered = new TaskCompletionSource();
        var mayCharge = new TaskCompletionSource();
        ledger.AfterLock = async () =>
        {
            entered.SetResult();
            await mayCharge.Task;
        };
        var first = Task.Run(() => shop.PlanChanges.ChangeAsync(FullPrice, Usd(80_00)));
        await entered.Task;
        ledger.AfterLock = null;
        ledger.BeforeClaim = async () =>
        {
            mayCharge.SetResult();
            await first;
        };

        var outcome = await shop.PlanChanges.ChangeAsync(FullPrice, Usd(80_00));

        Assert.IsType<PlanChangeOutcome.Changed>(await first);
        Assert.IsType<PlanChangeOutcome.Refused>(outcome);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_node_that_was_suspended_after_its_quote_quotes_again()
    {
        var ledger = new Ledger();
        var shop = new Shop(ledger: ledger);
        ledger.BeforeClaim = () =>
        {
            shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(11));
            Put(shop, new() { ["quantity"] = 2 });
            return Task.CompletedTask;
        };

        var outcome = await shop.PlanChanges.ChangeAsync(FullPrice, Usd(80_00));

        Assert.IsType<PlanChangeOutcome.QuoteChanged>(outcome);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task The_price_of_its_own_quote_is_held_against_the_maximum()
    {
        var shop = new Shop();

        var outcome = await shop.PlanChanges.ChangeAsync(FullPrice, Usd(79_99));

        Assert.Equal(
            PlanChangeRefusalReason.AboveMaximum,
            Assert.IsType<PlanChangeOutcome.Refused>(outcome).Refusal.Reason
        );
        Assert.Empty(shop.Emulator.Charges);
    }

    private sealed class Ledger : LedgerDecorator
    {
        public Func<Task>? BeforeClaim { get; set; }

        public Func<Task>? AfterLock { get; set; }

        public override async Task<ChargeClaim> ClaimAsync(
            ChargeRecord claim,
            CancellationToken cancellationToken = default
        )
        {
            if (BeforeClaim is { } disturb)
            {
                BeforeClaim = null;
                await disturb();
            }

            return await base.ClaimAsync(claim, cancellationToken);
        }

        public override async Task<bool> TryLockAsync(
            SubscriptionLock changed,
            CancellationToken cancellationToken = default
        )
        {
            var isTaken = await base.TryLockAsync(changed, cancellationToken);
            if (AfterLock is { } wait)
                await wait();
            return isTaken;
        }
    }
}
