using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.RateLimiting;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Webhooks;

public sealed class WebhookEndpointTests
{
    private static readonly byte[] Body =
        """
        {"business_id":"bus_1","type":"payment.succeeded","timestamp":"2026-01-15T12:00:00Z",
         "data":{"payload_type":"Payment","payment_id":"pay_1","status":"succeeded","total_amount":1900,"currency":"USD"}}
        """u8.ToArray();

    [Fact]
    public async Task A_purchase_in_the_emulator_reaches_the_handler_over_http_once()
    {
        var handled = new TaskCompletionSource<string>();
        await using var shop = await ShopApp.StartAsync(dodo: dodo =>
            dodo.OnWebhook<PaymentEvent>(
                (paid, _, _) =>
                {
                    handled.TrySetResult(paid.Data.PaymentId);
                    return Task.CompletedTask;
                }
            )
        );
        shop.Emulator.AddWebhook(new EmulatedWebhook(new Uri(shop.Address, "/webhooks/dodo")) { Duplicate = true });
        var offer = await shop.OfferAsync();
        await shop.As(ShopApp.Ada).AcceptAsync(offer);

        await shop.Emulator.DeliverWebhooksAsync();

        Assert.Equal(shop.Emulator.Charges[0].PaymentId, await handled.Task.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.All(
            shop.Emulator.WebhookDeliveries,
            delivery => Assert.Contains(delivery.Attempts, attempt => attempt.Status == HttpStatusCode.OK)
        );
    }

    [Fact]
    public async Task A_forged_delivery_is_401_and_nothing_is_recorded()
    {
        await using var shop = await ShopApp.StartAsync();
        var genuine = Signed(shop, "msg_1");

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(shop, genuine with { Signature = "v1,AAAA" }, Body));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(shop, genuine, [.. Body, (byte)' ']));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(shop, genuine with { Id = "msg_2" }, Body));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(shop, default, Body));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await SendAsync(
                shop,
                new DodoWebhookSigner("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD").Sign("msg_1", shop.Now(), Body),
                Body
            )
        );

        Assert.Null(await shop.Inbox().FindAsync("msg_1"));
        Assert.Null(await shop.Inbox().FindAsync("msg_2"));
    }

    [Fact]
    public async Task A_late_delivery_is_401_and_a_replayed_one_is_recorded_once()
    {
        await using var shop = await ShopApp.StartAsync(dodo: dodo =>
            dodo.Services.Configure<DodoUpsellOptions>(options => options.Webhooks.RunInBackground = false)
        );
        var genuine = Signed(shop, "msg_1");

        var first = await SendAsync(shop, genuine, Body);
        var replayed = await SendAsync(shop, genuine, Body);
        var handled = await shop.Inbox().ProcessAsync();
        var later = await SendAsync(shop, genuine, Body);
        var again = await shop.Inbox().ProcessAsync();
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        var late = await SendAsync(shop, genuine, Body);
        var unknownLate = await SendAsync(
            shop,
            new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign("msg_2", shop.Now().AddHours(-1), Body),
            Body
        );

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (first, replayed, later));
        Assert.Equal((1, 0), (handled.Completed, again.Completed));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (late, unknownLate));
        Assert.Null(await shop.Inbox().FindAsync("msg_2"));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413_with_and_without_a_length()
    {
        await using var shop = await ShopApp.StartAsync(dodo: dodo =>
            dodo.Services.Configure<DodoUpsellOptions>(options => options.Webhooks.MaxBodyBytes = 4096)
        );
        var large = new byte[5000];
        var headers = new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign("msg_1", shop.Now(), large);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(shop, headers, large));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(shop, headers, large, chunked: true));
        Assert.Null(await shop.Inbox().FindAsync("msg_1"));
    }

    [Fact]
    public async Task The_answer_does_not_wait_for_the_handlers()
    {
        var handling = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var shop = await ShopApp.StartAsync(dodo: dodo =>
            dodo.OnWebhook<WebhookEvent>(
                (_, _, _) =>
                {
                    handling.TrySetResult();
                    return release.Task;
                }
            )
        );

        var answer = await SendAsync(shop, Signed(shop, "msg_1"), Body);
        await handling.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var during = (await shop.Inbox().FindAsync("msg_1"))!.State;
        release.SetResult();

        Assert.Equal(HttpStatusCode.OK, answer);
        Assert.Equal(InboxState.Leased, during);
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        await using var shop = await ShopApp.StartAsync();

        Assert.Equal(405, (await shop.As(null).GetAsync("/webhooks/dodo")).Status);
    }

    [Fact]
    public async Task A_fallback_policy_antiforgery_and_a_global_limit_do_not_stop_deliveries()
    {
        await using var shop = await ShopApp.StartAsync(
            builder: builder =>
            {
                builder.Services.AddAuthentication().AddCookie();
                builder
                    .Services.AddAuthorizationBuilder()
                    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                builder.Services.AddRateLimiter(options =>
                    options.GlobalLimiter = PartitionedRateLimiter.Create<
                        Microsoft.AspNetCore.Http.HttpContext,
                        string
                    >(_ =>
                        RateLimitPartition.GetFixedWindowLimiter(
                            "all",
                            _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) }
                        )
                    )
                );
            },
            app: app =>
            {
                app.UseRouting();
                app.UseRateLimiter();
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseAntiforgery();
            }
        );

        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await SendAsync(shop, Signed(shop, $"msg_{i}"), Body));
    }

    [Fact]
    public async Task A_limit_that_the_app_asks_for_applies()
    {
        await using var shop = await ShopApp.StartAsync(
            maps: false,
            builder: builder =>
                builder.Services.AddRateLimiter(options =>
                {
                    options.RejectionStatusCode = 429;
                    options.AddFixedWindowLimiter(
                        "one",
                        limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1))
                    );
                }),
            app: app =>
            {
                app.UseRateLimiter();
                app.MapDodoWebhooks().RequireRateLimiting("one");
            }
        );

        Assert.Equal(HttpStatusCode.OK, await SendAsync(shop, Signed(shop, "msg_1"), Body));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(shop, Signed(shop, "msg_2"), Body));
        Assert.Null(await shop.Inbox().FindAsync("msg_2"));
    }

    [Fact]
    public async Task Conventions_reach_the_endpoint()
    {
        await using var shop = await ShopApp.StartAsync(
            maps: false,
            app: app => app.MapDodoWebhooks("/hooks/{*rest}").RequireHost("hooks.example")
        );

        Assert.Equal(404, (await shop.As(null).PostAsync("/hooks/dodo")).Status);
    }

    private static WebhookHeaders Signed(ShopApp shop, string id) =>
        new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign(id, shop.Now(), Body);

    private static async Task<HttpStatusCode> SendAsync(
        ShopApp shop,
        WebhookHeaders headers,
        byte[] body,
        bool chunked = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/dodo")
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.TransferEncodingChunked = chunked;
        Add(WebhookHeaders.IdName, headers.Id);
        Add(WebhookHeaders.TimestampName, headers.Timestamp);
        Add(WebhookHeaders.SignatureName, headers.Signature);
        using var response = await shop.Http.SendAsync(request);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        return response.StatusCode;

        void Add(string name, string? value)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}

internal static class WebhookParts
{
    public static IWebhookInbox Inbox(this ShopApp shop) => shop.Services.GetRequiredService<IWebhookInbox>();

    public static DateTimeOffset Now(this ShopApp shop) => shop.Emulator.AppClock.GetUtcNow();
}
