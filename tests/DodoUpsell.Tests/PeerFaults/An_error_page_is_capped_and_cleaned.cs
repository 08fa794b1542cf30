using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 11: a 502 page was pasted whole into the exception's message.</summary>
public sealed class An_error_page_is_capped_and_cleaned
{
    [Fact]
    public async Task A_page_of_a_proxy_is_named_and_not_pasted()
    {
        var page = "<html>" + string.Concat(Enumerable.Repeat("<p>Bad gateway</p>", 10_000)) + "</html>";
        await using var server = new ScriptedServer(new Reply(502, page, ContentType: "text/html"));
        using var dodo = The.ClientOf(server, options => options.MaxRetries = 0);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.True(error.Message.Length < 400, error.Message);
        Assert.Contains("not from the API (text/html, 180013 bytes)", error.Message, StringComparison.Ordinal);
        Assert.True(error.ResponseBody.Length <= 501);
        Assert.Contains("Bad gateway", error.ResponseBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key " + The.ApiKey + " is wrong", The.ApiKey)]
    [InlineData("sent Bearer abc.def-123 to us", "abc.def-123")]
    [InlineData("secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("intent pi_3Abc_secret_XyZ123 is used", "XyZ123")]
    [InlineData("customer ada.lovelace+1@example.co.uk unknown", "ada.lovelace")]
    [InlineData("card 4242 4242 4242 4242 refused", "4242 4242")]
    [InlineData("card 4000-0000-0000-9995 refused", "9995")]
    public async Task Secrets_and_personal_data_in_an_error_never_reach_the_exception(string message, string canary)
    {
        await using var server = new ScriptedServer(
            new Reply(422, System.Text.Json.JsonSerializer.Serialize(new { code = "INVALID_REQUEST_BODY", message }))
        );
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.DoesNotContain(canary, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(canary, error.ApiMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, error.ResponseBody, StringComparison.Ordinal);
    }
}
