using System.Diagnostics;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DodoUpsell.Tests.Snippets;

public sealed class TelemetrySnippets
{
    [Fact]
    public async Task OpenTelemetry_gets_traces_and_metrics()
    {
        var spans = new Spans();
        #region telemetry
        using var traces = Sdk.CreateTracerProviderBuilder()
            .AddSource("DodoUpsell", "System.Net.Http") // the spans of HttpClient are the attempts of a call
            .AddProcessor(spans) // or an exporter
            .Build();
        using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter("DodoUpsell").Build();
        #endregion

        await new Shop().Dodo.Customers.GetAsync(DemoSeed.CustomerWithCards);

        Assert.Contains("dodoupsell.call Customers.GetAsync", spans.Names);
    }

    private sealed class Spans : BaseProcessor<Activity>
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Names { get; } = [];

        public override void OnEnd(Activity data) => Names.Add(data.DisplayName);
    }
}
