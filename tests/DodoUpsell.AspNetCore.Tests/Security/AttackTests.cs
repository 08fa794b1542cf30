using System.Text;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;

namespace DodoUpsell.AspNetCore.Tests.Security;

/// <summary>Each attack is refused, and neither money nor an offer nor a subscription has changed.</summary>
public sealed class AttackTests
{
    private static readonly string Quotes = $"/upsell/subscriptions/{DemoSeed.BasicSubscription}/quotes";

    private const string ToPro = $$"""{"productId":"{{DemoSeed.ProPlan}}"}""";

    [Fact]
    public async Task Without_a_sign_in_everything_is_401_and_no_redirect()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();
        var nobody = shop.As(null);

        Answer[] answers =
        [
            await nobody.GetAsync("/upsell/offers/current"),
            await nobody.GetAsync("/upsell/offers/current?placement=account"),
            await nobody.GetAsync($"/upsell/offers/{offer.Id}/outcome"),
            await nobody.AcceptAsync(offer),
            await nobody.PostAsync($"/upsell/offers/{offer.Id}/decline"),
            await nobody.PostAsync(Quotes, ToPro),
            await nobody.PostAsync("/upsell/quotes/any/confirm"),
            await nobody.PostFormAsync($"/upsell/offers/{offer.Id}/accept", ("disclosureId", offer.Disclosure.Id)),
        ];

        Assert.All(answers, answer => Assert.Equal((401, "not_signed_in"), (answer.Status, answer.Code)));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task What_is_anothers_looks_like_what_does_not_exist()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var accepted = await shop.As(ShopApp.Ada).AcceptAsync(offer);
        var quote = await shop.As(ShopApp.Ada).PostAsync(Quotes, ToPro);
        Assert.Equal((200, 200), (accepted.Status, quote.Status));
        var state = await shop.StateAsync();
        var requests = shop.Emulator.Charges.Count;
        var ben = shop.As(ShopApp.Ben);

        (Answer Foreign, Answer Unknown)[] pairs =
        [
            (await ben.AcceptAsync(offer), await ben.AcceptAsync(offer with { Id = "ofr_unknown" })),
            (
                await ben.PostAsync($"/upsell/offers/{offer.Id}/decline"),
                await ben.PostAsync("/upsell/offers/ofr_unknown/decline")
            ),
            (
                await ben.GetAsync($"/upsell/offers/{offer.Id}/outcome"),
                await ben.GetAsync("/upsell/offers/ofr_unknown/outcome")
            ),
            (
                await ben.PostAsync(Quotes, ToPro),
                await ben.PostAsync("/upsell/subscriptions/sub_unknown/quotes", ToPro)
            ),
            (
                await ben.PostAsync($"/upsell/quotes/{quote["id"]}/confirm"),
                await ben.PostAsync("/upsell/quotes/00000000/confirm")
            ),
        ];

        Assert.All(
            pairs,
            pair =>
            {
                Assert.Equal(404, pair.Foreign.Status);
                Assert.Equal(pair.Unknown.Body, pair.Foreign.Body);
            }
        );
        Assert.Equal(state, await shop.StateAsync());
        Assert.Equal(requests, shop.Emulator.Charges.Count);
    }

    [Theory]
    [InlineData("%2e%2e%2fadmin")]
    [InlineData("ofr_1%00")]
    [InlineData("ofr_1%0d%0aX-Evil:1")]
    [InlineData("ofr_1'%20OR%20'1'='1")]
    [InlineData("%20")]
    [InlineData("<script>")]
    public async Task Guessed_ids_are_404(string id)
    {
        await using var shop = await ShopApp.StartAsync();
        await shop.OfferAsync();
        var state = await shop.StateAsync();
        var ada = shop.As(ShopApp.Ada);

        Answer[] answers =
        [
            await ada.PostAsync($"/upsell/offers/{id}/accept", """{"disclosureId":"dsc_1"}"""),
            await ada.PostAsync($"/upsell/offers/{id}/decline"),
            await ada.GetAsync($"/upsell/offers/{id}/outcome"),
            await ada.PostAsync($"/upsell/subscriptions/{id}/quotes", ToPro),
            await ada.PostAsync($"/upsell/quotes/{id}/confirm"),
        ];

        // Kestrel itself refuses U+0000.
        Assert.All(answers, answer => Assert.Equal(id.Contains("%00") ? 400 : 404, answer.Status));
        Assert.All(answers, answer => Assert.True(answer.Body.Length == 0 || answer.Code == "not_found"));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Theory]
    [InlineData("cross-site", "https://evil.example")]
    [InlineData("cross-site", null)]
    [InlineData("same-site", "https://other.shop.example")]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    [InlineData("cross-site", "own")]
    public async Task A_fetch_of_another_site_is_refused(string? site, string? origin)
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var quote = await shop.As(ShopApp.Ada).PostAsync(Quotes, ToPro);
        var state = await shop.StateAsync();
        var evil = shop.As(ShopApp.Ada) with
        {
            Site = site,
            Origin = origin == "own" ? shop.Address.GetLeftPart(UriPartial.Authority) : origin,
        };

        Answer[] answers =
        [
            await evil.AcceptAsync(offer),
            await evil.PostAsync($"/upsell/offers/{offer.Id}/decline"),
            await evil.PostAsync(Quotes, ToPro),
            await evil.PostAsync($"/upsell/quotes/{quote["id"]}/confirm"),
        ];

        Assert.All(answers, answer => Assert.Equal((403, "cross_site_request"), (answer.Status, answer.Code)));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; a=\"application/json\"")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/xml")]
    public async Task What_is_neither_JSON_nor_a_form_is_415(string type)
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();

        var answer = await shop.As(ShopApp.Ada)
            .PostAsync($"/upsell/offers/{offer.Id}/accept", $$"""{"disclosureId":"{{offer.Disclosure.Id}}"}""", type);

        Assert.Equal(415, answer.Status);
        Assert.Equal(state, await shop.StateAsync());
    }

    [Theory]
    [InlineData("same-origin", null)]
    [InlineData("cross-site", "https://evil.example")]
    [InlineData("cross-site", null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task A_form_without_the_token_is_refused_wherever_it_comes_from(string? site, string? origin)
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();
        var form = shop.As(ShopApp.Ada) with { Site = site, Origin = origin };

        Answer[] answers =
        [
            await form.PostFormAsync($"/upsell/offers/{offer.Id}/accept", ("disclosureId", offer.Disclosure.Id)),
            await form.PostFormAsync(
                $"/upsell/offers/{offer.Id}/accept",
                ("disclosureId", offer.Disclosure.Id),
                ("__RequestVerificationToken", "forged")
            ),
            await form.PostFormAsync($"/upsell/offers/{offer.Id}/decline"),
            await form.PostFormAsync(Quotes, ("productId", DemoSeed.ProPlan)),
        ];

        Assert.All(answers, answer => Assert.True(answer.Status is 400 or 403, answer.ToString()));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task A_customer_id_in_a_body_query_or_header_names_nobody()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();
        const string Ada = DemoSeed.CustomerWithCards;
        var ben = shop.As(ShopApp.Ben) with
        {
            Headers = new Dictionary<string, string>
            {
                ["X-Customer-Id"] = Ada,
                ["customerId"] = Ada,
                ["X-User-Id"] = ShopApp.Ada,
            },
        };
        var body = $$"""
            {"disclosureId":"{{offer.Disclosure.Id}}","customerId":"{{Ada}}","customer_id":"{{Ada}}",
             "userId":"{{ShopApp.Ada}}","subject":{"userId":"user-ada"} }
            """;

        Answer[] answers =
        [
            await ben.PostAsync($"/upsell/offers/{offer.Id}/accept?customerId={Ada}&userId={ShopApp.Ada}", body),
            await ben.PostAsync($"/upsell/offers/{offer.Id}/decline?customerId={Ada}", body),
            await ben.GetAsync($"/upsell/offers/{offer.Id}/outcome?customerId={Ada}&userId={ShopApp.Ada}"),
            await ben.PostAsync(
                $"{Quotes}?customerId={Ada}",
                $$"""{"customerId":"{{Ada}}","productId":"{{DemoSeed.ProPlan}}"}"""
            ),
        ];
        var current = await ben.GetAsync($"/upsell/offers/current?customerId={Ada}&userId={ShopApp.Ada}");

        Assert.All(answers, answer => Assert.Equal((404, "not_found"), (answer.Status, answer.Code)));
        Assert.Equal(204, current.Status);
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task The_disclosure_of_another_offer_accepts_nothing()
    {
        await using var shop = await ShopApp.StartAsync();
        var adas = await shop.OfferAsync();
        var bens = await shop.OfferAsync(ShopApp.Ben);
        var state = await shop.StateAsync();

        var answer = await shop.As(ShopApp.Ada).AcceptAsync(adas, bens.Disclosure.Id);

        Assert.Equal((409, "changed"), (answer.Status, answer["status"]));
        Assert.Equal(state, await shop.StateAsync());
    }

    public static TheoryData<string, int> BadBodies() =>
        new()
        {
            { "", 400 },
            { "null", 400 },
            { "[]", 400 },
            { "\"text\"", 400 },
            { "{", 400 },
            { "{}", 400 },
            { """{"disclosureId":null}""", 400 },
            { """{"disclosureId":7}""", 400 },
            { """{"disclosureId":["DISCLOSURE"]}""", 400 },
            { """{"disclosureId":"DISCLOSURE"} {}""", 400 },
            { """{"disclosureId":"DISCLOSURE","acceptedBy":"nobody"}""", 400 },
            { $$"""{"disclosureId":"{{new string('x', 300)}}"}""", 400 },
            { $$"""{"deep":{{Deep(40)}},"disclosureId":"DISCLOSURE"}""", 400 },
            { $$"""{"deep":{{Deep(2000)}},"disclosureId":"DISCLOSURE"}""", 400 },
            { $$"""{"pad":"{{new string('x', 5000)}}","disclosureId":"DISCLOSURE"}""", 413 },
            { new string('[', 100_000), 413 },
        };

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Oversized_deep_and_broken_JSON_is_refused(string body, int status)
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();

        var answer = await shop.As(ShopApp.Ada)
            .PostAsync(
                $"/upsell/offers/{offer.Id}/accept",
                body.Replace("DISCLOSURE", offer.Disclosure.Id, StringComparison.Ordinal)
            );

        Assert.Equal(status, answer.Status);
        Assert.Contains(answer.Code, (string[])["invalid_request", "body_too_large"]);
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task A_body_without_a_length_is_read_up_to_the_limit()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var state = await shop.StateAsync();
        using var endless = new StreamContent(new Endless());
        endless.Headers.ContentType = new("application/json");

        var answer = await shop.As(ShopApp.Ada)
            .SendAsync(new(HttpMethod.Post, $"/upsell/offers/{offer.Id}/accept") { Content = endless });

        Assert.Equal((413, "body_too_large"), (answer.Status, answer.Code));
        Assert.Equal(state, await shop.StateAsync());
    }

    [Fact]
    public async Task Members_that_are_repeated_or_unknown_do_no_harm()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        var id = offer.Disclosure.Id;

        var answer = await shop.As(ShopApp.Ada)
            .PostAsync(
                $"/upsell/offers/{offer.Id}/accept",
                $$"""{"disclosureId":"{{id}}","amount":1,"price":{"minorUnits":1},"disclosureId":"{{id}}"}"""
            );

        Assert.Equal((200, "succeeded"), (answer.Status, answer["status"]));
        Assert.Equal(1900, Assert.Single(shop.Emulator.Charges).Amount);
    }

    [Fact]
    public async Task A_script_in_a_name_stays_text()
    {
        const string Script = "</script><script>alert('x')</script>";
        await using var shop = await ShopApp.StartAsync(offers: offers =>
            offers.Rule("ebook", rule => rule.At("account").Sell(DemoSeed.Ebook))
        );
        shop.Emulator.PutProduct(DemoSeed.Ebook, new() { ["name"] = Script });
        shop.Emulator.PutProduct(
            DemoSeed.ProPlan,
            new()
            {
                ["name"] = Script,
                ["price"] = new System.Text.Json.Nodes.JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 8000,
                    ["currency"] = "USD",
                },
            }
        );
        var ada = shop.As(ShopApp.Ada);

        Answer[] answers =
        [
            await ada.GetAsync("/upsell/offers/current?placement=account"),
            await ada.PostAsync(Quotes, ToPro),
        ];

        Assert.All(
            answers,
            answer =>
            {
                Assert.Equal(200, answer.Status);
                Assert.StartsWith("application/json", answer.Headers["Content-Type"], StringComparison.Ordinal);
                Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
                Assert.DoesNotContain('<', answer.Body);
                Assert.Contains("\\u003C/script\\u003E", answer.Body, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Personal_responses_are_not_stored_or_framed()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();

        Answer[] answers =
        [
            await shop.As(ShopApp.Ada).GetAsync("/upsell/offers/current"),
            await shop.As(ShopApp.Ada).AcceptAsync(offer),
            await shop.As(ShopApp.Ben).AcceptAsync(offer),
            await shop.As(null).GetAsync("/upsell/offers/current"),
        ];

        Assert.All(
            answers,
            answer =>
            {
                Assert.Equal("no-store", answer.Headers["Cache-Control"]);
                Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
                Assert.Contains(
                    "frame-ancestors 'none'",
                    answer.Headers["Content-Security-Policy"],
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public async Task Nothing_about_people_or_secrets_is_logged()
    {
        await using var shop = await ShopApp.StartAsync();
        var offer = await shop.OfferAsync();
        await shop.As(ShopApp.Ada).AcceptAsync(offer);
        await shop.As(ShopApp.Ben).AcceptAsync(offer);

        var text = string.Join(
            '\n',
            shop.Log.Lines.Where(line => line.Id is >= 1000 and < 3000).Select(line => line.Text)
        );
        Assert.DoesNotContain(ShopApp.Ada, text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.Disclosure.Id, text, StringComparison.Ordinal);
    }

    private sealed class Endless : Stream
    {
        private long _left = 100_000;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            Encoding.ASCII.GetBytes(new string(' ', read)).CopyTo(buffer, offset);
            _left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
