using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

public sealed class StatePageTests
{
    [Fact]
    public async Task The_state_is_readable_for_people()
    {
        using var receiver = new Webhooks.WebhookReceiver();
        var emulator = receiver.Emulator();
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        emulator.PutCustomer("cus_x", new JsonObject { ["name"] = "<i>Eve</i>" });
        var payment = (await api.OneClick()).Ok.Text("payment_id")!;

        var page = await browser.Open("https://test.dodopayments.com/_emulator/console/state");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (
            var expected in new[]
            {
                payment,
                "payment.succeeded",
                "2026-01-15T09:00:00Z",
                "<i>Eve</i>",
                "webhook deliveries (1)",
                "refunds",
            }
        )
            Assert.Contains(expected, page.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("<i>", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_emulator_has_a_page_too()
    {
        using var browser = new Browser(
            new DodoEmulator(new DodoEmulatorOptions { Seed = EmulatorSeed.Empty }).CreateHandler()
        );

        Assert.Contains(
            "None.",
            (await browser.Open("https://test.dodopayments.com/_emulator/console/state")).Text,
            StringComparison.Ordinal
        );
    }
}
