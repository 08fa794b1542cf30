using System.Text;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

/// <summary>
/// What is sent in whatever order and repeated ends in one state, written by a handler that simply stores what it is
/// given. Each order goes through verification, the inbox and the handlers twice: handled after each arrival, and after
/// all.
/// </summary>
public sealed class TracePermutationTests(ITestOutputHelper output)
{
    // Each delivery twice in every order, up to this many deliveries; beyond, one of them twice.
    private const int MostDoubled = 4;

    [Theory]
    [InlineData("one click", false)]
    [InlineData("one click", true)]
    [InlineData("subscription", false)]
    [InlineData("subscription", true)]
    [InlineData("upgrade", false)]
    [InlineData("upgrade", true)]
    [InlineData("refund", false)]
    [InlineData("refund", true)]
    public async Task Every_order_ends_in_the_state_that_was_sent_last(string name, bool snapshots)
    {
        var trace = await RecordAsync(name, snapshots);
        var inOrder = Last(trace.Deliveries);
        var orders = 0;
        var wrongWithoutTheInbox = 0;
        foreach (var order in OrdersOf(trace.Deliveries.Count))
        {
            var arrivals = order.Select(index => trace.Deliveries[index]).ToList();
            Assert.Equal(inOrder, await RunAsync(trace, arrivals, handleEach: true));
            Assert.Equal(inOrder, await RunAsync(trace, arrivals, handleEach: false));
            orders++;
            if (!inOrder.SequenceEqual(Last(arrivals)))
                wrongWithoutTheInbox++;
        }

        output.WriteLine(
            $"{name}, {(snapshots ? "snapshots" : "objects as they were at delivery")}: "
                + $"{string.Join(", ", trace.Deliveries.Select(delivery => delivery.Event.Type.Value))}"
        );
        output.WriteLine(
            $"{orders} orders, each handled in 2 ways; storing what came last would have been wrong in "
                + $"{wrongWithoutTheInbox}"
        );
        Assert.True(trace.Deliveries.Count >= 2);
        Assert.True(
            !snapshots || wrongWithoutTheInbox > 0,
            "The order of this trace does not matter, so it proves nothing."
        );
    }

    private static Task<WebhookTrace> RecordAsync(string name, bool snapshots) =>
        name switch
        {
            "one click" => WebhookTrace.OneClickAsync(snapshots),
            "subscription" => WebhookTrace.SubscriptionAsync(snapshots),
            "upgrade" => WebhookTrace.UpgradeAsync(snapshots),
            _ => WebhookTrace.RefundAsync(snapshots),
        };

    private static IEnumerable<int[]> OrdersOf(int count) =>
        count <= MostDoubled
            ? Orders.Of(count, _ => 2)
            : Enumerable.Range(0, count).SelectMany(doubled => Orders.Of(count, index => index == doubled ? 2 : 1));

    private static async Task<SortedDictionary<string, string>> RunAsync(
        WebhookTrace trace,
        List<RawDelivery> arrivals,
        bool handleEach
    )
    {
        var bench = new InboxBench(clock: new ManualTimeProvider(trace.End)).StoresWhatItIsGiven();
        foreach (var arrival in arrivals)
        {
            Assert.Equal(200, (await bench.Inbox.ReceiveAsync(arrival.Headers, arrival.Body)).HttpStatusCode);
            if (handleEach)
                await bench.Inbox.ProcessAsync();
        }

        await bench.Inbox.ProcessAsync();
        Assert.Equal(
            trace.Deliveries.Select(delivery => delivery.Event.Type.Value).Order(StringComparer.Ordinal),
            bench.Handled.Select(handled => handled.Event.Type.Value).Order(StringComparer.Ordinal)
        );
        return States(bench.Stored.Values);
    }

    private static SortedDictionary<string, string> Last(IEnumerable<RawDelivery> arrivals)
    {
        var last = new Dictionary<string, WebhookEvent>(StringComparer.Ordinal);
        foreach (var arrival in arrivals)
            last[arrival.Event.Subject] = arrival.Event;
        return States(last.Values);
    }

    // The object without the event that it came with.
    private static SortedDictionary<string, string> States(IEnumerable<WebhookEvent> events) =>
        new(
            events.ToDictionary(
                stored => stored.Subject,
                stored => Encoding.UTF8.GetString((stored with { Type = default, Timestamp = default }).ToUtf8Bytes()),
                StringComparer.Ordinal
            ),
            StringComparer.Ordinal
        );
}
