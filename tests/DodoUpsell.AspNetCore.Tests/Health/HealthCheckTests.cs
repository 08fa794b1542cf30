using System.Text;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.AspNetCore.Tests.Webhooks;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DodoUpsell.AspNetCore.Tests.Health;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task All_four_are_healthy_at_first()
    {
        await using var shop = await StartAsync();

        var report = await CheckAsync(shop);

        Assert.Equal(
            ["dodo-api", "dodo-clock", "dodo-settlements", "dodo-webhooks"],
            report.Entries.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(report.Entries.Values, entry => Assert.Equal(HealthStatus.Healthy, entry.Status));
    }

    [Fact]
    public async Task An_api_that_does_not_answer_is_degraded_and_read_once_in_a_while()
    {
        await using var shop = await StartAsync();
        shop.Emulator.AddFault(new(EmulatedFaultKind.DropBefore) { Path = "/checkout/supported_countries" });

        var down = await CheckAsync(shop);
        var cached = await CheckAsync(shop);
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var up = await CheckAsync(shop);

        Assert.Equal(HealthStatus.Degraded, down.Entries["dodo-api"].Status);
        Assert.Equal(HealthStatus.Degraded, cached.Entries["dodo-api"].Status);
        Assert.Equal(HealthStatus.Healthy, up.Entries["dodo-api"].Status);
    }

    [Fact]
    public async Task A_refused_key_is_unhealthy()
    {
        await using var shop = await StartAsync();
        shop.Emulator.AddFault(
            new(EmulatedFaultKind.Status)
            {
                Path = "/checkout/supported_countries",
                Status = System.Net.HttpStatusCode.Unauthorized,
            }
        );

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(shop)).Entries["dodo-api"].Status);
    }

    [Fact]
    public async Task A_delivery_that_waits_for_too_long_and_one_that_is_parked_are_degraded()
    {
        var fails = true;
        await using var shop = await StartAsync(dodo =>
        {
            dodo.Services.Configure<DodoUpsellOptions>(options =>
            {
                options.Webhooks.RunInBackground = false;
                options.Webhooks.RetryDelays.Clear();
            });
            dodo.OnWebhook<WebhookEvent>(
                (_, _, _) => fails ? throw new InvalidOperationException() : Task.CompletedTask
            );
        });
        var body = Encoding.UTF8.GetBytes("""{"business_id":"bus_1","type":"dispute.opened","data":{} }""");
        await shop.Inbox()
            .ReceiveAsync(new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign("msg_1", shop.Now(), body), body);

        var fresh = await CheckAsync(shop);
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await CheckAsync(shop);
        await shop.Inbox().ProcessAsync();
        var parked = await CheckAsync(shop);
        fails = false;
        await shop.Inbox().ReplayAsync("msg_1");
        await shop.Inbox().ProcessAsync();
        var fine = await CheckAsync(shop);

        Assert.Equal(
            [HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Degraded, HealthStatus.Healthy],
            new[] { fresh, late, parked, fine }.Select(report => report.Entries["dodo-webhooks"].Status)
        );
        Assert.Contains("not handled in time", late.Entries["dodo-webhooks"].Description, StringComparison.Ordinal);
        Assert.Contains("Parked", parked.Entries["dodo-webhooks"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settlement_that_is_not_told_is_degraded()
    {
        await using var shop = await StartAsync(dodo =>
        {
            dodo.Services.Configure<DodoUpsellOptions>(options => options.Webhooks.RunInBackground = false);
            dodo.OnChargeSettled((_, _, _) => throw new InvalidOperationException());
        });
        var offer = await shop.OfferAsync();
        await shop.As(ShopApp.Ada).AcceptAsync(offer);
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(shop)).Entries["dodo-settlements"].Status);
    }

    [Fact]
    public async Task A_wrong_clock_is_unhealthy()
    {
        await using var shop = await StartAsync();
        shop.Emulator.DateHeaderClock = new Ahead();
        await CheckAsync(shop);

        var report = await CheckAsync(shop);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["dodo-clock"].Status);
    }

    [Fact]
    public async Task Wrong_limits_stop_the_app_when_it_starts()
    {
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            ShopApp.StartAsync(builder: builder =>
                builder
                    .Services.AddHealthChecks()
                    .AddDodoUpsellHealthChecks(limits => limits.ApiTimeout = TimeSpan.Zero)
            )
        );
    }

    [Fact]
    public async Task Checks_of_a_brand_are_its_own()
    {
        var second = new DodoEmulator();
        second.AddFault(new(EmulatedFaultKind.DropBefore) { Times = 100 });
        await using var shop = await StartAsync(builder: builder =>
        {
            ShopApp.Register(builder.Services, "second", second).AddOffers();
            builder.Services.AddHealthChecks().AddDodoUpsellHealthChecks(brand: "second");
        });

        var report = await CheckAsync(shop);

        Assert.Equal(HealthStatus.Healthy, report.Entries["dodo-api"].Status);
        Assert.Equal(HealthStatus.Degraded, report.Entries["dodo-api-second"].Status);
    }

    private static Task<ShopApp> StartAsync(
        Action<DodoUpsellBuilder>? dodo = null,
        Action<WebApplicationBuilder>? builder = null
    ) =>
        ShopApp.StartAsync(
            dodo: dodo,
            builder: app =>
            {
                app.Services.AddHealthChecks().AddDodoUpsellHealthChecks();
                builder?.Invoke(app);
            }
        );

    private static Task<HealthReport> CheckAsync(ShopApp shop) =>
        shop.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private sealed class Ahead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddYears(1);
    }
}
