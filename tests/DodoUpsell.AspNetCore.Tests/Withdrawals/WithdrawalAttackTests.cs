using System.Net;
using System.Security.Cryptography;
using System.Text;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Withdrawals;

/// <summary>Attacks on the withdrawal endpoints, each refused with nothing changed.</summary>
public sealed class WithdrawalAttackTests
{
    [Fact]
    public async Task Contracts_and_withdrawals_of_others_are_answered_as_what_does_not_exist()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var mine = (await site.Ada.PostAsync("/withdraw", site.Statement))["id"];
        var state = await site.StateAsync();
        var unknown = await site.Ben.GetAsync("/withdraw/wdr_unknown");

        Answer[] answers =
        [
            await site.Ben.GetAsync($"/withdraw?contract={site.Purchase.PaymentId}"),
            await site.Ben.GetAsync($"/withdraw?contract={DemoSeed.BasicSubscription}"),
            await site.Ben.GetAsync("/withdraw?contract=pay_guessed"),
            await site.Ben.GetAsync("/withdraw?contract=..%2Fpayments"),
            await site.Ben.PostAsync("/withdraw", site.Statement),
            await site.Ben.GetAsync($"/withdraw/{mine}"),
            await site.Ben.GetAsync($"/withdraw/{mine}/text"),
            await site.Ben.PostAsync($"/withdraw/{mine}/confirm"),
            await site.Ben.PostAsync("/withdraw/wdr_guessed/confirm"),
            await site.Ben.GetAsync("/withdraw/%2e%2e%5c"),
        ];

        Assert.All(answers, answer => Assert.Equal((404, unknown.Body), (answer.Status, answer.Body)));
        Assert.Equal(state, await site.StateAsync());
        Assert.DoesNotContain(
            site.Purchase.PaymentId,
            (await site.Ben.GetAsync("/withdraw")).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_customer_id_in_body_query_or_header_changes_nothing()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var state = await site.StateAsync();
        var ada = DemoSeed.CustomerWithCards;
        var body = site.Statement.Replace(
            "{",
            $$"""{"customerId":"{{ada}}","userId":"{{ShopApp.Ada}}",""",
            StringComparison.Ordinal
        );
        var header = site.Ben with
        {
            Headers = new Dictionary<string, string> { ["X-Customer-Id"] = ada, ["X-User-Id"] = ShopApp.Ada },
        };

        Assert.Equal(404, (await site.Ben.PostAsync($"/withdraw?customerId={ada}&userId={ShopApp.Ada}", body)).Status);
        Assert.Equal(404, (await header.PostAsync("/withdraw", site.Statement)).Status);
        Assert.Equal(401, (await site.Guest.PostAsync("/withdraw", body)).Status);
        Assert.Equal(state, await site.StateAsync());
    }

    [Fact]
    public async Task Forged_expired_and_other_links_are_refused_even_to_the_owner()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var other = await WithdrawalSite.BuyAsync(site.Shop, DemoSeed.CustomerWithDecliningCard);
        var mine = (await site.Ada.PostAsync("/withdraw", site.Statement))["id"];
        var good = site.Link();
        var live = site.Link(other.PaymentId);
        var expired = site.Link(validFor: TimeSpan.Zero);
        var state = await site.StateAsync();
        string[] forged =
        [
            "link=",
            "link=x",
            "link=" + new string('A', 5000),
            good[..^4] + "AAAA",
            $"link={site.Purchase.PaymentId}",
            $"{good}&{live}",
            expired,
        ];

        foreach (var visit in new[] { site.Guest, site.Ada })
        {
            foreach (var link in forged)
            {
                Assert.Equal(404, (await visit.GetAsync($"/withdraw?{link}")).Status);
                Assert.Equal(404, (await visit.PostAsync($"/withdraw?{link}", site.Statement)).Status);
                Assert.Equal(404, (await visit.PostAsync($"/withdraw/{mine}/confirm?{link}")).Status);
                Assert.Equal(404, (await visit.GetAsync($"/withdraw/{mine}?{link}")).Status);
            }
        }

        // A link to one contract opens no other: neither its withdrawal, nor by another id in the body.
        Assert.Equal(404, (await site.Guest.GetAsync($"/withdraw/{mine}?{live}")).Status);
        Assert.Equal(404, (await site.Guest.PostAsync($"/withdraw/{mine}/confirm?{live}")).Status);
        Assert.Equal(state, await site.StateAsync());
        var stated = await site.Guest.PostAsync($"/withdraw?{live}", site.Statement);
        Assert.Equal(other.PaymentId, stated.Json["contract"]!["id"]!.GetValue<string>());

        // It expires.
        await site.Emulator.AdvanceAsync(TimeSpan.FromDays(31));
        Assert.Equal(404, (await site.Guest.GetAsync($"/withdraw?{good}")).Status);
    }

    [Fact]
    public async Task Requests_of_other_sites_are_refused()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var mine = (await site.Ada.PostAsync("/withdraw", site.Statement))["id"];
        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={site.Purchase.PaymentId}");
        var state = await site.StateAsync();
        Visit[] attackers =
        [
            site.Ada with
            {
                Site = "cross-site",
                Origin = "https://evil.example",
            },
            site.Ada with
            {
                Site = "same-site",
                Origin = "https://sub.example",
            },
            site.Ada with
            {
                Site = null,
                Origin = "https://evil.example",
            },
            site.Ada with
            {
                Site = null,
                Origin = "null",
            },
            site.Ada with
            {
                Site = null,
            },
        ];

        foreach (var attacker in attackers)
        {
            Assert.Equal(403, (await attacker.PostAsync("/withdraw", site.Statement)).Status);
            Assert.Equal(403, (await attacker.PostAsync($"/withdraw/{mine}/confirm")).Status);
        }

        Assert.Equal(
            403,
            (
                await (form.Visit with { Site = "cross-site" }).PostFormAsync(
                    form.Action,
                    ("__RequestVerificationToken", form.Token)
                )
            ).Status
        );
        Assert.Equal(415, (await site.Ada.PostAsync($"/withdraw/{mine}/confirm", "{}", "text/plain")).Status);
        Assert.Equal(413, (await site.Ada.PostAsync("/withdraw", new string(' ', 9000) + site.Statement)).Status);
        Assert.Equal(400, (await site.Ada.PostAsync("/withdraw", new string('[', 4000))).Status);
        Assert.Equal(state, await site.StateAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={site.Purchase.PaymentId}");
        var bens = await WithdrawalSite.OpenAsync(
            site.Ben,
            $"/withdraw?contract={(await WithdrawalSite.BuyAsync(site.Shop, DemoSeed.CustomerWithDecliningCard)).PaymentId}"
        );
        var state = await site.StateAsync();
        (string, string)[] fields =
        [
            ("contractId", site.Purchase.PaymentId),
            ("name", "Ada"),
            ("contact", "ada@example.test"),
        ];

        Answer[] answers =
        [
            await form.Visit.PostFormAsync(form.Action, fields),
            await form.Visit.PostFormAsync(form.Action, [.. fields, ("__RequestVerificationToken", bens.Token)]),
            await site.Ada.PostFormAsync(form.Action, [.. fields, ("__RequestVerificationToken", form.Token)]),
        ];

        Assert.All(answers, answer => Assert.Equal(400, answer.Status));
        Assert.All(answers, answer => Assert.Contains("Nothing was submitted", answer.Body, StringComparison.Ordinal));
        Assert.Equal(state, await site.StateAsync());
    }

    [Fact]
    public async Task Script_in_names_and_products_is_shown_as_text()
    {
        const string Script = "\"><script>alert(1)</script>'&";
        await using var site = await WithdrawalSite.StartAsync();
        site.Emulator.PutProduct("pdt_evil", new() { ["name"] = Script });
        var evil = await WithdrawalSite.BuyAsync(site.Shop, DemoSeed.CustomerWithCards, "pdt_evil");
        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={evil.PaymentId}");
        var stated = await form.SubmitAsync(("contractId", evil.PaymentId), ("name", Script), ("contact", Script));
        var review = await WithdrawalSite.OpenAsync(site.Ada, stated.Headers["Location"], form.Cookie);
        var done = await review.SubmitAsync();
        string[] bodies =
        [
            form.Body,
            review.Body,
            (await WithdrawalSite.OpenAsync(site.Ada, "/withdraw")).Body,
            (await WithdrawalSite.OpenAsync(site.Ada, done.Headers["Location"], form.Cookie)).Body,
            (await site.Ada.GetAsync(done.Headers["Location"])).Body,
            (await site.Ada.GetAsync("/withdraw")).Body,
        ];

        Assert.All(bodies, body => Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(WebUtility.HtmlEncode("\"><script>"), review.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_breaks_in_names_and_contacts_are_refused()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var body = site.Statement.Replace("ada@", "ada\\r\\nBcc: eve@", StringComparison.Ordinal);

        Assert.Equal(400, (await site.Ada.PostAsync("/withdraw", body)).Status);
        Assert.Equal("", (await site.StateAsync()).Split(" | ")[0]);
    }

    [Fact]
    public async Task Return_addresses_in_a_request_are_not_followed()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={site.Purchase.PaymentId}");
        var answer = await (
            form.Visit with
            {
                Headers = new Dictionary<string, string>(form.Visit.Headers)
                {
                    ["X-Forwarded-Host"] = "evil.example",
                    ["X-Original-URL"] = "//evil.example",
                    ["Referer"] = "https://evil.example/",
                },
            }
        ).PostFormAsync(
            form.Action + "?returnUrl=https://evil.example&next=//evil.example",
            ("contractId", site.Purchase.PaymentId),
            ("name", "Ada"),
            ("contact", "ada@example.test"),
            ("returnUrl", "https://evil.example"),
            ("__RequestVerificationToken", form.Token)
        );

        Assert.Equal(303, answer.Status);
        Assert.Matches("^/withdraw/wdr_[0-9a-f]+$", answer.Headers["Location"]);
    }

    [Fact]
    public async Task Pages_run_no_script_and_cannot_be_framed_or_stored()
    {
        await using var site = await WithdrawalSite.StartAsync();
        string[] pages =
        [
            "/withdraw",
            $"/withdraw?contract={site.Purchase.PaymentId}",
            $"/withdraw?{site.Link()}",
            "/withdraw/wdr_unknown",
            "/withdraw?link=forged",
        ];

        foreach (var path in pages)
        {
            var page = (await WithdrawalSite.OpenAsync(site.Ada, path)).Answer;
            var policy = page.Headers["Content-Security-Policy"];
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            var style = page.Body.Split("<style>")[1].Split("</style>")[0];
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
            Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain(" style=", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("http://", page.Body, StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE html>", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_personal_and_no_link_is_logged()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var link = site.Link();
        var stated = await site.Guest.PostAsync($"/withdraw?{link}", site.Statement);
        await site.Guest.PostAsync($"/withdraw/{stated["id"]}/confirm?{link}");
        await site.CompletedAsync();

        Assert.DoesNotContain(site.Shop.Log.Lines, line => line.Text.Contains("Lovelace", StringComparison.Ordinal));
        Assert.DoesNotContain(
            site.Shop.Log.Lines,
            line => line.Text.Contains("ada@example.test", StringComparison.Ordinal)
        );
    }
}
