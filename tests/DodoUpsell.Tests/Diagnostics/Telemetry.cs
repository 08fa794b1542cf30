using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Tests.Diagnostics;

/// <summary>
/// Everything that the SDK's source and meter emit while it lives. Tests that run beside it emit as well.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Activity> _spans = new();

    public Telemetry()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name.Contains("dodo", StringComparison.OrdinalIgnoreCase),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name.Contains("dodo", StringComparison.OrdinalIgnoreCase))
                self.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags));
        _meters.Start();
    }

    /// <summary>The names of sources, meters, spans, instruments and tags.</summary>
    public IReadOnlyCollection<string> Names => [.. _names.Keys];

    public IReadOnlyCollection<Activity> Spans => _spans;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Stopped(Activity span)
    {
        _spans.Enqueue(span);
        Add([span.Source.Name, span.OperationName, span.DisplayName.Split(' ')[0]]);
        Add(span.TagObjects.Select(tag => tag.Key));
        Add(span.Events.SelectMany(e => e.Tags.Select(tag => tag.Key).Prepend(e.Name)));
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Add([instrument.Meter.Name, instrument.Name]);
        Add(tags.ToArray().Select(tag => tag.Key));
    }

    private void Add(IEnumerable<string> names)
    {
        foreach (var name in names)
            _names[name] = true;
    }
}
