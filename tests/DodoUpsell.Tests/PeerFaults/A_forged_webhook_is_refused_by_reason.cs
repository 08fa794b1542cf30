using System.Reflection;
using DodoUpsell.Tests.Webhooks;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>
/// Row 20: verification was missing, or was skipped without headers, or failed on a null header and an odd timestamp
/// with a raw exception, and one malformed signature rejected a good message.
/// </summary>
public sealed class A_forged_webhook_is_refused_by_reason
{
    [Fact]
    public void Without_headers_nothing_is_accepted()
    {
        Assert.Equal(
            WebhookRefusalReason.MissingId,
            new Delivery(default, Delivery.Genuine.Body).Ask(Delivery.Verifier())
        );
        Assert.Equal(
            WebhookRefusalReason.MissingId,
            Assert
                .Throws<WebhookVerificationException>(() =>
                    Delivery.Verifier().VerifyAndParse(WebhookHeaders.FromHeaders(_ => null), Delivery.Genuine.Body)
                )
                .Reason
        );
    }

    [Theory]
    [InlineData(null, WebhookRefusalReason.MissingTimestamp)]
    [InlineData("abc", WebhookRefusalReason.MalformedTimestamp)]
    [InlineData("99999999999999999999", WebhookRefusalReason.MalformedTimestamp)]
    public void An_odd_timestamp_is_a_reason_and_no_raw_exception(string? timestamp, WebhookRefusalReason expected) =>
        Assert.Equal(
            expected,
            (Delivery.Genuine with { Headers = Delivery.Genuine.Headers with { Timestamp = timestamp } }).Ask(
                Delivery.Verifier()
            )
        );

    [Theory]
    [InlineData("v1,not base64! ")]
    [InlineData("v1 ")]
    [InlineData("garbage ")]
    [InlineData(", ")]
    public void One_malformed_signature_does_not_reject_a_good_message(string malformed) =>
        Assert.Equal(
            WebhookRefusalReason.None,
            Delivery.Genuine.Signed(malformed + Delivery.Genuine.Headers.Signature).Ask(Delivery.Verifier())
        );

    [Fact]
    public void There_is_no_way_to_verify_without_headers_or_a_secret()
    {
        var ways = typeof(DodoWebhookVerifier)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.Contains("erify", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(3, ways.Count);
        Assert.All(
            ways,
            way =>
                Assert.True(
                    way.GetParameters()[0] is { ParameterType: var type, IsOptional: false }
                        && type == typeof(WebhookHeaders),
                    way.Name
                )
        );
        Assert.Throws<ArgumentException>(() => new DodoWebhookVerifier([]));
        Assert.Throws<ArgumentException>(() => new DodoWebhookVerifier(new Secret("")));
    }
}
