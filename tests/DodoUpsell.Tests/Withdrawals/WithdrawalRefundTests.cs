using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Withdrawals;

namespace DodoUpsell.Tests.Withdrawals;

/// <summary>Tests what becomes of a confirmed withdrawal: refunds, cancellations, reviews and notices.</summary>
public sealed class WithdrawalRefundTests
{
    private readonly WithdrawalShop _shop = new();

    [Fact]
    public async Task A_purchase_is_refunded_once_and_everyone_is_told()
    {
        var payment = await _shop.BuyAsync();
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(3));

        var done = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalState.Completed, done.State);
        var refund = Assert.Single(_shop.Emulator.Refunds);
        Assert.Equal((payment.PaymentId, (int)payment.TotalAmount), (refund.PaymentId, refund.Amount));
        Assert.Equal(refund.RefundId, Assert.Single(done.Refunds).RefundId);
        Assert.Equal([WithdrawalNotice.Confirmed, WithdrawalNotice.Completed], _shop.Told.Select(told => told.Notice));
        Assert.Equal("ada@example.test", _shop.Told.First().Withdrawal.Contact);
        Assert.NotNull(_shop.Told.First().Withdrawal.Acknowledgement);
        var sent = await _shop.Node.Dodo.Refunds.GetAsync(refund.RefundId);
        Assert.Equal(withdrawn.Id, sent.Metadata[WithdrawalRefund.MetadataKey].AsString());
    }

    [Fact]
    public async Task A_subscription_is_cancelled_at_once_and_its_payments_within_the_period_are_refunded()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan);
        var withdrawn = await _shop.WithdrawAsync(payment.SubscriptionId!);
        await _shop.RunAsync();

        var done = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalState.Completed, done.State);
        Assert.True(done.IsSubscriptionCancelled);
        var subscription = await _shop.Node.Dodo.Subscriptions.GetAsync(payment.SubscriptionId!);
        Assert.Equal(SubscriptionStatus.Cancelled, subscription.Status);
        Assert.Equal(payment.PaymentId, Assert.Single(_shop.Emulator.Refunds).PaymentId);
    }

    [Fact]
    public async Task A_subscription_that_was_cancelled_before_is_refunded_as_well()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan);
        await _shop.Node.Dodo.Subscriptions.UpdateAsync(
            payment.SubscriptionId!,
            new() { Status = SubscriptionStatus.Cancelled }
        );
        var withdrawn = await _shop.WithdrawAsync(payment.SubscriptionId!);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
        Assert.Single(_shop.Emulator.Refunds);
    }

    [Fact]
    public async Task Only_the_payments_within_the_period_are_refunded()
    {
        var first = await _shop.BuyAsync(DemoSeed.BasicPlan);
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(32));
        await _shop.WithdrawAsync(first.SubscriptionId!);
        await _shop.RunAsync();

        var refund = Assert.Single(_shop.Emulator.Refunds);
        Assert.NotEqual(first.PaymentId, refund.PaymentId);
    }

    [Fact]
    public async Task A_late_withdrawal_is_acknowledged_and_left_for_review()
    {
        var payment = await _shop.BuyAsync();
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(17));
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(2));

        var late = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal((WithdrawalState.NeedsReview, WithdrawalReviewReason.Late), (late.State, late.ReviewReason));
        Assert.NotNull(withdrawn.Acknowledgement);
        Assert.Empty(_shop.Emulator.Refunds);
        Assert.Equal(
            [WithdrawalNotice.Confirmed, WithdrawalNotice.NeedsReview],
            _shop.Told.Select(told => told.Notice)
        );
        Assert.Single(await _shop.Store.ListAsync(DodoEnvironment.Test, WithdrawalState.NeedsReview, 10));
    }

    [Fact]
    public async Task The_policy_refunds_a_part_across_the_items_of_a_cart()
    {
        _shop.Policy = _ => WithdrawalDecision.Refund(new Money(6000, Currency.USD));
        var payment = await _shop.BuyAsync(DemoSeed.Course, DemoSeed.Ebook);
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
        Assert.Equal(6000, Assert.Single(_shop.Emulator.Refunds).Amount);
    }

    [Fact]
    public async Task The_policy_decides_about_no_refund_and_about_review()
    {
        _shop.Policy = _ => WithdrawalDecision.NoRefund();
        var subscribed = await _shop.BuyAsync(DemoSeed.BasicPlan);
        var none = await _shop.WithdrawAsync(subscribed.SubscriptionId!);
        await _shop.RunAsync();
        _shop.Policy = _ => WithdrawalDecision.Review();
        var review = await _shop.WithdrawAsync((await _shop.BuyAsync()).PaymentId);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(none.Id)).State);
        Assert.True((await _shop.FindAsync(none.Id)).IsSubscriptionCancelled);
        Assert.Equal(WithdrawalReviewReason.Policy, (await _shop.FindAsync(review.Id)).ReviewReason);
        Assert.Empty(_shop.Emulator.Refunds);
    }

    [Theory]
    [InlineData(1_000_000, "USD")]
    [InlineData(1000, "EUR")]
    public async Task An_amount_that_was_not_paid_is_not_guessed(long amount, string currency)
    {
        _shop.Policy = _ => WithdrawalDecision.Refund(new Money(amount, new Currency(currency)));
        var withdrawn = await _shop.WithdrawAsync((await _shop.BuyAsync()).PaymentId);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalReviewReason.AmountUnclear, (await _shop.FindAsync(withdrawn.Id)).ReviewReason);
        Assert.Empty(_shop.Emulator.Refunds);
    }

    [Fact]
    public async Task A_payment_that_was_refunded_before_is_not_refunded_again()
    {
        var payment = await _shop.BuyAsync();
        _shop.Emulator.Refund(payment.PaymentId);
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        var done = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalState.Completed, done.State);
        Assert.Equal(WithdrawalRefundStatus.NotNeeded, Assert.Single(done.Refunds).Status);
        Assert.Single(_shop.Emulator.Refunds);
    }

    [Fact]
    public async Task Of_a_partly_refunded_payment_what_is_left_is_refunded()
    {
        var payment = await _shop.BuyAsync(DemoSeed.Course, DemoSeed.Ebook);
        _shop.Emulator.Refund(payment.PaymentId, 5000);
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
        Assert.Equal(payment.TotalAmount, _shop.Emulator.Refunds.Sum(refund => refund.Amount));
        Assert.Equal(2, _shop.Emulator.Refunds.Count);
    }

    [Fact]
    public async Task A_disputed_payment_is_left_for_review()
    {
        var payment = await _shop.BuyAsync();
        _shop.Emulator.OpenDispute(payment.PaymentId);
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(WithdrawalReviewReason.Disputed, (await _shop.FindAsync(withdrawn.Id)).ReviewReason);
        Assert.Empty(_shop.Emulator.Refunds);
    }

    [Fact]
    public async Task A_payment_of_several_subscriptions_is_left_for_review()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan, DemoSeed.ProPlan);
        Assert.Equal(2, payment.SubscriptionIds!.Count);
        var whole = await _shop.WithdrawAsync(payment.PaymentId);
        var one = await _shop.WithdrawAsync(payment.SubscriptionIds[0]);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(WithdrawalReviewReason.SharedPayment, (await _shop.FindAsync(whole.Id)).ReviewReason);
        Assert.Equal(WithdrawalReviewReason.SharedPayment, (await _shop.FindAsync(one.Id)).ReviewReason);
        Assert.Empty(_shop.Emulator.Refunds);
    }

    [Fact]
    public async Task A_cart_of_a_subscription_and_a_product_is_left_for_review_and_the_subscription_is_cancelled()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan, DemoSeed.Ebook);
        var withdrawn = await _shop.WithdrawAsync(payment.SubscriptionId!);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        var found = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalReviewReason.SharedPayment, found.ReviewReason);
        Assert.True(found.IsSubscriptionCancelled);
        Assert.Empty(_shop.Emulator.Refunds);
    }

    [Fact]
    public async Task The_payment_of_an_upgrade_is_refunded_with_the_first_one()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan);
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(2));
        await _shop.Node.Dodo.Subscriptions.ChangePlanAsync(
            payment.SubscriptionId!,
            new()
            {
                ProductId = DemoSeed.ProPlan,
                Quantity = 1,
                ProrationBillingMode = ProrationMode.DifferenceImmediately,
            }
        );
        var withdrawn = await _shop.WithdrawAsync(payment.SubscriptionId!);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
        Assert.Equal(2, _shop.Emulator.Refunds.Count);
        Assert.Equal(8000, _shop.Emulator.Refunds.Sum(refund => refund.Amount));
    }

    [Fact]
    public async Task A_refused_refund_is_left_for_review_with_its_code()
    {
        _shop.Options.Period = TimeSpan.FromDays(60);
        var payment = await _shop.BuyAsync();
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(40));
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        var refused = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalReviewReason.RefundRefused, refused.ReviewReason);
        Assert.Equal("REFUND_WINDOW_EXPIRED", Assert.Single(refused.Refunds).ErrorCode);
    }

    [Fact]
    public async Task A_refund_under_way_is_told_as_such_and_completed_by_its_webhook()
    {
        var shop = new WithdrawalShop(PaymentSettlement.OnClock(TimeSpan.FromDays(2)));
        var (withdrawn, refund) = await PendingAsync(shop);
        Assert.Equal(WithdrawalState.Confirmed, (await shop.FindAsync(withdrawn.Id)).State);

        await shop.Node.RefundedAsync(refund with { Status = RefundStatus.Succeeded });
        await shop.RunAsync();

        var done = await shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalState.Completed, done.State);
        Assert.Equal(WithdrawalNotice.Completed, shop.Told.Last().Notice);
    }

    [Fact]
    public async Task A_refund_that_fails_later_is_left_for_review_and_a_late_success_completes_it()
    {
        var shop = new WithdrawalShop(PaymentSettlement.OnClock(TimeSpan.FromDays(2)));
        var (withdrawn, refund) = await PendingAsync(shop);

        await shop.Node.RefundedAsync(refund with { Status = RefundStatus.Failed });
        await shop.RunAsync(TimeSpan.FromHours(1));
        Assert.Equal(WithdrawalReviewReason.RefundFailed, (await shop.FindAsync(withdrawn.Id)).ReviewReason);

        await shop.Node.RefundedAsync(refund with { Status = RefundStatus.Succeeded });
        await shop.Node.RefundedAsync(refund with { Status = RefundStatus.Failed });
        await shop.RunAsync();
        Assert.Equal(WithdrawalState.Completed, (await shop.FindAsync(withdrawn.Id)).State);
        Assert.Equal(
            [WithdrawalNotice.Confirmed, WithdrawalNotice.NeedsReview, WithdrawalNotice.Completed],
            shop.Told.Select(told => told.Notice)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_closed_review_completes_the_withdrawal_and_moves_no_money(bool isDisputed)
    {
        var payment = await _shop.BuyAsync();
        if (isDisputed)
            _shop.Emulator.OpenDispute(payment.PaymentId);
        else
            await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(17));
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        var stop = TestContext.Current.CancellationToken;
        Assert.False(await _shop.Flow.CloseReviewAsync(withdrawn.Id, withdrawn.Version, stop));
        await _shop.RunAsync(TimeSpan.FromHours(1));
        var seen = (await _shop.FindAsync(withdrawn.Id)).Version;

        Assert.False(await _shop.Flow.CloseReviewAsync(withdrawn.Id, seen - 1, stop));
        Assert.True(await _shop.Flow.CloseReviewAsync(withdrawn.Id, seen, stop));
        Assert.False(await _shop.Flow.CloseReviewAsync(withdrawn.Id, seen + 1, stop));
        Assert.False(await _shop.Flow.CloseReviewAsync("wdr_unknown", 0, stop));
        await _shop.RunAsync(TimeSpan.FromHours(2));

        var closed = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal((WithdrawalState.Completed, null), (closed.State, closed.ReviewReason));
        Assert.All(closed.Refunds, refund => Assert.Equal(WithdrawalRefundStatus.Closed, refund.Status));
        Assert.Equal(isDisputed ? 1 : 0, closed.Refunds.Count);
        Assert.Empty(_shop.Emulator.Refunds);
        Assert.Equal(
            [WithdrawalNotice.Confirmed, WithdrawalNotice.NeedsReview, WithdrawalNotice.Completed],
            _shop.Told.Select(told => told.Notice)
        );
        Assert.Equal(1, await _shop.Flow.EraseAsync(SubjectIds.OfCustomer(WithdrawalShop.Customer), stop));
    }

    [Fact]
    public async Task After_its_review_was_closed_a_refund_is_corrected_by_a_success_only()
    {
        var shop = new WithdrawalShop(PaymentSettlement.OnClock(TimeSpan.FromDays(2)));
        var (withdrawn, refund) = await PendingAsync(shop);
        var failed = refund with { Status = RefundStatus.Failed };
        await shop.Node.RefundedAsync(failed);
        Assert.True(await CloseAsync(shop, withdrawn));

        await shop.Node.RefundedAsync(failed);
        await shop.RunAsync();
        Assert.Equal(WithdrawalRefundStatus.Closed, Assert.Single((await shop.FindAsync(withdrawn.Id)).Refunds).Status);

        await shop.Node.RefundedAsync(refund with { Status = RefundStatus.Succeeded });
        await shop.RunAsync();
        var found = await shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalState.Completed, found.State);
        Assert.Equal(WithdrawalRefundStatus.Succeeded, Assert.Single(found.Refunds).Status);
    }

    [Fact]
    public async Task A_refund_that_is_under_way_is_followed_after_the_review_of_another_was_closed()
    {
        var shop = new WithdrawalShop(PaymentSettlement.OnClock(TimeSpan.FromHours(5)));
        var (withdrawn, _) = await PendingAsync(shop);
        var record = (
            await shop.Store.FindAsync(DodoEnvironment.Test, withdrawn.Id, TestContext.Current.CancellationToken)
        )!;
        var work = WithdrawalWork.Of(record);
        var other = new WithdrawalRefund
        {
            PaymentId = "pay_other",
            Status = WithdrawalRefundStatus.NeedsReview,
            ReviewReason = WithdrawalReviewReason.Disputed,
        };
        Assert.True(
            await shop.Store.TryUpdateAsync(
                WithdrawalTransitions.Of(record, work with { Refunds = [.. work.Refunds, other] }, shop.Now) with
                {
                    Version = record.Version + 1,
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.True(await CloseAsync(shop, withdrawn));
        Assert.Equal(WithdrawalState.Confirmed, (await shop.FindAsync(withdrawn.Id)).State);
        await shop.RunAsync(TimeSpan.FromHours(7));

        var found = await shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalState.Completed, found.State);
        Assert.Equal(
            [WithdrawalRefundStatus.Succeeded, WithdrawalRefundStatus.Closed],
            found.Refunds.Select(one => one.Status)
        );
    }

    [Fact]
    public async Task A_refund_is_followed_without_webhooks()
    {
        var shop = new WithdrawalShop(PaymentSettlement.OnClock(TimeSpan.FromHours(5)));
        var (withdrawn, _) = await PendingAsync(shop);
        await shop.RunAsync(TimeSpan.FromHours(7));

        Assert.Equal(WithdrawalState.Completed, (await shop.FindAsync(withdrawn.Id)).State);
    }

    [Fact]
    public async Task Webhooks_of_other_refunds_change_nothing()
    {
        var payment = await _shop.BuyAsync();
        var withdrawn = await _shop.StateAsync(payment.PaymentId);
        var refund = new Refund
        {
            RefundId = "ref_1",
            PaymentId = payment.PaymentId,
            Status = RefundStatus.Succeeded,
            Metadata = new() { [WithdrawalRefund.MetadataKey] = withdrawn.Id },
        };

        await _shop.Node.RefundedAsync(refund);
        await _shop.Node.RefundedAsync(refund with { Metadata = [] });
        await _shop.Node.RefundedAsync(refund with { Metadata = new() { [WithdrawalRefund.MetadataKey] = "wdr_x" } });
        Assert.Equal(WithdrawalState.Stated, (await _shop.FindAsync(withdrawn.Id)).State);

        await _shop.Flow.ConfirmAsync(WithdrawalShop.Ada, withdrawn.Id);
        await _shop.Node.RefundedAsync(refund with { PaymentId = "pay_other" });
        Assert.Empty((await _shop.FindAsync(withdrawn.Id)).Refunds);
    }

    [Fact]
    public async Task A_refund_of_the_seller_under_way_is_waited_for()
    {
        var shop = new WithdrawalShop(PaymentSettlement.OnClock(TimeSpan.FromHours(5)));
        var payment = await BoughtAsync(shop);
        await shop.Node.Dodo.Refunds.CreateAsync(new() { PaymentId = payment.PaymentId });
        var withdrawn = await shop.WithdrawAsync(payment.PaymentId);
        await shop.RunAsync(TimeSpan.FromHours(1));
        Assert.Equal(WithdrawalState.Confirmed, (await shop.FindAsync(withdrawn.Id)).State);

        await shop.RunAsync(TimeSpan.FromHours(7));
        var done = await shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalRefundStatus.NotNeeded, Assert.Single(done.Refunds).Status);
        Assert.Single(shop.Emulator.Refunds);
    }

    [Fact]
    public async Task A_handler_that_fails_is_told_again_and_does_not_delay_the_refund()
    {
        var failures = 3;
        _shop.OnTold = notice =>
        {
            if (notice == WithdrawalNotice.Confirmed && failures-- > 0)
                throw new IOException("No mail server.");
        };
        var withdrawn = await _shop.WithdrawAsync((await _shop.BuyAsync()).PaymentId);
        await _shop.RunAsync();
        Assert.Single(_shop.Emulator.Refunds);

        await _shop.RunAsync(TimeSpan.FromHours(2));
        Assert.Equal([WithdrawalNotice.Confirmed, WithdrawalNotice.Completed], _shop.Told.Select(told => told.Notice));
        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
    }

    [Fact]
    public async Task An_unavailable_API_delays_and_a_refused_cancellation_is_left_for_review()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan);
        _shop.Emulator.AddFault(
            new(EmulatedFaultKind.Status)
            {
                Method = "PATCH",
                Status = HttpStatusCode.UnprocessableEntity,
                Times = 1,
            }
        );
        var withdrawn = await _shop.WithdrawAsync(payment.SubscriptionId!);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        var refused = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(WithdrawalReviewReason.CancellationRefused, refused.ReviewReason);
        Assert.Single(_shop.Emulator.Refunds);
    }

    private static async Task<Payment> BoughtAsync(WithdrawalShop shop)
    {
        var payment = await shop.BuyAsync();
        await shop.Emulator.AdvanceAsync(TimeSpan.FromDays(3));
        return payment;
    }

    private static async Task<bool> CloseAsync(WithdrawalShop shop, Withdrawal withdrawn) =>
        await shop.Flow.CloseReviewAsync(
            withdrawn.Id,
            (await shop.FindAsync(withdrawn.Id)).Version,
            TestContext.Current.CancellationToken
        );

    private static async Task<(Withdrawal Withdrawal, Refund Refund)> PendingAsync(WithdrawalShop shop)
    {
        var payment = await BoughtAsync(shop);
        var withdrawn = await shop.WithdrawAsync(payment.PaymentId);
        await shop.RunAsync();
        var pending = Assert.Single((await shop.FindAsync(withdrawn.Id)).Refunds);
        Assert.Equal(WithdrawalRefundStatus.Pending, pending.Status);
        Assert.Equal(WithdrawalNotice.Confirmed, Assert.Single(shop.Told).Notice);
        return (withdrawn, await shop.Node.Dodo.Refunds.GetAsync(pending.RefundId!));
    }
}
