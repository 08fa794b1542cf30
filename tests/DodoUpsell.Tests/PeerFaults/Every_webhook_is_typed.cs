using DodoUpsell.Tests.Webhooks;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 21: only 14 of the 47 documented webhook payloads could be read.</summary>
public sealed class Every_webhook_is_typed(ITestOutputHelper output)
{
    [Fact]
    public void All_47_documented_payloads_are_read_as_their_type()
    {
        var types = EventSamples.Types.ToList();

        var typed = types.Count(type =>
            WebhookEvent.Parse(EventSamples.Of(type).Utf8()).GetType()
            == EventSamples.Payloads[EventSamples.SchemaOf(type)].Event
        );

        output.WriteLine($"{typed} of {types.Count}");
        Assert.Equal((47, 47), (typed, types.Count));
    }
}
