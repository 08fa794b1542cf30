using System.Security.Claims;
using System.Threading.RateLimiting;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.AspNetCore.Tests.Snippets;

/// <summary>The code of docs/aspnetcore.md.</summary>
public sealed class AspNetCoreSnippets
{
    [Fact]
    public async Task The_endpoints_are_added_and_mapped()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["DodoUpsell:ApiKey"] = "emulator",
                ["DodoUpsell:Environment"] = "Test",
                ["DodoUpsell:Offers:DecisionDeadline"] = "00:00:30",
            }
        );

        #region aspnetcore-start
        builder
            .Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"))
            .AddOffers(offers => offers.Rule("ebook", rule => rule.At("account").Sell("pdt_demo_ebook")))
            .AddDodoUpsellEndpoints(options =>
            {
                options.Plans.Add("pdt_demo_basic"); // the plans that customers may change to
                options.Plans.Add("pdt_demo_pro");
                options.OfferAcceptedPath = "/thanks/{id}"; // where customers go after an offer
                options.PublicOrigin = "https://shop.example.com";
            });
        builder.Services.AddAuthentication("cookie").AddCookie("cookie");
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDodoWebhooks(); // POST /webhooks/dodo
        app.MapUpsellOffers(); // /upsell/offers/…, /upsell/subscriptions/…, /upsell/quotes/…
        #endregion

        await using var started = app;
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        using var answer = await http.GetAsync("/upsell/offers/current");
        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_resolver_of_the_app_and_its_own_endpoint()
    {
        var users = new Users();
        await using var shop = await ShopApp.StartAsync(
            builder: builder =>
            {
                builder.Services.AddSingleton(users);

                #region aspnetcore-resolver-add
                builder.Services.AddScoped<ICustomerResolver, CustomerResolver>();
                #endregion
            },
            app: app =>
            {
                #region aspnetcore-result
                app.MapPost(
                    "/buy-ebook",
                    async (ClaimsPrincipal user, IUpsellFlow upsells, Users users) =>
                    {
                        var outcome = await upsells.ChargeAsync(
                            new UpsellRequest
                            {
                                Key = new ChargeKey($"ebook-{users.CartOf(user)}"),
                                CustomerId = users.CustomerOf(user),
                                Items = [new() { ProductId = "pdt_demo_ebook", Quantity = 1 }],
                            }
                        );
                        return outcome.ToResult(); // 200 or 202, with the message for the customer
                    }
                );
                #endregion
            }
        );

        var offer = await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current?placement=account");
        var bought = await shop.As(ShopApp.Ada).PostAsync("/buy-ebook");

        Assert.Equal(200, offer.Status);
        Assert.Equal((200, "succeeded"), (bought.Status, bought["status"]));
    }

    [Fact]
    public async Task Limits_policies_and_health()
    {
        await using var shop = await ShopApp.StartAsync(
            maps: false,
            builder: builder =>
            {
                builder.Services.AddAuthentication("cookie").AddCookie("cookie");

                #region aspnetcore-limit-add
                builder.Services.AddRateLimiter(limiter =>
                {
                    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                    limiter.AddPolicy(
                        "upsell",
                        http =>
                            RateLimitPartition.GetFixedWindowLimiter(
                                http.User.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "",
                                _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }
                            )
                    );
                });
                builder.Services.AddHealthChecks().AddDodoUpsellHealthChecks();
                #endregion
            },
            app: app =>
            {
                #region aspnetcore-limit-map
                app.UseRateLimiter();
                app.MapUpsellOffers().RequireRateLimiting("upsell").RequireHost("127.0.0.1");
                app.MapHealthChecks("/health");
                #endregion
            }
        );

        for (var i = 0; i < 30; i++)
            Assert.Equal(204, (await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current")).Status);
        Assert.Equal(429, (await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current")).Status);
        Assert.Equal(204, (await shop.As(ShopApp.Ben).GetAsync("/upsell/offers/current")).Status);
        Assert.Equal("Healthy", (await shop.As(null).GetAsync("/health")).Body);
    }

    [Fact]
    public async Task Brands_and_a_review_of_plan_changes()
    {
        var second = new DodoEmulator();
        await using var shop = await ShopApp.StartAsync(
            builder: builder =>
                ShopApp
                    .Register(builder.Services, "brand-b", second)
                    .AddOffers(_ => { })
                    .AddDodoUpsellEndpoints(options =>
                    {
                        #region aspnetcore-review
                        // Null refuses the wish.
                        options.ReviewPlanChange = wish =>
                            wish.Quantity > 50 ? null : wish with { Mode = ProrationMode.ProratedImmediately };
                        #endregion
                    }),
            app: app =>
            {
                #region aspnetcore-brands
                app.MapDodoWebhooks("/webhooks/brand-b", brand: "brand-b");
                app.MapUpsellOffers("/brand-b", brand: "brand-b");
                #endregion
            }
        );

        Assert.Equal(204, (await shop.As(ShopApp.Ada).GetAsync("/brand-b/offers/current")).Status);
    }

    #region aspnetcore-resolver
    private sealed class CustomerResolver(Users users) : ICustomerResolver
    {
        public ValueTask<SubjectIds?> ResolveAsync(
            ClaimsPrincipal user,
            CancellationToken cancellationToken = default
        ) => new(new SubjectIds { UserId = users.IdOf(user), CustomerId = users.CustomerOf(user) });
    }
    #endregion

    private sealed class Users
    {
        private readonly Dictionary<string, string> _customers = new(StringComparer.Ordinal)
        {
            [ShopApp.Ada] = DemoSeed.CustomerWithCards,
        };

        public string IdOf(ClaimsPrincipal user) =>
            user.FindFirst(ClaimTypes.NameIdentifier) is { } claim && _customers.ContainsKey(claim.Value)
                ? claim.Value
                : throw new InvalidOperationException("An unknown user.");

        public string CustomerOf(ClaimsPrincipal user) => _customers[IdOf(user)];

        public string CartOf(ClaimsPrincipal user) => $"cart-of-{IdOf(user)}";
    }
}
