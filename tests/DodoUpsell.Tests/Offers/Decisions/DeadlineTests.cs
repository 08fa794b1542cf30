using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class DeadlineTests
{
    // Only a failing test waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_slow_api_delays_nobody_and_its_late_answer_makes_no_offer()
    {
        var shop = new OfferShop(options => options.Rules.Add(OfferShop.Ebook()));
        var purchase = await shop.BuyAsync();
        shop.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Delay) { Path = "/checkouts/preview", Delay = TimeSpan.FromSeconds(5) }
        );
        var decision = shop.FindAsync(purchase.PaymentId);
        await UntilAsync(() => shop.Requests.Contains("POST /checkouts/preview"));
        shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(NoOfferReason.DeadlineExceeded, (await decision.WaitAsync(Patience)).NoOffer);
        shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await shop.Store.FindBySlotAsync(DodoEnvironment.Test, $"purchase:{purchase.PaymentId}"));
        Assert.Contains(1415, shop.Log.Lines.Select(line => line.Id));

        // Nothing is lost: the next call decides.
        Assert.NotNull((await shop.FindAsync(purchase.PaymentId)).Offer);
    }

    [Fact]
    public async Task An_audience_that_ignores_its_cancellation_delays_nobody()
    {
        var never = new TaskCompletionSource<bool>();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var shop = new OfferShop(
            options => options.Rules.Add(OfferShop.Ebook() with { When = new() { Audiences = ["vip"] } }),
            audiences:
            [
                new GivenAudience(
                    "vip",
                    _ =>
                    {
                        asked.SetResult();
                        return new(never.Task);
                    }
                ),
            ]
        );
        var decision = shop.FindAsync((await shop.BuyAsync()).PaymentId);
        await asked.Task.WaitAsync(Patience);
        shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(NoOfferReason.DeadlineExceeded, (await decision.WaitAsync(Patience)).NoOffer);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_stored_even_if_no_timer_has_fired()
    {
        // A process that slept: its timers have not noticed yet that the time is over.
        OfferShop? shop = null;
        var clock = new StoppedTimers();
        shop = new OfferShop(
            options => options.Rules.Add(OfferShop.Ebook()),
            disclose: (_, _, _) =>
            {
                clock.Elapsed += TimeSpan.FromHours(1);
                return Task.FromResult<(OfferTerms?, OfferReason?)>((DecidedOffers.Terms(["ebook"], []), null));
            },
            clock: clock
        );
        clock.Now = shop.Emulator.Clock.GetUtcNow();
        var purchase = await shop.BuyAsync();
        Assert.Equal(NoOfferReason.DeadlineExceeded, (await shop.FindAsync(purchase.PaymentId)).NoOffer);
        Assert.Null(await shop.Store.FindBySlotAsync(DodoEnvironment.Test, $"purchase:{purchase.PaymentId}"));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_clock_that_is_set_during_a_decision_does_not_end_it(int minutes)
    {
        var clock = new StoppedTimers();
        var shop = new OfferShop(
            options => options.Rules.Add(OfferShop.Ebook()),
            disclose: (_, _, _) =>
            {
                clock.Now += TimeSpan.FromMinutes(minutes);
                return Task.FromResult<(OfferTerms?, OfferReason?)>((DecidedOffers.Terms(["ebook"], []), null));
            },
            clock: clock
        );
        clock.Now = shop.Emulator.Clock.GetUtcNow();
        var purchase = await shop.BuyAsync();
        await shop.FindAsync(purchase.PaymentId);
        var stored = await shop.Store.FindBySlotAsync(DodoEnvironment.Test, $"purchase:{purchase.PaymentId}");
        Assert.Equal(purchase.CreatedAt.AddMinutes(15), stored?.ExpiresAt);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_not_swallowed()
    {
        var shop = new OfferShop(options => options.Rules.Add(OfferShop.Ebook()));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            shop.Decider.FindAfterPurchaseAsync(new() { PaymentId = "pay_1" }, cancelled.Token)
        );
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "What was waited for did not happen.");
            await Task.Delay(1);
        }
    }

    // Monotonic time and wall time move as a test says; timers never fire.
    private sealed class StoppedTimers : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Elapsed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
