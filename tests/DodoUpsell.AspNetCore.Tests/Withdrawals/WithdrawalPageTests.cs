using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Withdrawals;

/// <summary>Tests the withdrawal function as a consumer uses it: pages without script, and JSON at the same addresses.</summary>
public sealed class WithdrawalPageTests
{
    [Fact]
    public async Task A_signed_in_consumer_withdraws_without_script_and_is_refunded_once()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var list = await WithdrawalSite.OpenAsync(site.Ada, "/withdraw");
        Assert.Contains("Withdraw from contract here", list.Body, StringComparison.Ordinal);
        Assert.Contains($"/withdraw?contract={site.Purchase.PaymentId}", list.Body, StringComparison.Ordinal);

        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={site.Purchase.PaymentId}");
        var stated = await form.SubmitAsync(
            ("contractId", site.Purchase.PaymentId),
            ("name", "Ada Lovelace"),
            ("contact", "ada@example.test")
        );
        Assert.Equal(303, stated.Status);
        var review = await WithdrawalSite.OpenAsync(site.Ada, stated.Headers["Location"], form.Cookie);
        Assert.Contains("Confirm withdrawal", review.Body, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace", review.Body, StringComparison.Ordinal);
        Assert.Empty(site.Emulator.Refunds);

        // A double click, and a reload of the last page.
        var confirmed = await Task.WhenAll(review.SubmitAsync(), review.SubmitAsync());
        Assert.All(
            confirmed,
            one => Assert.Equal((303, stated.Headers["Location"]), (one.Status, one.Headers["Location"]))
        );
        await site.CompletedAsync();
        var done = await WithdrawalSite.OpenAsync(site.Ada, stated.Headers["Location"], form.Cookie);

        Assert.Contains("Acknowledgement of your withdrawal", done.Body, StringComparison.Ordinal);
        Assert.Contains(" UTC", done.Body, StringComparison.Ordinal);
        Assert.Contains("The refund is complete.", done.Body, StringComparison.Ordinal);
        Assert.Single(site.Emulator.Refunds);
        var text = await done.Visit.GetAsync($"{stated.Headers["Location"]}/text");
        Assert.Equal("text/plain; charset=utf-8", text.Headers["Content-Type"]);
        Assert.StartsWith("attachment", text.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("ada@example.test", text.Body, StringComparison.Ordinal);

        // The contract leads to the acknowledgement now.
        var again = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={site.Purchase.PaymentId}");
        Assert.Equal((303, stated.Headers["Location"]), (again.Answer.Status, again.Answer.Headers["Location"]));
        Assert.Contains(
            "Show the acknowledgement",
            (await WithdrawalSite.OpenAsync(site.Ada, "/withdraw")).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_guest_withdraws_with_a_link()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var form = await WithdrawalSite.OpenAsync(site.Guest, $"/withdraw?{site.Link()}");
        Assert.Equal(200, form.Answer.Status);
        var stated = await form.SubmitAsync(
            ("contractId", site.Purchase.PaymentId),
            ("name", "Ada"),
            ("contact", "ada@example.test")
        );
        var review = await WithdrawalSite.OpenAsync(site.Guest, stated.Headers["Location"], form.Cookie);
        var confirmed = await review.SubmitAsync();
        var done = await WithdrawalSite.OpenAsync(site.Guest, confirmed.Headers["Location"], form.Cookie);

        Assert.Contains("?link=", confirmed.Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("Acknowledgement of your withdrawal", done.Body, StringComparison.Ordinal);

        // Without the link nobody finds it.
        Assert.Equal(401, (await site.Guest.GetAsync(confirmed.Headers["Location"].Split('?')[0])).Status);
    }

    [Fact]
    public async Task A_link_is_a_whole_address()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var links = site.Shop.Services.GetRequiredService<WithdrawalLinks>();
        var expires = site.Emulator.Clock.GetUtcNow().AddDays(1);

        var address = links.Create(new Uri("https://shop.example/withdraw?culture=de#x"), "pay_1", expires);
        Assert.StartsWith(
            "https://shop.example/withdraw?culture=de&link=",
            address.AbsoluteUri,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => links.Create(new Uri("/withdraw", UriKind.Relative), "pay_1", expires));
        Assert.Throws<ArgumentException>(() => links.Create(new Uri("https://shop.example"), " ", expires));
    }

    [Fact]
    public async Task Other_clients_withdraw_with_JSON()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var contracts = await site.Ada.GetAsync("/withdraw");
        var stated = await site.Ada.PostAsync("/withdraw", site.Statement);
        var confirmed = await site.Ada.PostAsync($"/withdraw/{stated["id"]}/confirm");
        var again = await site.Ada.PostAsync($"/withdraw/{stated["id"]}/confirm");
        await site.CompletedAsync();
        var found = await site.Ada.GetAsync($"/withdraw/{stated["id"]}");

        Assert.Equal(site.Purchase.PaymentId, contracts.Json["contracts"]![0]!["id"]!.GetValue<string>());
        Assert.DoesNotContain("customer", contracts.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((200, "stated"), (stated.Status, stated["state"]));
        Assert.Equal((200, "confirmed"), (confirmed.Status, confirmed["state"]));
        Assert.Equal(confirmed["acknowledgement"], again["acknowledgement"]);
        Assert.Equal("completed", found["state"]);
        Assert.Equal(4900, found.Json["refunds"]![0]!["amount"]!["minorUnits"]!.GetValue<int>());
        Assert.Contains("no-store", found.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_input_shows_the_form_again()
    {
        await using var site = await WithdrawalSite.StartAsync();
        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/withdraw?contract={site.Purchase.PaymentId}");
        var answer = await form.SubmitAsync(
            ("contractId", site.Purchase.PaymentId),
            ("name", "Ada <b>"),
            ("contact", " ")
        );

        Assert.Equal(400, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Ada &lt;b&gt;", answer.Body, StringComparison.Ordinal);
        Assert.Equal(400, (await site.Ada.PostAsync("/withdraw", "{\"contractId\":\"x\"}")).Status);
    }

    [Fact]
    public async Task Pages_are_in_the_language_of_the_request()
    {
        await using var site = await WithdrawalSite.StartAsync(app =>
        {
            app.UseRequestLocalization(options => options.AddSupportedUICultures("en", "de").SetDefaultCulture("en"));
            app.MapWithdrawals();
        });

        var page = await WithdrawalSite.OpenAsync(site.Ada, "/withdraw?ui-culture=de");

        Assert.Contains("<html lang=\"de\">", page.Body, StringComparison.Ordinal);
        Assert.Contains("Vertrag widerrufen", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_path_base_and_another_prefix_everything_stays_there()
    {
        await using var site = await WithdrawalSite.StartAsync(app =>
        {
            app.UsePathBase("/shop");
            app.UseRouting();
            app.MapWithdrawals("/legal/widerruf");
        });
        var form = await WithdrawalSite.OpenAsync(site.Ada, $"/shop/legal/widerruf?contract={site.Purchase.PaymentId}");
        var stated = await form.SubmitAsync(
            ("contractId", site.Purchase.PaymentId),
            ("name", "Ada"),
            ("contact", "ada@example.test")
        );

        Assert.StartsWith("/shop/legal/widerruf/wdr_", stated.Headers["Location"], StringComparison.Ordinal);
        var review = await WithdrawalSite.OpenAsync(site.Ada, stated.Headers["Location"], form.Cookie);
        Assert.Equal($"{stated.Headers["Location"]}/confirm", review.Action);
        Assert.Equal(stated.Headers["Location"], (await review.SubmitAsync()).Headers["Location"]);
    }

    [Fact]
    public async Task A_limit_of_the_app_applies()
    {
        await using var site = await WithdrawalSite.StartAsync(
            app =>
            {
                app.UseRateLimiter();
                app.MapWithdrawals().RequireRateLimiting("one");
            },
            builder: builder =>
                builder.Services.AddRateLimiter(options =>
                {
                    options.RejectionStatusCode = 429;
                    options.AddFixedWindowLimiter(
                        "one",
                        limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1))
                    );
                })
        );

        Assert.Equal(200, (await site.Ada.GetAsync("/withdraw")).Status);
        Assert.Equal(429, (await site.Ada.PostAsync("/withdraw", site.Statement)).Status);
    }

    [Fact]
    public async Task Mapping_without_registration_says_what_to_call()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ShopApp.StartAsync(maps: false, app: app => app.MapWithdrawals())
        );

        Assert.Contains("AddWithdrawals", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brands_have_their_own_withdrawals_and_links()
    {
        // A link of the brand itself is trusted while its API is unavailable.
        var other = new DodoEmulator();
        other.AddFault(new(EmulatedFaultKind.DropBefore) { Times = 100 });
        await using var site = await WithdrawalSite.StartAsync(
            app =>
            {
                app.MapWithdrawals();
                app.MapWithdrawals("/b/withdraw", "brand-b");
            },
            builder: builder =>
                ShopApp.Register(builder.Services, "brand-b", other).AddOffers(_ => { }).AddWithdrawals()
        );

        Assert.Equal(200, (await site.Guest.GetAsync($"/withdraw?{site.Link()}")).Status);
        Assert.Equal(404, (await site.Guest.GetAsync($"/b/withdraw?{site.Link()}")).Status);
        Assert.NotNull(site.Shop.Services.GetKeyedService<IWithdrawalFlow>("brand-b"));
    }
}
