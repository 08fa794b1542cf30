using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 10: a missing field threw long after the call, and broken bodies gave a raw parser exception.</summary>
public sealed class Unreadable_answers_fail_inside_the_call
{
    [Theory]
    [InlineData("", "application/json", "no body")]
    [InlineData("""{"customer_id":"cus_1","email":""", "application/json", "or is incomplete")]
    [InlineData("""{"email":"ada@example.test"}""", "application/json", "has no member that identifies it")]
    [InlineData("""["cus_1"]""", "application/json", "not a complete JSON representation of Customer")]
    [InlineData("null", "application/json", "null")]
    [InlineData("""{"customer_id":7}""", "application/json", "$.customer_id")]
    [InlineData("<html>Please sign in</html>", "text/html", "it is text/html, not JSON")]
    public async Task The_call_fails_with_our_exception_that_says_why(string body, string contentType, string why)
    {
        await using var server = new ScriptedServer(new Reply(200, body, ContentType: contentType));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("GET /customers/{customerId}", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_missing_field_that_is_no_identity_never_loses_the_object()
    {
        await using var server = new ScriptedServer(new Reply(200, """{"payment_id":"pay_1","status":"succeeded"}"""));
        using var dodo = The.ClientOf(server);

        var payment = await dodo.Payments.GetAsync("pay_1");

        Assert.Equal(PaymentStatus.Succeeded, payment.Status);
        Assert.Empty(payment.Refunds);
        Assert.Empty(payment.Metadata);
    }
}
