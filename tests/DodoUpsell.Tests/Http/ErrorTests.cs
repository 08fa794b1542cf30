using DodoUpsell.Http;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

public sealed class ErrorTests
{
    [Fact]
    public void Every_documented_code_has_advice_of_its_own()
    {
        var general = ErrorAdvice.For(default, System.Net.HttpStatusCode.UnprocessableEntity);

        Assert.True(DodoErrorCode.KnownValues.Count > 80);
        Assert.All(
            DodoErrorCode.KnownValues,
            code =>
            {
                var advice = ErrorAdvice.For(code, System.Net.HttpStatusCode.UnprocessableEntity);
                Assert.NotEqual(general, advice);
                Assert.EndsWith(".", advice, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_message_says_what_happened_in_which_call_with_which_code_and_what_to_do_next()
    {
        await using var server = new ScriptedServer(
            new Reply(422, """{"code":"DISCOUNT_CODE_EXPIRED","message":"Discount expired"}""")
        );
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Equal(
            "POST /checkouts returned 422 DISCOUNT_CODE_EXPIRED: “Discount expired”. "
                + "Leave the code out, or extend its validity. (CheckoutSessions.CreateAsync)",
            error.Message
        );
        Assert.Equal("Discount expired", error.ApiMessage);
        Assert.Equal("POST /checkouts", error.Operation);
    }

    [Fact]
    public async Task A_blank_code_is_no_code_and_the_outcome_of_a_charge_is_still_unknown()
    {
        await using var server = new ScriptedServer(Reply.Error(500, " "));
        using var dodo = The.ClientOf(server);

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(418)]
    [InlineData(599)]
    public async Task A_status_without_a_body_still_has_advice(int status)
    {
        await using var server = new ScriptedServer(new Reply(status, ""));
        using var dodo = The.ClientOf(server, options => options.MaxRetries = 0);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.StartsWith(
            $"GET /customers/{{customerId}} returned {status} with no body. ",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("(Customers.GetAsync)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_documented_survives()
    {
        await using var server = new ScriptedServer(Reply.Error(422, "MOON_PHASE_WRONG"));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Equal("MOON_PHASE_WRONG", error.Code.Value);
        Assert.False(error.Code.IsKnown);
    }

    [Fact]
    public async Task An_id_never_reaches_a_message()
    {
        await using var server = new ScriptedServer(Reply.Error(404, "NOT_FOUND"));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_secret"));

        Assert.DoesNotContain("cus_secret", error.ToString(), StringComparison.Ordinal);
    }
}
