using DodoUpsell.Diagnostics;

namespace DodoUpsell.Offers;

/// <summary>The time that a decision may take. It is monotonic: a clock that is set does not change it.</summary>
internal sealed class DecisionTime : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _limit;
    private readonly long _start;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _stop;

    private DecisionTime(TimeProvider clock, TimeSpan limit, CancellationToken cancellationToken)
    {
        (_clock, _limit, _start) = (clock, limit, clock.GetTimestamp());
        _timer = new CancellationTokenSource(limit, clock);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timer.Token);
        Token = _stop.Token;
    }

    /// <summary>Gets the token that is cancelled at the deadline, or by the caller.</summary>
    public CancellationToken Token { get; }

    /// <summary>
    /// Decides within the deadline of the catalogue. Whatever the decision does, the caller does not wait longer, and
    /// gets no exception but that of its own cancellation.
    /// </summary>
    public static async Task<OfferDecision> LimitAsync(
        OfferEngine engine,
        string placement,
        Func<DecisionTime, Task<OfferDecision>> decide,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var span = Telemetry.Source.StartActivity(TelemetryNames.OfferSpan);
        span?.SetTag(TelemetryNames.OfferPlacement, placement);
        var started = engine.Clock.GetTimestamp();
        var decision = await WaitAsync(engine, placement, decide, cancellationToken).ConfigureAwait(false);
        var result = OfferMetrics.Decided(decision, engine.Clock.GetElapsedTime(started));
        span?.SetTag(TelemetryNames.Result, result);
        span?.SetTag(TelemetryNames.OfferRule, decision.Offer?.RuleId);
        span?.SetTag(TelemetryNames.OfferId, decision.Offer?.Id);
        return decision;
    }

    /// <summary>Stops the decision if its time is over, even if the timer has not noticed.</summary>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    public void ThrowIfOver()
    {
        if (_clock.GetElapsedTime(_start) >= _limit)
            _timer.Cancel();
        Token.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _timer.Dispose();
    }

    private static async Task<OfferDecision> WaitAsync(
        OfferEngine engine,
        string placement,
        Func<DecisionTime, Task<OfferDecision>> decide,
        CancellationToken cancellationToken
    )
    {
        var limit = engine.Catalogue.Options.DecisionDeadline;
        var time = new DecisionTime(engine.Clock, limit, cancellationToken);

        // On another thread, because an audience or a store of the app may block the one it is called on.
        var decision = Task.Run(() => GuardAsync(engine, placement, decide, time), CancellationToken.None);
        try
        {
            return await decision.WaitAsync(limit, engine.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.OfferDeadlineExceeded(engine.Log, placement, limit);
            return new OfferDecision { NoOffer = NoOfferReason.DeadlineExceeded };
        }
    }

    private static async Task<OfferDecision> GuardAsync(
        OfferEngine engine,
        string placement,
        Func<DecisionTime, Task<OfferDecision>> decide,
        DecisionTime time
    )
    {
        using (time)
        {
            try
            {
                return await decide(time).ConfigureAwait(false);
            }
            catch (Exception e) when (!time.Token.IsCancellationRequested)
            {
                Log.OfferFactsUnavailable(engine.Log, placement, e.GetType().Name);
                return new OfferDecision { NoOffer = NoOfferReason.FactsUnavailable };
            }
        }
    }
}
