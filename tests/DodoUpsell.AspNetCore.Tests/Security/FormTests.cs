using System.Text.RegularExpressions;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Security;

/// <summary>Pages without script: forms with a token, answered with the next page.</summary>
public sealed partial class FormTests
{
    private static readonly string Quotes = $"/upsell/subscriptions/{DemoSeed.BasicSubscription}/quotes";

    [Fact]
    public async Task A_form_accepts_once_and_leads_to_the_configured_page()
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);

        var accepted = await page.PostAsync("accept", ("disclosureId", page.DisclosureId));
        var again = await page.PostAsync("accept", ("disclosureId", page.DisclosureId));

        Assert.Equal((303, $"/thanks/{page.OfferId}"), (accepted.Status, accepted.Headers["Location"]));
        Assert.Equal((303, $"/thanks/{page.OfferId}"), (again.Status, again.Headers["Location"]));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_form_declines_and_leads_to_the_page_that_shows_the_downsell()
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);

        var declined = await page.PostAsync("decline");
        var next = await PageAsync(shop, ShopApp.Ada, current: true);

        Assert.Equal((303, "/offer"), (declined.Status, declined.Headers["Location"]));
        Assert.NotEqual(page.OfferId, next.OfferId);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_form_quotes_and_confirms_a_plan_change()
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);

        var quoted = await page.PostToAsync(Quotes, ("productId", DemoSeed.ProPlan), ("quantity", ""));
        var quoteId = quoted.Headers["Location"].Split('/')[^1];
        var quote = await shop
            .Services.GetRequiredService<IPlanChangeQuotes>()
            .FindAsync(SubjectIds.OfUser(ShopApp.Ada), quoteId);
        var confirmed = await page.PostToAsync($"/upsell/quotes/{quoteId}/confirm");

        Assert.Equal(303, quoted.Status);
        Assert.Equal(DemoSeed.ProPlan, quote!.To!.ProductId);
        Assert.Equal((303, "/account"), (confirmed.Status, confirmed.Headers["Location"]));
        Assert.Equal(DemoSeed.ProPlan, (await shop.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription)).ProductId);
    }

    [Fact]
    public async Task The_token_of_another_user_or_without_its_cookie_is_refused()
    {
        await using var shop = await StartAsync();
        var adas = await PageAsync(shop, ShopApp.Ada);
        var bens = await PageAsync(shop, ShopApp.Ben);
        var state = await shop.StateAsync();

        Answer[] answers =
        [
            await (adas with { Token = bens.Token, Cookie = bens.Cookie }).PostAsync(
                "accept",
                ("disclosureId", adas.DisclosureId)
            ),
            await (adas with { Cookie = "" }).PostAsync("accept", ("disclosureId", adas.DisclosureId)),
            await (adas with { Token = "" }).PostAsync("accept", ("disclosureId", adas.DisclosureId)),
        ];

        Assert.All(answers, answer => Assert.Equal((400, "antiforgery_token_invalid"), (answer.Status, answer.Code)));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_even_with_a_token()
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);
        var state = await shop.StateAsync();

        var answer = await (page with { Site = "cross-site" }).PostAsync("accept", ("disclosureId", page.DisclosureId));

        Assert.Equal((403, "cross_site_request"), (answer.Status, answer.Code));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task An_older_browser_that_hides_its_origin_may_send_a_form_with_a_token()
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);

        var answer = await (page with { Site = null, Origin = "null" }).PostAsync(
            "accept",
            ("disclosureId", page.DisclosureId)
        );

        Assert.Equal(303, answer.Status);
    }

    [Fact]
    public async Task JSON_from_a_client_that_says_no_origin_needs_a_token_of_either_kind()
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);
        var client = shop.As(ShopApp.Ada) with { Site = null };
        var body = $$"""{"disclosureId":"{{page.DisclosureId}}"}""";

        var without = await client.PostAsync($"/upsell/offers/{page.OfferId}/accept", body);
        var basic = await (client with { Headers = Header("Authorization", "Basic YTpi") }).PostAsync(
            $"/upsell/offers/{page.OfferId}/accept",
            body
        );
        var antiforgery = await (
            client with
            {
                Headers = new Dictionary<string, string>
                {
                    ["RequestVerificationToken"] = page.Token,
                    ["Cookie"] = page.Cookie,
                },
            }
        ).PostAsync($"/upsell/offers/{page.OfferId}/accept", body);
        var bearer = await (client with { Headers = Header("Authorization", "Bearer abc") }).PostAsync(
            $"/upsell/offers/{page.OfferId}/accept",
            body
        );

        Assert.Equal((403, 403), (without.Status, basic.Status));
        Assert.Equal((200, 200), (antiforgery.Status, bearer.Status));
        Assert.Single(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData("returnUrl", "https://evil.example/")]
    [InlineData("return_url", "//evil.example/")]
    [InlineData("next", "/\\evil.example")]
    [InlineData("ReturnUrl", "/x%0d%0aSet-Cookie:a=b")]
    [InlineData("redirect", "javascript:alert(1)")]
    public async Task An_address_in_the_request_leads_nowhere(string name, string value)
    {
        await using var shop = await StartAsync();
        var page = await PageAsync(shop, ShopApp.Ada);

        var answer = await page.PostToAsync(
            $"/upsell/offers/{page.OfferId}/accept?{name}={value}",
            ("disclosureId", page.DisclosureId),
            (name, value)
        );

        Assert.Equal((303, $"/thanks/{page.OfferId}"), (answer.Status, answer.Headers["Location"]));
        Assert.False(answer.Headers.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public async Task A_checkout_page_gets_the_configured_return_address_whatever_host_the_request_names()
    {
        await using var shop = await StartAsync(options => options.PublicOrigin = "https://shop.example");
        await shop.Offers.LinkAsync("user-cleo", DemoSeed.CustomerWithoutCard);
        var page = await PageAsync(shop, "user-cleo");

        var answer = await (page with { Host = "evil.example" }).PostAsync(
            "accept",
            ("disclosureId", page.DisclosureId)
        );

        Assert.Equal(303, answer.Status);
        var location = new Uri(answer.Headers["Location"]);
        Assert.Equal(DodoEmulator.InProcessAddress.Host, location.Host);
        using var checkout = new HttpClient(shop.Emulator.CreateHandler());
        var html = await checkout.GetStringAsync(location);
        Assert.DoesNotContain("evil.example", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("thanks")]
    [InlineData("/thanks\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task A_configured_path_must_be_the_apps_own(string path)
    {
        var e = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            StartAsync(options => options.OfferAcceptedPath = path)
        );

        Assert.Contains(nameof(DodoUpsellEndpointOptions.OfferAcceptedPath), e.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Header(string name, string value) =>
        new Dictionary<string, string> { [name] = value };

    private static Task<ShopApp> StartAsync(Action<DodoUpsellEndpointOptions>? configure = null) =>
        ShopApp.StartAsync(
            options =>
            {
                options.OfferAcceptedPath = "/thanks/{id}";
                options.OfferDeclinedPath = "/offer";
                options.QuotePath = "/account/quotes/{id}";
                options.QuoteConfirmedPath = "/account";
                configure?.Invoke(options);
            },
            app: app =>
                app.MapGet(
                    "/page",
                    async (HttpContext http, IOfferFlow offers, bool? current) =>
                    {
                        var subject = SubjectIds.OfUser(
                            http.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value
                        );
                        var offer =
                            current == true
                                ? await offers.FindOpenAsync(subject)
                                : (await offers.FindOfferAsync(subject, "account")).Offer;
                        return $"{offer!.Id}\n{DodoUpsellForms.AcceptFields(http, offer)}";
                    }
                )
        );

    private static async Task<Page> PageAsync(ShopApp shop, string user, bool current = false)
    {
        var html = await shop.As(user).GetAsync($"/page?current={current}");
        var fields = Hidden()
            .Matches(html.Body)
            .ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value);
        return new(
            shop,
            user,
            html.Body.Split('\n')[0],
            fields["disclosureId"],
            fields["__RequestVerificationToken"],
            html.Headers["Set-Cookie"].Split(';')[0]
        );
    }

    private sealed record Page(
        ShopApp Shop,
        string User,
        string OfferId,
        string DisclosureId,
        string Token,
        string Cookie
    )
    {
        public string? Site { get; init; } = "same-origin";

        public string? Origin { get; init; }

        public string? Host { get; init; }

        public Task<Answer> PostAsync(string action, params (string, string)[] fields) =>
            PostToAsync($"/upsell/offers/{OfferId}/{action}", fields);

        public Task<Answer> PostToAsync(string path, params (string, string)[] fields)
        {
            var headers = new Dictionary<string, string>();
            if (Cookie.Length > 0)
                headers["Cookie"] = Cookie;
            if (Host is not null)
            {
                headers["Host"] = Host;
                headers["X-Forwarded-Host"] = Host;
            }

            return (Shop.As(User) with { Site = Site, Origin = Origin, Headers = headers }).PostFormAsync(
                path,
                Token.Length > 0 ? [.. fields, ("__RequestVerificationToken", Token)] : fields
            );
        }
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]+)">""")]
    private static partial Regex Hidden();
}
