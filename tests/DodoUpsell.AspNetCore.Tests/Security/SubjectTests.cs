using System.Security.Claims;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.AspNetCore.Tests.Security;

public sealed class SubjectTests
{
    [Fact]
    public async Task A_resolver_that_returns_nobody_is_401()
    {
        await using var shop = await ShopApp.StartAsync(builder: builder =>
            builder.Services.AddScoped<ICustomerResolver>(_ => new Resolver(_ => null))
        );
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();

        var answer = await shop.As(ShopApp.Ada).AcceptAsync(offer);

        Assert.Equal((401, "not_signed_in"), (answer.Status, answer.Code));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task A_resolver_that_names_nobody_is_401()
    {
        await using var shop = await ShopApp.StartAsync(builder: builder =>
            builder.Services.AddSingleton<ICustomerResolver>(new Resolver(_ => new SubjectIds()))
        );

        Assert.Equal(401, (await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current")).Status);
    }

    [Fact]
    public async Task A_resolver_that_throws_is_500_without_detail_even_in_development()
    {
        await using var shop = await ShopApp.StartAsync(
            builder: builder =>
            {
                builder.Environment.EnvironmentName = "Development";
                builder.Services.AddSingleton<ICustomerResolver>(
                    new Resolver(_ => throw new InvalidOperationException("password=hunter2"))
                );
            },
            app: app => app.UseDeveloperExceptionPage()
        );
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();

        var answer = await shop.As(ShopApp.Ada).AcceptAsync(offer);

        Assert.Equal((500, "internal_error"), (answer.Status, answer.Code));
        Assert.DoesNotContain("hunter2", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", answer.Body, StringComparison.Ordinal);
        Assert.Contains(shop.Log.Lines, line => line is { Id: 2000, Level: LogLevel.Error });
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task The_resolver_is_asked_after_everything_else()
    {
        var asked = 0;
        await using var shop = await ShopApp.StartAsync(builder: builder =>
            builder.Services.AddSingleton<ICustomerResolver>(
                new Resolver(_ =>
                {
                    asked++;
                    return SubjectIds.OfUser(ShopApp.Ada);
                })
            )
        );
        var offer = await shop.OfferAsync();

        await shop.As(null).AcceptAsync(offer);
        await (shop.As(ShopApp.Ada) with { Site = "cross-site" }).AcceptAsync(offer);
        await shop.As(ShopApp.Ada).PostAsync($"/upsell/offers/{offer.Id}/accept", new string(' ', 5000));
        await shop.As(ShopApp.Ada).PostFormAsync($"/upsell/offers/{offer.Id}/accept");

        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task An_app_may_name_the_customer_itself()
    {
        await using var shop = await ShopApp.StartAsync(builder: builder =>
            builder.Services.AddSingleton<ICustomerResolver>(
                new Resolver(user =>
                    user.FindFirst(ClaimTypes.NameIdentifier)!.Value == "guest-7"
                        ? SubjectIds.OfCustomer(DemoSeed.CustomerWithoutCard)
                        : null
                )
            )
        );

        var answer = await shop.As("guest-7").GetAsync("/upsell/offers/current?placement=account");

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task An_anonymous_call_is_401_where_cookies_would_redirect()
    {
        await using var strict = await ShopApp.StartAsync(
            builder: builder => builder.Services.AddAuthentication("cookie").AddCookie("cookie"),
            app: app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapUpsellOffers().RequireAuthorization();
            },
            maps: false
        );

        Assert.Equal(401, (await strict.As(null).GetAsync("/upsell/offers/current")).Status);
    }

    [Fact]
    public async Task Each_brand_has_its_own_offers_options_and_resolver()
    {
        var second = new DodoEmulator(new() { Settlement = PaymentSettlement.Immediate });
        await using var shop = await ShopApp.StartAsync(
            builder: builder =>
            {
                ShopApp
                    .Register(builder.Services, "second", second)
                    .AddOffers(offers => offers.Rule("course", rule => rule.At("account").Sell(DemoSeed.Course)));
                builder.Services.AddKeyedSingleton<ICustomerResolver>(
                    "second",
                    new Resolver(_ => SubjectIds.OfCustomer(DemoSeed.CustomerWithCards))
                );
            },
            app: app =>
            {
                app.MapUpsellOffers("/second", "second");
                app.MapDodoWebhooks("/webhooks/second", "second");
            }
        );
        var offer = await shop.OfferAsync();

        var found = await shop.As(ShopApp.Ben).GetAsync("/second/offers/current?placement=account");
        var foreign = await shop.As(ShopApp.Ada)
            .PostAsync($"/upsell/offers/{found["id"]}/accept", """{"disclosureId":"dsc_1"}""");
        var otherBrand = await shop.As(ShopApp.Ada)
            .PostAsync($"/second/offers/{offer.Id}/accept", """{"disclosureId":"dsc_1"}""");
        var accepted = await shop.As(ShopApp.Ben)
            .PostAsync(
                $"/second/offers/{found["id"]}/accept",
                $$"""{"disclosureId":"{{found.Json["disclosure"]!["id"]}}"}"""
            );

        Assert.Equal("course", found["textKey"]);
        Assert.Equal((404, 404), (foreign.Status, otherBrand.Status));
        Assert.Equal((200, "succeeded"), (accepted.Status, accepted["status"]));
        Assert.Single(second.Charges);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData(false, false, "AddDodoUpsells")]
    [InlineData(true, false, "AddOffers")]
    [InlineData(true, true, "AddDodoUpsellEndpoints")]
    public async Task Mapping_says_what_is_missing(bool sdk, bool offers, string advice)
    {
        var builder = WebApplication.CreateSlimBuilder();
        if (sdk)
        {
            var upsells = builder.Services.AddDodoUpsells(options =>
                (options.ApiKey, options.Environment) = ("k", DodoEnvironment.Test)
            );
            if (offers)
                upsells.AddOffers();
        }

        await using var app = builder.Build();

        var e = Assert.Throws<InvalidOperationException>(() => app.MapUpsellOffers());

        Assert.Contains(advice, e.Message, StringComparison.Ordinal);
    }

    private sealed class Resolver(Func<ClaimsPrincipal, SubjectIds?> resolve) : ICustomerResolver
    {
        public ValueTask<SubjectIds?> ResolveAsync(
            ClaimsPrincipal user,
            CancellationToken cancellationToken = default
        ) => new(resolve(user));
    }
}
