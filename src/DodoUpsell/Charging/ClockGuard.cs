namespace DodoUpsell.Charging;

/// <summary>Stops a node from claiming charges while its clock differs too much from the API's clock.</summary>
/// <remarks>
/// A node that sends nothing would never learn that its clock is correct again, so it measures the clock periodically.
/// </remarks>
internal sealed class ClockGuard(ChargeEngine engine)
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(10);

    private long _asked;
    private volatile bool _isAnswered;

    public static ChargeRefusal Refusal { get; } =
        new(
            ChargeRefusalReason.ClockNotTrusted,
            default,
            $"The clock of this node differs from the API's by more than "
                + $"{nameof(DodoUpsellOptions.MaxClockSkew)}, so it cannot distinguish a current claim of another node "
                + $"from an expired one. Nothing was charged. Correct the clock (NTP); "
                + $"{nameof(IDodoClient)}.{nameof(IDodoClient.Clock)} contains the measured difference."
        );

    /// <summary>
    /// Returns whether the clock may be compared with the API's. A clock that was never measured is trusted, because
    /// the first read of a charge measures it.
    /// </summary>
    public Task<bool> IsTrustedAsync(CancellationToken cancellationToken) =>
        engine.IsClockTrusted ? Task.FromResult(true) : AskAsync(cancellationToken);

    /// <summary>
    /// Returns whether the clock may be compared with the API's, for work that writes times before it reads anything. A
    /// clock that was never measured is measured first.
    /// </summary>
    public Task<bool> IsMeasuredAsync(CancellationToken cancellationToken) =>
        engine.Dodo.Clock is not { Difference: null } && engine.IsClockTrusted
            ? Task.FromResult(true)
            : AskAsync(cancellationToken);

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var last = Volatile.Read(ref _asked);
        if (last != 0 && engine.Clock.GetElapsedTime(last) < AskInterval)
            return _isAnswered && engine.IsClockTrusted;
        Volatile.Write(ref _asked, engine.Clock.GetTimestamp());
        _isAnswered = await IsAnsweredAsync(cancellationToken).ConfigureAwait(false);
        return _isAnswered && engine.IsClockTrusted;
    }

    // An error response contains the server's time as well.
    private async Task<bool> IsAnsweredAsync(CancellationToken cancellationToken)
    {
        try
        {
            await engine.Dodo.Reference.ListSupportedCountriesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DodoException e)
        {
            return e is DodoApiException;
        }
    }
}
