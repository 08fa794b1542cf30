using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// Plays the flows of one run on one thread, in an order drawn from the seed: every step of a process is a gate, and
/// the next gate to open is drawn. What follows runs inline until the next gate. When all gates are open, time moves on
/// to the next timer.
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

    /// <summary>Called when time has moved on, before anybody acts.</summary>
    public Action? Moved { get; set; }

    /// <summary>Waits for its turn.</summary>
    public Task PassAsync()
    {
        // Not with asynchronous continuations: who passes goes on at once, on the thread of the stage.
        var pass = new TaskCompletionSource();
        lock (_gate)
            _gates.Add(pass);
        return pass.Task;
    }

    /// <summary>Waits for a time, and then for its turn.</summary>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        var over = new TaskCompletionSource();
        using var timer = Schedule(() => over.TrySetResult(), delay, Timeout.InfiniteTimeSpan);
        await using var cancelled = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        await over.Task.ConfigureAwait(false);
        await PassAsync().ConfigureAwait(false);
    }

    public StageTimer Schedule(Action callback, TimeSpan due, TimeSpan period) => new(this, callback, due, period);

    /// <summary>Puts a flow on the stage. It begins when it is its turn.</summary>
    public void Begin(Func<Task> flow) => _flows.Add(BeginAsync(flow));

    /// <summary>Plays until a time: everything that can go on goes on, and what waits for a later time waits.</summary>
    public void PlayUntil(DateTimeOffset time)
    {
        while (Next(time) is { } next)
        {
            if (++_steps > MostSteps)
                throw new InvalidOperationException("The run does not come to an end.");

            // So that no two things happen at the same time: what is ordered by time is ordered the same way in every
            // run.
            clock.Advance(TimeSpan.FromTicks(1));
            next();
        }

        Advance(time);
        foreach (var failed in _flows.Where(flow => flow.IsFaulted))
            failed.GetAwaiter().GetResult();
        _flows.RemoveAll(flow => flow.IsCompleted);
    }

    /// <summary>
    /// Does work that may hop between threads, so alone: nobody else takes a step meanwhile, and its own steps are no
    /// gates. It is over when the process dies, too.
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

    /// <summary>A step of work that is done alone.</summary>
    public Task StepAlone()
    {
        clock.Advance(TimeSpan.FromTicks(1));
        return Task.CompletedTask;
    }

    /// <summary>Lets time pass within work that is done alone.</summary>
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
