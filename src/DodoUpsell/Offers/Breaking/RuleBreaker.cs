using DodoUpsell.Diagnostics;

namespace DodoUpsell.Offers.Breaking;

/// <summary>
/// Pauses a rule whose declines, errors or disputes exceed its limits. It only stops offers that are not made yet, and
/// accepts of offers that were.
/// </summary>
internal sealed class RuleBreaker(OfferEngine engine)
{
    /// <summary>Compares the results of a rule with its limits, and pauses it if one is exceeded.</summary>
    /// <remarks>A failure is logged only: the change that led to the check is stored already.</remarks>
    public async Task CheckAsync(string ruleId, CancellationToken cancellationToken)
    {
        try
        {
            await PauseIfExceededAsync(ruleId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.OfferRuleNotChecked(engine.Log, ruleId, e.GetType().Name);
        }
    }

    private async Task PauseIfExceededAsync(string ruleId, CancellationToken cancellationToken)
    {
        if (engine.Catalogue.Find(ruleId) is not { } rule)
            return;
        var limits = engine.Catalogue.BreakerOf(rule);
        var now = engine.Clock.GetUtcNow();
        var resumed = await ResumedAsync(ruleId, cancellationToken).ConfigureAwait(false);
        var recent = await CountAsync(ruleId, Later(now - limits.Window, resumed), cancellationToken)
            .ConfigureAwait(false);

        // A dispute follows its payment by weeks.
        var disputed = await CountAsync(ruleId, Later(now - limits.DisputeWindow, resumed), cancellationToken)
            .ConfigureAwait(false);
        if (ExceededBy(limits, recent, disputed) is not { } exceeded)
            return;
        var pause = new OfferPause
        {
            Environment = engine.Environment,
            RuleId = ruleId,
            Reason = exceeded.Reason,
            Count = exceeded.Count,
            Of = exceeded.Of,
            PausedAt = now,
            ResumesAt = now + limits.PauseFor,
        };
        if (await engine.Store.PauseAsync(pause, cancellationToken).ConfigureAwait(false))
            Log.OfferRulePaused(engine.Log, ruleId, exceeded.Reason, exceeded.Count, exceeded.Of);
    }

    /// <summary>Returns the limit that is exceeded, or null if none is.</summary>
    internal static (OfferPauseReason Reason, int Count, int Of)? ExceededBy(
        OfferBreaker limits,
        OfferCounts recent,
        OfferCounts disputed
    )
    {
        var tried = recent.Accepted + recent.Declined + recent.Refused;
        if (tried >= limits.MinimumCount && recent.Declined > limits.MaxDeclined * tried)
            return (OfferPauseReason.Declines, recent.Declined, tried);
        if (tried >= limits.MinimumCount && recent.Refused > limits.MaxErrors * tried)
            return (OfferPauseReason.Errors, recent.Refused, tried);
        return disputed.Accepted >= limits.MinimumCount && disputed.Disputed > limits.MaxDisputed * disputed.Accepted
            ? (OfferPauseReason.Disputes, disputed.Disputed, disputed.Accepted)
            : null;
    }

    // What led to an earlier pause does not lead to the next one.
    private async Task<DateTimeOffset?> ResumedAsync(string ruleId, CancellationToken cancellationToken)
    {
        var pauses = await engine.Store.ListPausesAsync(engine.Environment, cancellationToken).ConfigureAwait(false);
        return pauses.FirstOrDefault(pause => string.Equals(pause.RuleId, ruleId, StringComparison.Ordinal))?.ResumesAt;
    }

    private static DateTimeOffset Later(DateTimeOffset since, DateTimeOffset? resumed) =>
        resumed > since ? resumed.Value : since;

    private Task<OfferCounts> CountAsync(string ruleId, DateTimeOffset since, CancellationToken cancellationToken) =>
        engine.Store.CountAsync(engine.Environment, ruleId, since, cancellationToken);
}
