using System.Globalization;
using DodoUpsell.AspNetCore.Security;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests;

/// <summary>What an app adds to the endpoints, and what they tell about themselves.</summary>
public sealed class ConventionTests
{
    [Fact]
    public async Task A_limit_of_the_app_answers_with_429()
    {
        await using var shop = await ShopApp.StartAsync(
            maps: false,
            builder: builder =>
                builder.Services.AddRateLimiter(options =>
                {
                    options.RejectionStatusCode = 429;
                    options.AddFixedWindowLimiter(
                        "two",
                        limit => (limit.PermitLimit, limit.Window) = (2, TimeSpan.FromHours(1))
                    );
                }),
            app: app =>
            {
                app.UseRateLimiter();
                app.MapUpsellOffers().RequireRateLimiting("two");
            }
        );
        var offer = await shop.OfferAsync();
        var ada = shop.As(ShopApp.Ada);

        Assert.Equal(200, (await ada.GetAsync("/upsell/offers/current")).Status);
        Assert.Equal(200, (await ada.GetAsync("/upsell/offers/current")).Status);
        Assert.Equal(429, (await ada.AcceptAsync(offer)).Status);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Conventions_of_the_group_reach_every_endpoint()
    {
        await using var shop = await ShopApp.StartAsync(
            maps: false,
            app: app => app.MapUpsellOffers("/deep/{tenant}").RequireHost("shop.example")
        );

        Assert.Equal(404, (await shop.As(ShopApp.Ada).GetAsync("/deep/x/offers/current")).Status);
    }

    [Fact]
    public void Behind_a_path_base_a_form_stays_in_the_same_app()
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host, request.PathBase) = ("https", new("internal:8080"), "/shop");

        Assert.Equal("/shop/thanks/ofr_1", OwnPath.Of(request, "/thanks/{id}", "ofr_1"));
        Assert.Equal(
            "https://shop.example/shop/thanks/ofr_1",
            OwnPath.Absolute(request, "https://shop.example", "/thanks/{id}", "ofr_1")
        );
    }

    [Theory]
    [InlineData("evil.example/path")]
    [InlineData("evil.example@shop.example")]
    [InlineData("")]
    public void A_host_that_is_none_makes_no_address(string host)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("https", new(host));

        Assert.Null(OwnPath.Absolute(request, null, "/thanks", "ofr_1"));
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("https://shop.example/", false)]
    [InlineData("https://shop.example\r\nX: y", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//shop.example", false)]
    public void An_origin_is_a_scheme_and_a_host(string text, bool isOrigin) =>
        Assert.Equal(isOrigin, OwnPath.IsOrigin(text));

    [Fact]
    public async Task Every_endpoint_describes_itself()
    {
        await using var shop = await ShopApp.StartAsync();
        var endpoints = shop
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/upsell", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(6, endpoints.Count);
        Assert.All(
            endpoints,
            endpoint =>
            {
                Assert.NotNull(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>());
                Assert.NotNull(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>());
                Assert.NotEmpty(endpoint.Metadata.GetMetadata<ITagsMetadata>()!.Tags);
                var statuses = endpoint
                    .Metadata.OfType<IProducesResponseTypeMetadata>()
                    .Select(produces => produces.StatusCode)
                    .ToList();
                Assert.Contains(401, statuses);
                Assert.Contains(200, statuses);
                if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST"))
                {
                    Assert.Empty(new[] { 400, 403, 404, 413, 415 }.Except(statuses));
                    Assert.NotNull(endpoint.Metadata.GetMetadata<IAcceptsMetadata>());
                }
            }
        );
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("xx-evil, *;q=0, ../../etc", "en")]
    [InlineData("en-US", "en")]
    public async Task The_culture_is_the_one_that_the_app_supports(string accepted, string culture)
    {
        await using var shop = await ShopApp.StartAsync(
            builder: builder => builder.Services.AddLocalization(),
            dodo: dodo => dodo.Services.Configure<DodoUpsellOptions>(Cultures),
            app: app =>
                app.UseRequestLocalization(options =>
                    options.SetDefaultCulture("en").AddSupportedCultures("en", "de").AddSupportedUICultures("en", "de")
                )
        );
        var ada = shop.As(ShopApp.Ada) with
        {
            Headers = new Dictionary<string, string> { ["Accept-Language"] = accepted },
        };

        var offer = await ada.GetAsync("/upsell/offers/current?placement=account");

        Assert.StartsWith(culture, offer.Json["disclosure"]!["culture"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_request_localization_the_header_is_not_read()
    {
        await using var shop = await ShopApp.StartAsync(dodo: dodo =>
            dodo.Services.Configure<DodoUpsellOptions>(Cultures)
        );
        var ada = shop.As(ShopApp.Ada) with { Headers = new Dictionary<string, string> { ["Accept-Language"] = "de" } };

        var offer = await ada.GetAsync("/upsell/offers/current?placement=account");

        Assert.DoesNotContain("zahlungspflichtig", offer.Body, StringComparison.Ordinal);
    }

    private static void Cultures(DodoUpsellOptions options)
    {
        options.Offers.Cultures.Add("en");
        options.Offers.Cultures.Add("de");
    }

    [Theory]
    [InlineData("?placement=")]
    [InlineData("?placement=%20")]
    [InlineData("?placement=a%00b")]
    public async Task A_placement_that_is_no_name_is_refused(string query)
    {
        await using var shop = await ShopApp.StartAsync();

        Assert.Equal(400, (await shop.As(ShopApp.Ada).GetAsync($"/upsell/offers/current{query}")).Status);
    }

    [Fact]
    public async Task An_unknown_placement_has_no_offer()
    {
        await using var shop = await ShopApp.StartAsync();

        Assert.Equal(204, (await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current?placement=nowhere")).Status);
    }
}
