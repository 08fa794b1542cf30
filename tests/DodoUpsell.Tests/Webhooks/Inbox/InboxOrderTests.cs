using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

public sealed class InboxOrderTests
{
    private readonly InboxBench _bench = new InboxBench().StoresWhatItIsGiven();

    [Fact]
    public async Task An_older_object_that_comes_late_is_replaced_and_its_event_still_told()
    {
        await _bench.SendPaymentAsync(
            "msg_new",
            type: "payment.succeeded",
            status: "succeeded",
            updated: TimeSpan.FromSeconds(2)
        );
        await _bench.Inbox.ProcessAsync();
        await _bench.SendPaymentAsync(
            "msg_old",
            type: "payment.processing",
            status: "processing",
            updated: TimeSpan.FromSeconds(1)
        );
        await _bench.Inbox.ProcessAsync();

        var (late, context) = _bench.Handled[1];
        Assert.Equal("payment.processing", late.Type.Value);
        Assert.Equal(PaymentStatus.Succeeded, ((PaymentEvent)late).Data.Status);
        Assert.True(context.IsStateReplaced);
        Assert.False(_bench.Handled[0].Context.IsStateReplaced);
    }

    [Fact]
    public async Task What_is_recorded_counts_before_it_is_handled()
    {
        await _bench.SendPaymentAsync(
            "msg_old",
            type: "payment.processing",
            status: "processing",
            updated: TimeSpan.FromSeconds(1)
        );
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await _bench.SendPaymentAsync("msg_new", updated: TimeSpan.FromSeconds(2));
        await _bench.Inbox.ProcessAsync();

        Assert.Equal(
            ["payment.processing", "payment.succeeded"],
            _bench.Handled.Select(handled => handled.Event.Type.Value)
        );
        Assert.All(
            _bench.Handled,
            handled => Assert.Equal(PaymentStatus.Succeeded, ((PaymentEvent)handled.Event).Data.Status)
        );
    }

    [Fact]
    public async Task Subjects_keep_their_own_objects()
    {
        await _bench.SendPaymentAsync("msg_1", payment: "pay_1", status: "failed", updated: TimeSpan.FromSeconds(5));
        await _bench.SendPaymentAsync("msg_2", payment: "pay_2", status: "succeeded");
        await _bench.Inbox.ProcessAsync();

        Assert.Equal(PaymentStatus.Failed, ((PaymentEvent)_bench.Stored["payment:pay_1"]).Data.Status);
        Assert.Equal(PaymentStatus.Succeeded, ((PaymentEvent)_bench.Stored["payment:pay_2"]).Data.Status);
        Assert.All(_bench.Handled, handled => Assert.False(handled.Context.IsStateReplaced));
    }

    [Fact]
    public async Task A_completed_delivery_that_is_replayed_shows_what_is_newest_by_now()
    {
        await _bench.SendPaymentAsync(
            "msg_old",
            type: "payment.processing",
            status: "processing",
            updated: TimeSpan.FromSeconds(1)
        );
        await _bench.Inbox.ProcessAsync();
        await _bench.SendPaymentAsync("msg_new", updated: TimeSpan.FromSeconds(2));
        await _bench.Inbox.ProcessAsync();

        Assert.True(await _bench.Inbox.ReplayAsync("msg_old"));
        await _bench.Inbox.ProcessAsync();

        Assert.Equal(
            [PaymentStatus.Processing, PaymentStatus.Succeeded, PaymentStatus.Succeeded],
            _bench.Handled.Select(handled => ((PaymentEvent)handled.Event).Data.Status!.Value)
        );
        Assert.Equal("payment.processing", _bench.Handled[2].Event.Type.Value);
        Assert.False(await _bench.Inbox.ReplayAsync("msg_unknown"));
    }

    [Fact]
    public async Task After_an_erasure_neither_the_erased_nor_an_older_object_is_told()
    {
        await _bench.SendPaymentAsync("msg_new", updated: TimeSpan.FromSeconds(2));
        await _bench.Inbox.ProcessAsync();
        Assert.Equal(1, await _bench.Store.EraseAsync("cus_1"));

        await _bench.SendPaymentAsync("msg_old", type: "payment.processing", updated: TimeSpan.FromSeconds(1));
        await _bench.Inbox.ProcessAsync();
        await _bench.Inbox.ReplayAsync("msg_new");
        await _bench.Inbox.ProcessAsync();

        Assert.Single(_bench.Handled);
        Assert.Equal(InboxState.Completed, (await _bench.Store.FindAsync("msg_old"))!.State);
        Assert.Equal(InboxState.Completed, (await _bench.Store.FindAsync("msg_new"))!.State);
        await _bench.SendPaymentAsync("msg_newest", updated: TimeSpan.FromSeconds(3));
        await _bench.Inbox.ProcessAsync();
        Assert.Equal(2, _bench.Handled.Count);
    }
}
