using DodoUpsell.Emulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// One of a seller's servers, with a clock and a line to the emulator of its own. Several share a ledger.
/// </summary>
internal sealed class Node
{
    private readonly DodoEmulator _emulator;

    public Node(
        DodoEmulator emulator,
        IChargeLedger? ledger = null,
        TimeSpan ahead = default,
        DodoEnvironment environment = DodoEnvironment.Test,
        LogLines? log = null,
        Action<DodoUpsellOptions>? configure = null
    )
    {
        _emulator = emulator;
        Ledger = ledger ?? new InMemoryChargeLedger();
        var clock = new ClockAhead(new SleepingClock(emulator.Clock)) { Ahead = ahead };
        Clock = clock;
        SetAhead = value => clock.Ahead = value;
        Wire = new Wire(emulator);
        Dodo = The.ClientOf(
            Wire,
            Clock,
            options =>
            {
                options.Environment = environment;
                configure?.Invoke(options);
            },
            log
        );
        Upsells = new UpsellFlow(
            Dodo,
            Ledger,
            timeProvider: Clock,
            loggerFactory: (Microsoft.Extensions.Logging.ILoggerFactory?)log ?? NullLoggerFactory.Instance
        );
        CrossSells = new CrossSellFlow(Dodo, Ledger, timeProvider: Clock);
        PlanChanges = new PlanChangeFlow(Dodo, Ledger, timeProvider: Clock);
        Reconciler = new ChargeReconciler(Dodo, Ledger, timeProvider: Clock);
    }

    public IChargeLedger Ledger { get; }

    public TimeProvider Clock { get; }

    /// <summary>Sets the node's clock.</summary>
    public Action<TimeSpan> SetAhead { get; }

    public Wire Wire { get; }

    public IDodoClient Dodo { get; }

    public UpsellFlow Upsells { get; }

    public CrossSellFlow CrossSells { get; }

    public PlanChangeFlow PlanChanges { get; }

    public ChargeReconciler Reconciler { get; }

    /// <summary>Lets time pass, with the reconciler at work all the while.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan? step = null)
    {
        var end = _emulator.Clock.GetUtcNow() + time;
        while (_emulator.Clock.GetUtcNow() < end)
        {
            var left = end - _emulator.Clock.GetUtcNow();
            _emulator.Clock.Advance(step < left ? step.Value : left);
            await Reconciler.RunAsync();
        }
    }

    public void Break(EmulatedFaultKind kind, string path, int times = 1, string method = "POST") =>
        _emulator.AddFault(
            new EmulatedFault(kind)
            {
                Method = method,
                Path = path,
                Times = times,
            }
        );

    /// <summary>Pays on a hosted page by card, as a customer would.</summary>
    public async Task PayOnPageAsync(string url, string card = TestCards.Visa)
    {
        using var browser = new HttpClient(_emulator.CreateHandler());
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["card_number"] = card,
                ["card_expiry"] = "06/32",
                ["card_cvc"] = "123",
                ["country"] = "US",
                ["email"] = "x@example.test",
                ["name"] = "X",
            }
        );
        using var answer = await browser.PostAsync(new Uri(url), form);
        Assert.True((int)answer.StatusCode < 400, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A clock that shows a later time than another, and runs as fast.</summary>
    private sealed class ClockAhead(TimeProvider clock) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }
}
