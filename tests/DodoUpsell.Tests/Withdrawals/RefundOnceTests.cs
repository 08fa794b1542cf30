using System.Net;
using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.Withdrawals;

/// <summary>Tests that a refund is requested at most once, whatever fails, and that nothing is forgotten.</summary>
public sealed class RefundOnceTests
{
    private readonly WithdrawalShop _shop = new();

    [Fact]
    public async Task A_hundred_double_clicks_on_two_nodes_refund_once_with_one_acknowledgement()
    {
        var payment = await _shop.BuyAsync();
        WithdrawalNode[] nodes = [_shop.Node, _shop.CreateNode()];
        var drafts = new List<Withdrawal>();
        for (var i = 0; i < 4; i++)
            drafts.Add(await _shop.StateAsync(payment.PaymentId));

        var confirmed = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var flow = nodes[i % 2].Flow;
                        var result = await flow.ConfirmAsync(WithdrawalShop.Ada, drafts[i % 4].Id);
                        await flow.ProcessDueAsync();
                        return result!;
                    })
                )
        );

        Assert.Single(confirmed.Select(one => one.Acknowledgement).Distinct(StringComparer.Ordinal));
        Assert.Single(_shop.Emulator.Refunds);
        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(confirmed[0].Id)).State);
    }

    [Theory]
    [InlineData(EmulatedFaultKind.DropAfterCommit)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit)]
    [InlineData(EmulatedFaultKind.TruncateBody)]
    public async Task A_lost_response_is_found_by_reading_and_not_sent_again(EmulatedFaultKind kind)
    {
        var between = new Between();
        var node = _shop.CreateNode(between: between);
        var payment = await _shop.BuyAsync();
        _shop.Emulator.AddFault(new(kind) { Method = "POST", Path = "/refunds" });
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);

        await _shop.RunAsync(node: node);
        Assert.Equal(
            WithdrawalRefundStatus.Sending,
            Assert.Single((await _shop.FindAsync(withdrawn.Id)).Refunds).Status
        );
        await _shop.RunAsync(TimeSpan.FromHours(1), node);

        Assert.Equal(1, between.RefundRequests);
        Assert.Single(_shop.Emulator.Refunds);
        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
    }

    [Fact]
    public async Task A_request_whose_fate_stays_unknown_is_left_for_review()
    {
        var between = new Between();
        var node = _shop.CreateNode(between: between);
        var payment = await _shop.BuyAsync();
        _shop.Emulator.AddFault(
            new(EmulatedFaultKind.Status)
            {
                Method = "POST",
                Path = "/refunds",
                Status = HttpStatusCode.InternalServerError,
            }
        );
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(3), node);

        Assert.Equal(1, between.RefundRequests);
        Assert.Empty(_shop.Emulator.Refunds);
        Assert.Equal(WithdrawalReviewReason.RefundUnknown, (await _shop.FindAsync(withdrawn.Id)).ReviewReason);
    }

    [Fact]
    public async Task A_refund_of_the_seller_is_not_taken_for_the_lost_one()
    {
        var payment = await _shop.BuyAsync();
        _shop.Emulator.AddFault(
            new(EmulatedFaultKind.Status)
            {
                Method = "POST",
                Path = "/refunds",
                Status = HttpStatusCode.InternalServerError,
            }
        );
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync();
        _shop.Emulator.Refund(payment.PaymentId, 100);
        await _shop.RunAsync(TimeSpan.FromHours(3));

        Assert.Equal(WithdrawalReviewReason.RefundUnknown, (await _shop.FindAsync(withdrawn.Id)).ReviewReason);
        Assert.Single(_shop.Emulator.Refunds);
    }

    [Theory]
    [InlineData(EmulatedFaultKind.Status, HttpStatusCode.TooManyRequests)]
    [InlineData(EmulatedFaultKind.Status, HttpStatusCode.Forbidden)]
    public async Task A_request_that_was_provably_not_executed_is_sent_again(
        EmulatedFaultKind kind,
        HttpStatusCode status
    )
    {
        var payment = await _shop.BuyAsync();
        _shop.Emulator.AddFault(
            new(kind)
            {
                Method = "POST",
                Path = "/refunds",
                Status = status,
                Times = 3,
            }
        );
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(3));

        Assert.Single(_shop.Emulator.Refunds);
        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
    }

    [Fact]
    public async Task A_process_that_stood_still_after_the_mark_sends_nothing_then()
    {
        var shop = new WithdrawalShop();
        var store = new SlowStore(shop.Store, () => shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(3)));
        var between = new Between();
        var node = shop.CreateNode(store, between);
        var payment = await shop.BuyAsync();
        var withdrawn = await shop.WithdrawAsync(payment.PaymentId);

        await node.Flow.ProcessDueAsync();
        Assert.True(store.HasStoodStill);
        Assert.Equal(0, between.RefundRequests);
        await shop.RunAsync(TimeSpan.FromHours(1));

        Assert.Single(shop.Emulator.Refunds);
        Assert.Equal(WithdrawalState.Completed, (await shop.FindAsync(withdrawn.Id)).State);
    }

    [Theory]
    [InlineData(DemoSeed.Course)]
    [InlineData(DemoSeed.BasicPlan)]
    public async Task A_crash_at_any_write_leaves_at_most_one_refund_and_nothing_forgotten(string product)
    {
        var completed = 0;
        var reviewed = 0;
        for (var write = 0; ; write++)
        {
            var crashes = 0;
            foreach (var afterCommit in new[] { false, true })
            {
                var shop = new WithdrawalShop();
                var payment = await shop.BuyAsync(product);
                var withdrawn = await shop.WithdrawAsync(payment.SubscriptionId ?? payment.PaymentId);
                var store = new CrashingStore(shop.Store, write, afterCommit);
                var crashing = shop.CreateNode(store);
                try
                {
                    await crashing.Flow.ProcessDueAsync();
                }
                catch (IOException)
                {
                    // The process ended.
                }

                crashes += store.HasCrashed ? 1 : 0;
                await shop.RunAsync(TimeSpan.FromHours(4), shop.CreateNode());

                var found = await shop.FindAsync(withdrawn.Id);
                Assert.InRange(shop.Emulator.Refunds.Count, 0, 1);
                Assert.Contains(shop.Told, told => told.Notice == WithdrawalNotice.Confirmed);
                Assert.Contains(found.State, new[] { WithdrawalState.Completed, WithdrawalState.NeedsReview });
                if (found.State == WithdrawalState.Completed)
                    Assert.Single(shop.Emulator.Refunds);
                else
                    Assert.Equal(WithdrawalReviewReason.RefundUnknown, found.ReviewReason);
                _ = found.State == WithdrawalState.Completed ? completed++ : reviewed++;
            }

            if (crashes == 0)
                break;
        }

        // Only the crash between the mark and the request leaves the fate of the request unknown.
        Assert.Equal(1, reviewed);
        Assert.True(completed > 8, $"{completed}");
    }

    [Theory]
    [InlineData(EmulatedFaultKind.DropAfterCommit)]
    [InlineData(EmulatedFaultKind.DropBefore)]
    public async Task A_connection_that_breaks_at_any_call_leaves_at_most_one_refund(EmulatedFaultKind kind)
    {
        for (var call = 0; ; call++)
        {
            var shop = new WithdrawalShop();
            var payment = await shop.BuyAsync(DemoSeed.BasicPlan);
            var withdrawn = await shop.WithdrawAsync(payment.SubscriptionId!);
            var calls = 0;
            var between = new Between(before: _ =>
            {
                if (calls++ == call)
                    shop.Emulator.AddFault(new(kind));
                return Task.CompletedTask;
            });
            var node = shop.CreateNode(between: between);
            await shop.RunAsync(TimeSpan.FromHours(4), node);

            Assert.InRange(between.RefundRequests, 1, kind == EmulatedFaultKind.DropBefore ? 2 : 1);
            Assert.InRange(shop.Emulator.Refunds.Count, 0, 1);
            var found = await shop.FindAsync(withdrawn.Id);
            Assert.True(
                found.State == WithdrawalState.Completed || found.ReviewReason == WithdrawalReviewReason.RefundUnknown,
                $"{call}: {found.State} {found.ReviewReason}"
            );
            if (call > calls)
                return;
        }
    }

    /// <summary>Stands still once, after the mark of a refund is stored.</summary>
    private sealed class SlowStore(IWithdrawalStore inner, Action stand) : StoreBetween(inner)
    {
        public bool HasStoodStill { get; private set; }

        public override async Task<bool> TryUpdateAsync(
            WithdrawalRecord changed,
            CancellationToken cancellationToken = default
        )
        {
            var result = await base.TryUpdateAsync(changed, cancellationToken);
            if (!HasStoodStill && changed.Work.Contains("\"Sending\"", StringComparison.Ordinal))
            {
                HasStoodStill = true;
                stand();
            }

            return result;
        }
    }
}
