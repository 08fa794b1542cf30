using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Checkout;

public sealed class PreviewTotalTests
{
    private const string Cart = """{ "product_cart": [{ "product_id": "pdt_demo_pro", "quantity": 1 }] }""";
    private const string Change =
        """{ "product_id": "pdt_demo_pro", "quantity": 1, "proration_billing_mode": "difference_immediately" }""";

    [Fact]
    public async Task Previews_without_totals_lack_what_is_due_now_and_nothing_else()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { OmitPreviewTotals = true });
        using var api = new ApiCaller(emulator);

        var preview = (await api.Post("checkouts/preview", Cart)).Ok;
        Assert.False(preview.AsObject().ContainsKey("total_price"));
        Assert.False(preview["current_breakup"]!.AsObject().ContainsKey("total_amount"));
        Assert.Equal(8000, preview["current_breakup"].Number("subtotal"));
        Assert.Equal(8000, preview["recurring_breakup"].Number("total_amount"));

        var summary = (await api.Post($"subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview", Change)).Ok[
            "immediate_charge"
        ]!["summary"]!;
        Assert.False(summary.AsObject().ContainsKey("total_amount"));
        Assert.Equal("USD", summary.Text("currency"));
    }

    [Fact]
    public async Task Totals_come_and_go_at_run_time_and_errors_stay_what_they_are()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);

        emulator.OmitPreviewTotals = true;
        Assert.Null((await api.Post("checkouts/preview", Cart)).Ok["total_price"]);
        (await api.Post("checkouts/preview", "{")).IsError(422, "INVALID_REQUEST_BODY");

        emulator.Reset();
        Assert.Equal(8000, (await api.Post("checkouts/preview", Cart)).Ok.Number("total_price"));
    }
}
