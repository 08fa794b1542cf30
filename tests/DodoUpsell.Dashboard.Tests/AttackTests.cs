using System.Net;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>What must be refused, with nothing changed.</summary>
public sealed class AttackTests
{
    private const DodoEnvironment Test = DodoEnvironment.Test;
    private const string Script = "<script>alert(1)</script>";

    public static TheoryData<string> Pages =>
        [
            "",
            "/",
            "/charges",
            "/charge?key=a",
            "/parked",
            "/delivery?id=a",
            "/settlement?id=a",
            "/explain",
            "/receipts",
            "/withdrawals",
            "/withdrawal?id=a",
            "/log",
            "?brand=other",
        ];

    public static TheoryData<string> Actions =>
        [
            "/rules/resume",
            "/delivery/replay",
            "/settlement/replay",
            "/withdrawal/close",
            "/explain",
            "/receipts/export",
            "/receipts/verify",
        ];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_the_name_of_a_policy_it_is_not_mapped(string? policy)
    {
        await using var app = App(builder => builder.Services.AddAuthorization());

        Assert.Throws<ArgumentException>(() => app.MapDodoUpsellDashboard("/back-office", policy!));
    }

    [Fact]
    public async Task Without_what_it_needs_it_is_not_mapped()
    {
        await using var unknown = App(builder => builder.Services.AddAuthorization());
        await using var without = App(_ => { });
        await using var bare = WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("which is not registered", Refusal(unknown), StringComparison.Ordinal);
        Assert.Contains("AddAuthorization", Refusal(without), StringComparison.Ordinal);
        Assert.Contains("AddDodoUpsells", Refusal(bare), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_around_it_cannot_make_it_anonymous()
    {
        await using var app = App(builder =>
            builder.Services.AddAuthorization(options =>
                options.AddPolicy("operators", policy => policy.RequireRole("operator"))
            )
        );
        app.MapGroup("/admin").AllowAnonymous().MapDodoUpsellDashboard("/back-office", "operators");

        var refused = Assert.Throws<InvalidOperationException>(() =>
            ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .ToList()
        );
        Assert.Contains("must not allow anonymous users", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_is_shown_to_others(string page)
    {
        await using var office = await BackOffice.StartAsync();
        using var anonymous = await office.SignInAsync(role: null);
        using var customer = await office.SignInAsync(role: "customer");

        using var toSignIn = await anonymous.GetAsync(page);
        using var forbidden = await customer.GetAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, toSignIn.StatusCode);
        Assert.Equal("/sign-in-page", toSignIn.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Empty(await forbidden.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task No_action_is_done_for_others_from_elsewhere_or_without_a_token(string action)
    {
        await using var office = await BackOffice.StartAsync(configure: builder =>
        {
            Seed.Offers(builder);
            builder.AddWithdrawals();
        });
        var offer = await Seed.AllAsync(office);
        await Seed.WithdrawalsAsync(office);
        var parked = (await office.Get<IChargeSettlements>().ListAsync(InboxState.Parked)).Single().Settlement.Id;
        using var anonymous = await office.SignInAsync(role: null);
        using var customer = await office.SignInAsync(role: "customer");
        using var operators = await office.SignInAsync();
        using var other = await office.SignInAsync(name: "Somebody Else");
        var token = Html.TokenOf(await operators.PageAsync("/parked"));
        var othersToken = Html.TokenOf(await other.PageAsync("/parked"));
        (string, string)[] fields =
        [
            (
                "id",
                action switch
                {
                    "/settlement/replay" => parked,
                    "/withdrawal/close" => "wdr_review",
                    _ => Seed.ParkedWebhook,
                }
            ),
            ("version", "0"),
            ("rule", Seed.TipRule),
            ("offer", offer),
            ("customer", "cus_demo_ada"),
        ];
        (string, string)[] signed = [.. fields, ("__RequestVerificationToken", token)];

        await RefusedAsync(HttpStatusCode.Redirect, anonymous.PostAsync(action, signed));
        await RefusedAsync(HttpStatusCode.Forbidden, customer.PostAsync(action, signed));
        await RefusedAsync(HttpStatusCode.BadRequest, operators.PostAsync(action, fields));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            operators.PostAsync(action, [.. fields, ("__RequestVerificationToken", "guess")])
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            operators.PostAsync(action, [.. fields, ("__RequestVerificationToken", othersToken)])
        );
        foreach (var site in new[] { "cross-site", "same-site" })
            await RefusedAsync(
                HttpStatusCode.Forbidden,
                operators.PostAsync(action, [("Sec-Fetch-Site", site)], signed)
            );
        await RefusedAsync(
            HttpStatusCode.Forbidden,
            operators.PostAsync(action, [("Origin", "https://evil.example")], signed)
        );
        await RefusedAsync(
            HttpStatusCode.Forbidden,
            operators.PostAsync(action, [("Origin", $"{office.Site.Scheme}://{office.Site.Host}:1")], signed)
        );
        await RefusedAsync(
            HttpStatusCode.RequestEntityTooLarge,
            operators.PostAsync(action, [.. signed, ("more", new string('x', 20_000))])
        );
        using (var json = new StringContent("{\"id\":\"msg_parked_1\"}", System.Text.Encoding.UTF8, "application/json"))
            await RefusedAsync(
                HttpStatusCode.UnsupportedMediaType,
                operators.Http.PostAsync(office.Prefix + action, json, TestContext.Current.CancellationToken)
            );
        if (action != "/explain")
            await RefusedAsync(
                HttpStatusCode.MethodNotAllowed,
                operators.GetAsync($"{action}?id={Seed.ParkedWebhook}")
            );

        Assert.Empty(await office.Get<IOperatorLog>().ListAsync(Test));
        Assert.Equal(InboxState.Parked, (await office.Get<IWebhookInbox>().FindAsync(Seed.ParkedWebhook))!.State);
        Assert.Equal(InboxState.Parked, (await office.Get<IChargeSettlements>().FindAsync(parked))!.State);
        Assert.Single(await office.Get<IOfferStore>().ListPausesAsync(Test));
        Assert.Equal(
            WithdrawalState.NeedsReview,
            (await office.Get<IWithdrawalStore>().FindAsync(Test, "wdr_review"))!.State
        );

        // The same request is fine from the page's own form.
        using var own = await operators.PostAsync(action, [("Sec-Fetch-Site", "same-origin")], signed);
        Assert.True((int)own.StatusCode is 200 or 303, $"{own.StatusCode}");
        Assert.Single(await office.Get<IOperatorLog>().ListAsync(Test));
    }

    [Fact]
    public async Task An_operator_without_a_name_can_look_but_do_nothing()
    {
        await using var office = await BackOffice.StartAsync(configure: Seed.Offers);
        await Seed.AllAsync(office);
        using var nameless = await office.SignInAsync(name: null);

        using var refused = await nameless.SubmitAsync("/parked", "/delivery/replay", ("id", Seed.ParkedWebhook));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(InboxState.Parked, (await office.Get<IWebhookInbox>().FindAsync(Seed.ParkedWebhook))!.State);
        Assert.Empty(await office.Get<IOperatorLog>().ListAsync(Test));
    }

    [Theory]
    [InlineData("", "/back-office")]
    [InlineData("/shop", "/back-office")]
    [InlineData("/shöp", "/admin/{tenant}/back-office")]
    public async Task Behind_a_path_base_and_a_prefix_all_links_stay_inside_and_the_policy_holds(
        string pathBase,
        string prefix
    )
    {
        await using var office = await BackOffice.StartAsync(pathBase, prefix, configure: Seed.Offers);
        await Seed.AllAsync(office);
        var path = (pathBase + prefix).Replace("{tenant}", "a b", StringComparison.Ordinal);
        var escaped = new Uri(office.Site, path).AbsolutePath;
        using var operators = await office.SignInAsync();
        using var customer = await office.SignInAsync(role: "customer");

        foreach (var page in new[] { "", "/", "/charges", "/parked", "/log" })
        {
            using var response = await operators.Http.GetAsync(path + page, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var links = System
                .Text.RegularExpressions.Regex.Matches(html, "(?:href|action)=\"([^\"#]+)\"")
                .Select(m => m.Groups[1].Value)
                .ToList();
            Assert.True(links.Count > 6);
            Assert.All(links, link => Assert.StartsWith(escaped, link, StringComparison.OrdinalIgnoreCase));
            foreach (
                var link in links
                    .Distinct()
                    .Where(link => !html.Contains($"action=\"{link}\"", StringComparison.Ordinal))
                    .Take(12)
            )
            {
                using var followed = await operators.Http.GetAsync(
                    WebUtility.HtmlDecode(link),
                    TestContext.Current.CancellationToken
                );
                Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
            }

            using var forbidden = await customer.Http.GetAsync(path + page, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        var token = Html.TokenOf(
            await operators.Http.GetStringAsync(path + "/parked", TestContext.Current.CancellationToken)
        );
        using var form = new FormUrlEncodedContent([
            new("id", Seed.ParkedWebhook),
            new("__RequestVerificationToken", token),
        ]);
        using var replayed = await operators.Http.PostAsync(
            path + "/delivery/replay",
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.SeeOther, replayed.StatusCode);
        Assert.StartsWith(
            $"{escaped}/delivery?id=",
            replayed.Headers.Location!.OriginalString,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Script_in_names_errors_bodies_and_keys_is_text()
    {
        await using var office = await BackOffice.StartAsync(configure: Seed.Offers);
        await Seed.AllAsync(office);
        var ledger = office.Get<IChargeLedger>();
        var charge = new ChargeRecord
        {
            Environment = Test,
            Key = Script,
            Fingerprint = "0F",
            Flow = Script,
            CustomerId = Script,
            State = ChargeState.Sending,
            ClaimedAt = office.Now,
        };
        await ledger.ClaimAsync(charge);
        await ledger.TryUpdateAsync(
            charge with
            {
                Version = 1,
                DeclineCode = Script,
                CheckoutSessionId = Script,
                Attempts =
                [
                    new()
                    {
                        Id = Script,
                        StartedAt = office.Now,
                        PaymentId = Script,
                        Status = Script,
                        ErrorCode = Script,
                    },
                ],
                Refusal = new(ChargeRefusalReason.RefusedByApi, new DodoErrorCode(Script), Script),
            },
            new ChargeSettlement
            {
                Id = Script,
                Kind = ChargeSettlementKind.Refund,
                Charge = charge,
                OccurredAt = office.Now.AddHours(-1),
                SourceId = Script,
            }
        );
        await Seed.ParkAsync(
            office,
            Script,
            Script,
            Script,
            $$"""{"data":{"customer":{"name":"{{Script}}"}, "metadata":{"dodoupsell_key":"{{Script}}"} } }""",
            Script
        );
        await Seed.ParkAsync(office, "broken", "x", "y", $"</pre>{Script}", Script);
        var store = office.Get<IOfferStore>();
        var real = (await store.FindAsync(Test, "ofr_old_1"))!;
        await store.AddAsync(
            real with
            {
                Id = "ofr_script",
                RuleId = Script,
                Variant = Script,
                SubjectId = "customer:cus_script",
                CustomerId = "cus_script",
                MadeAt = office.Now,
            }
        );
        await store.PauseAsync(
            new OfferPause
            {
                Environment = Test,
                RuleId = Script,
                Reason = OfferPauseReason.Errors,
                Count = 1,
                Of = 2,
                PausedAt = office.Now,
            }
        );
        await store.AssignAsync(
            new OfferAssignment
            {
                Environment = Test,
                ExperimentKey = Script,
                SubjectId = "customer:cus_script",
                Variant = Script,
                AssignedAt = office.Now,
            }
        );
        using var operators = await office.SignInAsync(name: Script);
        var key = Uri.EscapeDataString(Script);

        string[] pages =
        [
            "",
            "/charges",
            $"/charge?key={key}",
            "/parked",
            $"/delivery?id={key}",
            "/delivery?id=broken",
            $"/settlement?id={key}",
            "/log",
        ];
        using (
            var explained = await operators.SubmitAsync(
                "/explain",
                "/explain",
                ("customer", "cus_script"),
                ("payment", Script)
            )
        )
            AssertText(await explained.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using (var replayed = await operators.SubmitAsync("/parked", "/delivery/replay", ("id", Script)))
            Assert.Equal(HttpStatusCode.SeeOther, replayed.StatusCode);
        foreach (var page in pages)
            AssertText(await operators.PageAsync(page));
        AssertText(await operators.PageAsync($"/receipts?offer={key}", HttpStatusCode.NotFound));
        AssertText(
            await operators.PageAsync($"?from={key}&to={key}&brand={key}", HttpStatusCode.NotFound),
            hasScript: false
        );

        static void AssertText(string page, bool hasScript = true)
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            if (hasScript)
                Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_other_site_can_frame_store_or_run_anything_in_a_page(string page)
    {
        await using var office = await BackOffice.StartAsync();
        using var operators = await office.SignInAsync();

        using var response = await operators.GetAsync(page);

        string Header(string name) =>
            string.Join('|', response.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            Header("Content-Security-Policy")
        );
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("(?i)<script| style=| on[a-z]+=\"|javascript:|http://|https://", html);
    }

    [Fact]
    public async Task The_style_is_protected_too_and_may_be_kept_by_its_reader()
    {
        await using var office = await BackOffice.StartAsync();
        using var operators = await office.SignInAsync();
        using var anonymous = await office.SignInAsync(role: null);
        var address = System
            .Text.RegularExpressions.Regex.Match(await operators.PageAsync(""), "href=\"([^\"]+\\.css)\"")
            .Groups[1]
            .Value;

        using var style = await operators.Http.GetAsync(address, TestContext.Current.CancellationToken);
        using var refused = await anonymous.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", style.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Fact]
    public async Task Brands_are_apart_and_one_that_does_not_exist_is_not_found()
    {
        await using var office = await BackOffice.StartAsync(
            brands: (services, emulator) =>
            {
                foreach (var brand in new[] { "shoes", "books & more" })
                    services
                        .AddDodoUpsells(brand, BackOffice.Options)
                        .HttpClient.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
            }
        );
        await office
            .Get<IChargeLedger>("books & more")
            .ClaimAsync(
                new ChargeRecord
                {
                    Environment = Test,
                    Key = "a-book",
                    Fingerprint = "0F",
                    Flow = "upsell",
                    CustomerId = "cus_1",
                    State = ChargeState.Sending,
                    ClaimedAt = office.Now,
                }
            );
        await Seed.ParkAsync(office, "msg_1", "payment.succeeded", "payment:pay_1", "{}", "It failed.", "shoes");
        using var operators = await office.SignInAsync();

        var books = await operators.PageAsync("/charges?brand=books%20%26%20more");

        Assert.Contains("a-book", books, StringComparison.Ordinal);
        Assert.Contains("charge?key=a-book&amp;brand=books%20%26%20more", books, StringComparison.Ordinal);
        Assert.DoesNotContain("a-book", await operators.PageAsync("/charges"), StringComparison.Ordinal);
        Assert.DoesNotContain("a-book", await operators.PageAsync("/charges?brand=shoes"), StringComparison.Ordinal);
        await operators.PageAsync("/charge?key=a-book&brand=shoes", HttpStatusCode.NotFound);
        await operators.PageAsync("/charge?key=a-book&brand=books%20%26%20more");
        foreach (var unknown in new[] { "?brand=hats", "?brand=", "?brand=Shoes", "?brand=shoes&brand=shoes" })
        {
            var page = await operators.PageAsync("/charges" + unknown, HttpStatusCode.NotFound);
            Assert.Contains("There is no such brand.", page, StringComparison.Ordinal);
            using var action = await operators.SubmitAsync("/parked", "/delivery/replay" + unknown, ("id", "msg_1"));
            Assert.Equal(HttpStatusCode.NotFound, action.StatusCode);
        }

        // The webhook of one brand is not there for the other one.
        using var foreign = await operators.SubmitAsync(
            "/parked",
            "/delivery/replay?brand=books%20%26%20more",
            ("id", "msg_1")
        );
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(InboxState.Parked, (await office.Get<IWebhookInbox>("shoes").FindAsync("msg_1"))!.State);
        Assert.Empty(await office.Get<IOperatorLog>("shoes").ListAsync(Test));
        using var own = await operators.SubmitAsync("/parked", "/delivery/replay?brand=shoes", ("id", "msg_1"));
        Assert.EndsWith("&brand=shoes", own.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Single(await office.Get<IOperatorLog>("shoes").ListAsync(Test));
        Assert.Empty(await office.Get<IOperatorLog>("books & more").ListAsync(Test));
    }

    private static async Task RefusedAsync(HttpStatusCode expected, Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.Equal(expected, response.StatusCode);
    }

    private static string Refusal(WebApplication app) =>
        Assert.Throws<InvalidOperationException>(() => app.MapDodoUpsellDashboard("/back-office", "operators")).Message;

    private static WebApplication App(Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDodoUpsells(BackOffice.Options);
        builder.Services.AddDodoUpsellDashboard();
        configure(builder);
        return builder.Build();
    }
}
