using System.Diagnostics;
using System.Text.RegularExpressions;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Charging.Settlements;
using DodoUpsell.Tests.Support;
using DodoUpsell.Tests.Webhooks.Inbox;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Diagnostics;

public sealed partial class TelemetryTests
{
    private static readonly ActivitySource App = new("TelemetryTests.App");

    [Fact]
    public async Task The_table_of_the_docs_lists_every_name_that_is_emitted_and_no_other()
    {
        using var telemetry = new Telemetry();
        var shop = new Shop();
        await shop.Upsells.ChargeAsync(Shop.Ebook("telemetry-1"));
        await shop.PlanChanges.ConfirmAsync(
            await shop.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan)
        );
        await Assert.ThrowsAsync<DodoApiException>(() => shop.Dodo.Customers.GetAsync("cus_none"));
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        shop.Break(
            EmulatedFaultKind.Status,
            "/payments",
            times: 1000,
            method: "GET",
            status: System.Net.HttpStatusCode.BadGateway
        );
        await shop.Upsells.ChargeAsync(Shop.Ebook("telemetry-2"));
        shop.Emulator.ClearFaults();
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Reconciler.RunAsync();
        var offers = new Offers.Decisions.OfferShop(options => options.Rules.Add(Offers.Decisions.OfferShop.Ebook()));
        await offers.FindAsync((await offers.BuyAsync()).PaymentId);
        var withdrawals = new Withdrawals.WithdrawalShop();
        await withdrawals.WithdrawAsync((await withdrawals.BuyAsync()).PaymentId);
        await withdrawals.RunAsync();
        var inbox = new InboxBench();
        await inbox.SendAsync("msg_telemetry", """{"type":"payment.succeeded","data":{}}"""u8.ToArray());
        await inbox.Inbox.ProcessAsync();
        var settlements = new SettlementBench(shop.Ledger);
        settlements.Clock.Advance(TimeSpan.FromDays(1));
        await settlements.Settlements.ProcessAsync();

        var listed = Listed();
        Assert.All(listed.Skip(1), name => Assert.StartsWith("dodoupsell.", name, StringComparison.Ordinal));
        Assert.Equal(listed.Order(StringComparer.Ordinal), telemetry.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Calls_are_spans_below_the_charge_and_the_settlement_continues_its_trace()
    {
        using var telemetry = new Telemetry();
        var shop = new Shop();

        await shop.Upsells.ChargeAsync(Shop.Ebook("telemetry-trace"));
        var settlements = new SettlementBench(shop.Ledger);
        settlements.Clock.Advance(TimeSpan.FromDays(1));
        await settlements.Settlements.ProcessAsync();

        var charge = Assert.Single(telemetry.Spans, span => Is(span, "dodoupsell.charge", "telemetry-trace"));
        Assert.Equal("Succeeded", charge.GetTagItem("dodoupsell.outcome"));
        Assert.StartsWith("pay_", (string?)charge.GetTagItem("dodoupsell.payment_id"), StringComparison.Ordinal);
        var call = Assert.Single(
            telemetry.Spans,
            span => span.TraceId == charge.TraceId && span.DisplayName == "dodoupsell.call CheckoutSessions.CreateAsync"
        );
        Assert.Equal(
            (charge.SpanId, ActivityKind.Client, "/checkouts", 1),
            (call.ParentSpanId, call.Kind, call.GetTagItem("dodoupsell.route"), call.GetTagItem("dodoupsell.attempts"))
        );
        var settlement = Assert.Single(telemetry.Spans, span => Is(span, "dodoupsell.settlement", "telemetry-trace"));
        Assert.Equal(
            (charge.TraceId, charge.SpanId, ActivityKind.Consumer, "Completed"),
            (settlement.TraceId, settlement.ParentSpanId, settlement.Kind, settlement.GetTagItem("dodoupsell.result"))
        );
    }

    [Fact]
    public async Task A_sampler_sees_which_call_is_made()
    {
        using var parent = App.StartActivity("sampled") ?? new Activity("sampled").Start();
        var trace = parent.TraceId;
        var seen = new List<Dictionary<string, object?>>();
        using var sampler = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DodoUpsell",
            Sample = (ref ActivityCreationOptions<ActivityContext> span) =>
            {
                if (span.TraceId == trace)
                    seen.Add(new(span.Tags ?? [], StringComparer.Ordinal));
                return ActivitySamplingResult.None;
            },
        };
        ActivitySource.AddActivityListener(sampler);

        await new Shop().Dodo.Customers.GetAsync(DemoSeed.CustomerWithCards);

        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["dodoupsell.operation"] = "Customers.GetAsync",
                ["dodoupsell.method"] = "GET",
                ["dodoupsell.route"] = "/customers/{customerId}",
                ["dodoupsell.safety"] = "Read",
            },
            Assert.Single(seen)
        );
    }

    [Fact]
    public async Task A_handled_webhook_is_a_trace_of_its_own_that_is_linked_to_the_request_that_brought_it()
    {
        using var apps = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "TelemetryTests.App",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(apps);
        using var telemetry = new Telemetry();
        var bench = new InboxBench();
        bench.Inbox.OnWebhook<WebhookEvent>((_, _, _) => throw new InvalidOperationException("No."));

        ActivityContext received;
        using (var request = App.StartActivity("POST /webhooks")!)
        {
            received = request.Context;
            await bench.SendAsync("msg_linked", """{"type":"payment.succeeded","data":{}}"""u8.ToArray());
        }

        await bench.Inbox.ProcessAsync();

        var handled = Assert.Single(
            telemetry.Spans,
            span => "msg_linked".Equals(span.GetTagItem("dodoupsell.webhook_id"))
        );
        Assert.Equal(received.SpanId, Assert.Single(handled.Links).Context.SpanId);
        Assert.NotEqual(received.TraceId, handled.TraceId);
        Assert.Equal(
            (ActivityStatusCode.Error, "InvalidOperationException", "Retrying", "payment.succeeded"),
            (
                handled.Status,
                handled.GetTagItem("dodoupsell.error"),
                handled.GetTagItem("dodoupsell.result"),
                handled.GetTagItem("dodoupsell.event_type")
            )
        );
    }

    private static bool Is(Activity span, string name, string key) =>
        span.OperationName == name && key.Equals(span.GetTagItem("dodoupsell.charge_key"));

    private static string[] Listed()
    {
        var page = File.ReadAllText(RepositoryFolder.PathOf("docs", "telemetry.md"));
        return [.. FirstColumn().Matches(page).Select(match => match.Groups["name"].Value)];
    }

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstColumn();
}
