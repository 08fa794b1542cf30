namespace DodoUpsell.Charging;

/// <summary>Stops a node from claiming charges while its clock differs too much from the API's.</summary>
/// <remarks>A node that sends nothing would never learn that its clock is right again, so it asks, now and then.</remarks>
internal sealed class ClockGuard(ChargeEngine engine)
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(10);

    private long _asked;

    public static ChargeRefusal Refusal { get; } = new(
        ChargeRefusalReason.ClockNotTrusted,
        default,
        $"The clock of this node differs from the API's by more than {nameof(DodoUpsellOptions.MaxClockSkew)}, so that it cannot tell a live claim of another node from an old one. Nothing was charged. Set the clock right (NTP); {nameof(IDodoClient)}.{nameof(IDodoClient.Clock)} says by how much it differs.");

    public async Task<bool> IsTrustedAsync(CancellationToken cancellationToken)
    {
        if (engine.IsClockTrusted) return true;
        var last = Volatile.Read(ref _asked);
        if (last != 0 && engine.Clock.GetElapsedTime(last) < AskInterval) return false;
        Volatile.Write(ref _asked, engine.Clock.GetTimestamp());
        try
        {
            await engine.Dodo.Reference.ListSupportedCountriesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DodoException)
        {
            // Even a refusal has told the time; without any answer the clock is as little trusted as before.
        }

        return engine.IsClockTrusted;
    }
}
