using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

public sealed class InboxMetricTests
{
    [Fact]
    public async Task Receipts_results_and_lag_are_measured_with_few_tags()
    {
        // Other tests measure meanwhile, so ours is a type that no other has.
        var measured = new ConcurrentBag<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "DodoUpsell")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags)))
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags)))
        );
        listener.Start();
        var bench = new InboxBench();
        bench.Inbox.OnWebhook<UnknownWebhookEvent>(
            (_, context, _) => context.Attempt == 1 ? throw new InvalidOperationException("No.") : Task.CompletedTask
        );

        await bench.SendAsync(
            "msg_1",
            """{"type":"payout.in_progress","timestamp":"2026-01-15T11:00:00Z","data":{"payload_type":"Strange"}}"""u8.ToArray()
        );
        await bench.Inbox.ProcessAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await bench.Inbox.ProcessAsync();

        Assert.Contains(
            measured,
            entry => entry is { Name: "dodoupsell.webhooks.received", Value: 1, Tags: "dodoupsell.result=recorded" }
        );
        Assert.Contains(
            measured,
            entry =>
                entry
                    is {
                        Name: "dodoupsell.webhooks.handled",
                        Value: 1,
                        Tags: "dodoupsell.event_type=payout.in_progress,dodoupsell.result=retrying"
                    }
        );
        Assert.Contains(
            measured,
            entry =>
                entry
                    is {
                        Name: "dodoupsell.webhooks.handled",
                        Value: 1,
                        Tags: "dodoupsell.event_type=payout.in_progress,dodoupsell.result=completed"
                    }
        );
        Assert.Contains(
            measured,
            entry =>
                entry
                    is {
                        Name: "dodoupsell.webhooks.lag",
                        Value: 3605,
                        Tags: "dodoupsell.event_type=payout.in_progress"
                    }
        );
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
