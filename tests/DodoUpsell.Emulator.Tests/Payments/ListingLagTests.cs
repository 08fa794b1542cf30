using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Payments;

public sealed class ListingLagTests
{
    [Fact]
    public async Task A_payment_is_listed_when_it_is_old_enough_and_readable_at_once()
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                ListingLag = TimeSpan.FromMinutes(10),
                Webhook = new EmulatedWebhook(new Uri("http://127.0.0.1:9/")),
            }
        );
        using var api = new ApiCaller(emulator);
        var id = (await api.OneClick()).Ok.Text("payment_id")!;

        await api.FinalPayment(id);
        Assert.NotEmpty(emulator.WebhookDeliveries);
        emulator.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Empty(await Listed(api));
        Assert.Equal("succeeded", (await api.Get("payments/" + id)).Ok.Text("status"));

        emulator.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([id], await Listed(api));
    }

    [Fact]
    public async Task The_lag_changes_at_run_time_and_a_reset_takes_the_option_again()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { ListingLag = TimeSpan.FromMinutes(5) });
        using var api = new ApiCaller(emulator);
        var id = (await api.OneClick()).Ok.Text("payment_id")!;
        Assert.Empty(await Listed(api));

        emulator.ListingLag = TimeSpan.Zero;
        Assert.Equal([id], await Listed(api));
        emulator.ListingLag = TimeSpan.FromMinutes(1);
        Assert.Empty(await Listed(api));

        emulator.Reset();
        Assert.Equal(TimeSpan.FromMinutes(5), emulator.ListingLag);
        Assert.Throws<ArgumentOutOfRangeException>(() => emulator.ListingLag = TimeSpan.FromTicks(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new DodoEmulatorOptions { ListingLag = TimeSpan.FromTicks(-1) }
        );
    }

    private static async Task<string[]> Listed(ApiCaller api) =>
        [
            .. (await api.Get($"payments?customer_id={DemoSeed.CustomerWithCards}&page_size=100")).Items.Select(item =>
                item.Text("payment_id")!
            ),
        ];
}
