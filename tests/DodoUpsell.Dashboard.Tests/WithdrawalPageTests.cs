using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>What the pages of withdrawals show, and what they never do.</summary>
public sealed class WithdrawalPageTests
{
    [Fact]
    public async Task Those_that_need_a_review_come_first_with_their_age_contract_and_refunds()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        var page = await operators.PageAsync("/withdrawals");
        var text = Html.Text(page);
        var stated = Text.Formats.Time(office.Now.AddDays(-3));

        Assert.Contains("Needs review, the oldest first", text, StringComparison.Ordinal);
        Assert.Contains(
            $"wdr_review pay_review 3 days ago {stated} 3 days ago {stated} Needs review Refunded: 2 "
                + "It is unknown whether the refund was executed.",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("wdr_done", text, StringComparison.Ordinal);
        Assert.Contains(
            "wdr_done",
            await operators.PageAsync("/withdrawals?state=Completed"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No such withdrawals",
            await operators.PageAsync("/withdrawals?state=Stated"),
            StringComparison.Ordinal
        );
        foreach (var unknown in new[] { "?state=Nothing", "?state=3", "?state=%00" })
            await operators.PageAsync("/withdrawals" + unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Names_and_contacts_are_in_the_acknowledgement_only()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        var pages = new List<string>();
        foreach (var state in Enum.GetValues<WithdrawalState>())
            pages.Add(await operators.PageAsync($"/withdrawals?state={state}"));
        var done = Html.Text(await operators.PageAsync("/withdrawal?id=wdr_done"));
        var review = WebUtility.HtmlDecode(await operators.PageAsync("/withdrawal?id=wdr_review"));

        foreach (var page in pages.Append(done))
        {
            Assert.DoesNotContain("Lovelace", page, StringComparison.Ordinal);
            Assert.DoesNotContain("ada@example.com", page, StringComparison.Ordinal);
        }

        Assert.Contains("pay_done Refunded US$19.00 ref_1", done, StringComparison.Ordinal);
        Assert.Contains("The text was erased on request", done, StringComparison.Ordinal);
        Assert.Contains(
            ">Acknowledgement of your withdrawal\n\nName: Ada Lovelace\nContact: ada@example.com</pre>",
            review.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, review.Split("Lovelace").Length - 1);
        foreach (var unknown in new[] { "", "?id=", "?id=unknown", "?id=%00", "?id=wdr_done&id=wdr_review" })
            await operators.PageAsync("/withdrawal" + unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_brand_that_lets_nobody_withdraw_has_no_entry_and_the_page_says_why()
    {
        await using var without = await BackOffice.StartAsync(configure: builder =>
            builder.Services.AddSingleton<IWithdrawalStore>(new InMemoryWithdrawalStore()) // As a database does.
        );
        await using var with = await SeededAsync();
        using var operators = await without.SignInAsync();
        using var others = await with.SignInAsync();

        var page = await operators.PageAsync("/withdrawals");

        Assert.Contains("AddWithdrawals(…)", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain($"{without.Prefix}/withdrawals\"", page, StringComparison.Ordinal);
        Assert.Contains("AddWithdrawals", await operators.PageAsync("/withdrawal?id=a"), StringComparison.Ordinal);
        Assert.Contains($"{with.Prefix}/withdrawals\"", await others.PageAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_closed_once_and_the_log_says_by_whom()
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        using var closed = await operators.SubmitAsync(
            "/withdrawal?id=wdr_review",
            "/withdrawal/close",
            ("id", "wdr_review"),
            ("version", "0")
        );

        Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        var store = office.Get<IWithdrawalStore>();
        var record = (await store.FindAsync(DodoEnvironment.Test, "wdr_review"))!;
        Assert.Equal(WithdrawalState.Completed, record.State);
        var action = Assert.Single(await office.Get<IOperatorLog>().ListAsync(DodoEnvironment.Test));
        Assert.Equal(
            (BackOffice.Operator, "withdrawal.close", "wdr_review", OperatorResult.Done),
            (action.Operator, action.Action, action.Subject, action.Result)
        );
        var after = Html.Text(
            await operators.Http.GetStringAsync(closed.Headers.Location, TestContext.Current.CancellationToken)
        );
        Assert.Contains("Closed the review of a withdrawal: done.", after, StringComparison.Ordinal);
        Assert.Contains("pay_1 Closed by you", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Close the review", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", HttpStatusCode.SeeOther)]
    [InlineData("x", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    public async Task A_review_that_changed_since_the_page_was_opened_stays_open(string version, HttpStatusCode status)
    {
        await using var office = await SeededAsync();
        using var operators = await office.SignInAsync();

        using var answer = await operators.SubmitAsync(
            "/withdrawal?id=wdr_review",
            "/withdrawal/close",
            ("id", "wdr_review"),
            ("version", version)
        );

        Assert.Equal(status, answer.StatusCode);
        var record = (await office.Get<IWithdrawalStore>().FindAsync(DodoEnvironment.Test, "wdr_review"))!;
        Assert.Equal((WithdrawalState.NeedsReview, 0), (record.State, record.Version));
    }

    [Fact]
    public async Task More_than_a_page_shows_is_said()
    {
        await using var office = await SeededAsync();
        var store = office.Get<IWithdrawalStore>();
        for (var i = 0; i <= 200; i++)
            await store.AddAsync(
                Seed.Withdrawal(office, $"wdr_{i:000}", WithdrawalState.Confirmed, """{"refunds":[]}""")
            );
        using var operators = await office.SignInAsync();

        var text = Html.Text(await operators.PageAsync("/withdrawals?state=confirmed"));

        Assert.Contains("There are more. The oldest 200 are shown.", text, StringComparison.Ordinal);
        Assert.Equal(200, text.Split("pay_wdr_").Length - 1);
    }

    [Fact]
    public async Task Script_in_ids_and_texts_is_text()
    {
        const string Script = "<script>alert(1)</script>";
        await using var office = await SeededAsync();
        await office
            .Get<IWithdrawalStore>()
            .AddAsync(
                Seed.Withdrawal(
                    office,
                    Script,
                    WithdrawalState.NeedsReview,
                    $$"""{"refunds":[{"payment_id":"{{Script}}","refund_id":"{{Script}}","error_code":"{{Script}}"}]}"""
                ) with
                {
                    CustomerId = Script,
                    Acknowledgement = Script,
                }
            );
        using var operators = await office.SignInAsync();

        foreach (var path in new[] { "/withdrawals", $"/withdrawal?id={Uri.EscapeDataString(Script)}" })
        {
            var page = await operators.PageAsync(path);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_state_and_reason_has_words()
    {
        Assert.Equal(Enum.GetValues<WithdrawalState>(), Text.Words.WithdrawalStates.Order());
        Assert.All(Enum.GetValues<WithdrawalState>(), state => Assert.NotEmpty(Text.Words.Meaning(state)));
        Assert.All(
            Enum.GetValues<WithdrawalReviewReason>(),
            reason => Assert.EndsWith(".", Text.Words.Of(reason), StringComparison.Ordinal)
        );
    }

    private static async Task<BackOffice> SeededAsync()
    {
        var office = await BackOffice.StartAsync(configure: builder => builder.AddWithdrawals());
        await Seed.WithdrawalsAsync(office);
        return office;
    }
}
