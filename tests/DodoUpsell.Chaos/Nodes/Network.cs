using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>The way between the processes and the API of one run: requests that arrive late, answers that are held back, previews that lack totals.</summary>
internal sealed class Network(DodoEmulator emulator, Stage stage, Conditions conditions, Random random, Action arrived) : HttpMessageHandler
{
    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(4);

    private readonly HttpMessageInvoker _api = new(emulator.CreateHandler());

    /// <summary>Whether the caller is alone on the stage, so that waiting moves time on at once.</summary>
    public bool IsAlone { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var lateBy = random.NextDouble() < conditions.FaultRate / 30 ? random.NextDouble() * LongestWay : TimeSpan.Zero;
        var heldBackFor = random.NextDouble() < conditions.FaultRate / 10 ? random.NextDouble() * LongestWay : TimeSpan.Zero;

        // What is on its way arrives, though its sender has given up meanwhile.
        await WaitAsync(lateBy, CancellationToken.None).ConfigureAwait(false);
        var response = await ArriveAsync(request).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await WaitAsync(heldBackFor, cancellationToken).ConfigureAwait(false);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _api.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> ArriveAsync(HttpRequestMessage request)
    {
        arrived();
        if (conditions.TotalsOmitted > 0) emulator.OmitPreviewTotals = random.NextDouble() < conditions.TotalsOmitted;
        try
        {
            return await _api.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            arrived();
        }
    }

    private async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (time == TimeSpan.Zero) return;
        if (!IsAlone) await stage.DelayAsync(time, cancellationToken).ConfigureAwait(false);
        else stage.SleepAlone(time);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
