namespace DodoUpsell.Charging;

/// <summary>Stops a node from claiming charges while its clock differs too much from the API's.</summary>
/// <remarks>
/// A node that sends nothing would never learn that its clock is right again, so it asks, now and then.
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
                + $"{nameof(DodoUpsellOptions.MaxClockSkew)}, so that it cannot tell a live claim of another node from "
                + $"an old one. Nothing was charged. Set the clock right (NTP); "
                + $"{nameof(IDodoClient)}.{nameof(IDodoClient.Clock)} says by how much it differs."
        );

    /// <summary>
    /// Whether the clock may be compared with the API's. One that was never measured counts as right: what a charge
    /// reads first measures it.
    /// </summary>
    public Task<bool> IsTrustedAsync(CancellationToken cancellationToken) =>
        engine.IsClockTrusted ? Task.FromResult(true) : AskAsync(cancellationToken);

    /// <summary>
    /// The same, for work that writes times before it has read anything: a clock that was never measured is measured
    /// first.
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

    // Even a refusal tells the time.
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
