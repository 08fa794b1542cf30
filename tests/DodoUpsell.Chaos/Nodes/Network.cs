using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// The way between the processes and the API of one run: requests that arrive late, answers that are held back,
/// previews that lack totals.
/// </summary>
/// <param name="emulator">The API.</param>
/// <param name="stage">Where it is played.</param>
/// <param name="conditions">What goes wrong, and how often.</param>
/// <param name="random">Decides when.</param>
/// <param name="between">Called before and after the API handles a request: what others do at that moment.</param>
internal sealed class Network(DodoEmulator emulator, Stage stage, Conditions conditions, Random random, Action between)
{
    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(4);

    /// <summary>A connection.</summary>
    /// <param name="isAlone">Whether its user is alone on the stage, so that waiting moves time on at once.</param>
    public HttpMessageHandler Connect(bool isAlone) => new Connection(this, isAlone);

    private TimeSpan Way(double chance) =>
        random.NextDouble() < chance ? random.NextDouble() * LongestWay : TimeSpan.Zero;

    private async Task WaitAsync(TimeSpan time, bool isAlone, CancellationToken cancellationToken)
    {
        if (time == TimeSpan.Zero)
            return;
        if (isAlone)
            stage.SleepAlone(time);
        else
            await stage.DelayAsync(time, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private sealed class Connection(Network network, bool isAlone) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _api = new(network._connect());

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var lateBy = network.Way(network.FaultRate / 30);
            var response =
                lateBy == TimeSpan.Zero
                    ? await ArriveAsync(request).ConfigureAwait(false)
                    : await ArriveLateAsync(await CopyAsync(request).ConfigureAwait(false), lateBy, cancellationToken)
                        .ConfigureAwait(false);
            await network
                .WaitAsync(network.Way(network.FaultRate / 10), isAlone, cancellationToken)
                .ConfigureAwait(false);
            return response;
        }

        // What is on its way arrives, though its sender gives up meanwhile.
        private async Task<HttpResponseMessage> ArriveLateAsync(
            HttpRequestMessage copy,
            TimeSpan lateBy,
            CancellationToken cancellationToken
        )
        {
            var gaveUp = new TaskCompletionSource<HttpResponseMessage>();
            await using var registration = cancellationToken
                .Register(() => gaveUp.TrySetCanceled(cancellationToken))
                .ConfigureAwait(false);
            return await (await Task.WhenAny(LateAsync(), gaveUp.Task).ConfigureAwait(false)).ConfigureAwait(false);

            async Task<HttpResponseMessage> LateAsync()
            {
                await network.WaitAsync(lateBy, isAlone, CancellationToken.None).ConfigureAwait(false);
                return await ArriveAsync(copy).ConfigureAwait(false);
            }
        }

        private async Task<HttpResponseMessage> ArriveAsync(HttpRequestMessage request)
        {
            network.Meet();
            try
            {
                return await _api.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                network.Meet();
            }
        }

        private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            foreach (var header in request.Headers)
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            if (request.Content is not { } content)
                return copy;
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync().ConfigureAwait(false));
            foreach (var header in content.Headers)
                copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            return copy;
        }
    }

    private double FaultRate => IsCalm ? 0 : conditions.FaultRate;

    /// <summary>Whether nothing goes wrong on the way any more.</summary>
    public bool IsCalm { get; set; }

    private void Meet()
    {
        between();
        if (conditions.TotalsOmitted > 0)
            emulator.OmitPreviewTotals = !IsCalm && random.NextDouble() < conditions.TotalsOmitted;
    }

    private readonly Func<HttpMessageHandler> _connect = emulator.CreateHandler;
}
