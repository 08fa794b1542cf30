using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// Executes the flows of one run on one thread, in an order that is determined by the seed. Each step of a process is a
/// gate, and the next gate to open is chosen at random. The code after the gate runs inline until the next gate. When
/// all gates are open, the time advances to the next timer.
/// </summary>
internal sealed class Stage(EmulatorClock clock, int seed)
{
    private const int MostSteps = 5_000_000;
    private static readonly TimeSpan LongestSerialWork = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<TaskCompletionSource> _gates = [];
    private readonly PriorityQueue<(StageTimer Timer, int Plan), (long Due, long Order)> _timers = new();
    private readonly List<Task> _flows = [];
    private long _order;
    private int _steps;

    public DateTimeOffset Now => clock.GetUtcNow();

    public long Timestamp => clock.GetTimestamp();

    /// <summary>Called after the time has advanced, before any flow continues.</summary>
    public Action? Moved { get; set; }

    /// <summary>Waits for the flow's turn.</summary>
    public Task PassAsync()
    {
        // Without asynchronous continuations, so that the flow continues immediately on the stage's thread.
        var pass = new TaskCompletionSource();
        lock (_gate)
            _gates.Add(pass);
        return pass.Task;
    }

    /// <summary>Waits for the given time, and then for the flow's turn.</summary>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        var over = new TaskCompletionSource();
        using var timer = Schedule(() => over.TrySetResult(), delay, Timeout.InfiniteTimeSpan);
        using var cancelled = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        await over.Task.ConfigureAwait(false);
        await PassAsync().ConfigureAwait(false);
    }

    public StageTimer Schedule(Action callback, TimeSpan due, TimeSpan period) => new(this, callback, due, period);

    /// <summary>Adds a flow to the stage. The flow begins at its turn.</summary>
    public void Begin(Func<Task> flow) => _flows.Add(BeginAsync(flow));

    /// <summary>Runs until the given time: all flows continue, except those that wait for a later time.</summary>
    public void PlayUntil(DateTimeOffset time)
    {
        while (Next(time) is { } next)
        {
            if (++_steps > MostSteps)
                throw new InvalidOperationException("The run does not come to an end.");

            // Prevents two events at the same time, so that an order by time is the same in every run.
            clock.Advance(TimeSpan.FromTicks(1));
            next();
        }

        Advance(time);
        foreach (var failed in _flows.Where(flow => flow.IsFaulted))
            failed.GetAwaiter().GetResult();
        _flows.RemoveAll(flow => flow.IsCompleted);
    }

    /// <summary>
    /// Executes work that may switch threads. No other flow takes a step during the work, and the steps of the work are
    /// not gates. The work also ends if the process dies.
    /// </summary>
    public void Alone(Func<Task> work, Life life)
    {
        var steps = _steps;
        var done = work();
        if (!Task.WhenAny(done, life.Over).Wait(LongestSerialWork))
            throw new InvalidOperationException("Work that was done alone waits for something that never comes.");
        if (done.IsCompleted)
            done.GetAwaiter().GetResult();
        if (steps != _steps)
            throw new InvalidOperationException("Somebody took a step beside work that was done alone.");
    }

    /// <summary>Takes a step of exclusive work.</summary>
    public Task StepAlone()
    {
        clock.Advance(TimeSpan.FromTicks(1));
        return Task.CompletedTask;
    }

    /// <summary>Advances the time within exclusive work.</summary>
    public void SleepAlone(TimeSpan time)
    {
        var until = Now + time;
        while (NextTimer(until) is { } timer)
            timer();
        Advance(until);
    }

    public void Add(StageTimer timer, int plan, TimeSpan due)
    {
        lock (_gate)
            _timers.Enqueue((timer, plan), (clock.GetTimestamp() + Math.Max(0, due.Ticks), _order++));
    }

    private async Task BeginAsync(Func<Task> flow)
    {
        await PassAsync().ConfigureAwait(false);
        await flow().ConfigureAwait(false);
    }

    private Action? Next(DateTimeOffset until)
    {
        lock (_gate)
        {
            if (_gates.Count == 0)
                return NextTimer(until);
            var chosen = _random.Next(_gates.Count);
            var pass = _gates[chosen];
            _gates.RemoveAt(chosen);
            return pass.SetResult;
        }
    }

    private Action? NextTimer(DateTimeOffset until)
    {
        lock (_gate)
        {
            var limit = clock.GetTimestamp() + (until - Now).Ticks;
            while (_timers.TryPeek(out var next, out var at) && at.Due <= limit)
            {
                _timers.Dequeue();
                if (next.Timer.IsPlanned(next.Plan))
                    return () => Fire(next.Timer, next.Plan, at.Due);
            }

            return null;
        }
    }

    private void Fire(StageTimer timer, int plan, long due)
    {
        Advance(Now + TimeSpan.FromTicks(due - clock.GetTimestamp()));
        if (timer.IsPlanned(plan))
            timer.Fire();
    }

    private void Advance(DateTimeOffset time)
    {
        if (time <= Now)
            return;
        clock.AdvanceTo(time);
        Moved?.Invoke();
    }
}
