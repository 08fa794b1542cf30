using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// The network between the processes and the API of one run: late requests, delayed responses and previews without
/// totals.
/// </summary>
/// <param name="emulator">The API.</param>
/// <param name="stage">The stage of the run.</param>
/// <param name="conditions">The faults and their probabilities.</param>
/// <param name="random">The random number generator for the times of faults.</param>
/// <param name="between">Called before and after the API handles a request, for the actions of others at that
/// moment.</param>
internal sealed class Network(DodoEmulator emulator, Stage stage, Conditions conditions, Random random, Action between)
{
    private static readonly TimeSpan LongestWay = TimeSpan.FromMinutes(4);

    /// <summary>Creates a connection.</summary>
    /// <param name="isAlone">Whether its user runs exclusively on the stage, so that waiting advances the time
    /// immediately.</param>
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

        // A request in transit arrives even if its sender cancels it.
        private async Task<HttpResponseMessage> ArriveLateAsync(
            HttpRequestMessage copy,
            TimeSpan lateBy,
            CancellationToken cancellationToken
        )
        {
            var gaveUp = new TaskCompletionSource<HttpResponseMessage>();

            // Disposed synchronously: a registration whose callback is running is otherwise awaited on another thread.
            using var registration = cancellationToken.Register(() => gaveUp.TrySetCanceled(cancellationToken));
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

    /// <summary>Whether the network no longer has faults.</summary>
    public bool IsCalm { get; set; }

    private void Meet()
    {
        between();
        if (conditions.TotalsOmitted > 0)
            emulator.OmitPreviewTotals = !IsCalm && random.NextDouble() < conditions.TotalsOmitted;
    }

    private readonly Func<HttpMessageHandler> _connect = emulator.CreateHandler;
}
