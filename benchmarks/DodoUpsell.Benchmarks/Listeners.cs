using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Benchmarks;

/// <summary>Listens to the traces and metrics of the SDK, as an exporter does, until it is disposed.</summary>
internal sealed class Listeners : IDisposable
{
    private const string Source = "DodoUpsell";

    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = source => source.Name == Source,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly MeterListener _metrics = new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Source)
                listener.EnableMeasurementEvents(instrument);
        },
    };

    private long _spanCount;

    public Listeners()
    {
        _spans.ActivityStopped = _ => _spanCount++;
        ActivitySource.AddActivityListener(_spans);
        _metrics.SetMeasurementEventCallback<long>((_, _, _, _) => { });
        _metrics.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        _metrics.Start();
    }

    /// <summary>Gets the number of spans so far, which shows that somebody listened.</summary>
    public long SpanCount => _spanCount;

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }
}
