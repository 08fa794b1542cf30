using System.Globalization;
using System.Text;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>The cases that the reference libraries of Standard Webhooks and the manual of Svix publish.</summary>
public sealed class ReferenceVectorTests
{
    [Theory]
    [InlineData(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        """{"test": 2432232314}""",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )]
    [InlineData(
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        """{"test": 2432232314}""",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )]
    [InlineData(
        "whsec_plJ3nmyCDGBKInavdOK15jsl",
        "msg_loFOjxBNrRLzqYUf",
        1731705121,
        """{"event_type":"ping","data":{"success":true}}""",
        "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
    )]
    public void A_published_signature_is_made_and_accepted(
        string secret,
        string id,
        long timestamp,
        string body,
        string signature
    )
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(timestamp);
        var bytes = Encoding.UTF8.GetBytes(body);

        var headers = new DodoWebhookSigner(secret).Sign(id, moment, bytes);

        Assert.Equal(new WebhookHeaders(id, timestamp.ToString(CultureInfo.InvariantCulture), signature), headers);
        Assert.True(
            new DodoWebhookVerifier(secret, new ManualTimeProvider(moment)).TryVerify(headers, bytes, out var refusal),
            refusal.ToString()
        );
    }

    [Fact]
    public void The_published_refusals_are_refused_and_any_good_signature_among_several_is_enough()
    {
        var body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
        var headers = new WebhookHeaders(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "1614265330",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
        var verifier = new DodoWebhookVerifier(
            Delivery.Secret,
            new ManualTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1614265330))
        );

        Assert.True(verifier.TryVerify(headers, body, out _));
        Assert.Equal(
            WebhookRefusalReason.NoUsableSignature,
            new Delivery(headers with { Signature = headers.Signature![..8] }, body).Ask(verifier)
        );
        Assert.Equal(
            WebhookRefusalReason.NoUsableSignature,
            new Delivery(headers with { Signature = "v1," }, body).Ask(verifier)
        );
        Assert.Equal(
            WebhookRefusalReason.MalformedTimestamp,
            new Delivery(headers with { Timestamp = "hello" }, body).Ask(verifier)
        );
        Assert.Equal(
            WebhookRefusalReason.NoUsableSignature,
            new Delivery(headers with { Signature = "v1,dawfeoifkpqwoekfpqoekf" }, body).Ask(verifier)
        );
        Assert.Equal(
            WebhookRefusalReason.None,
            new Delivery(
                headers with
                {
                    Signature =
                        $"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= "
                        + $"v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= {headers.Signature} "
                        + $"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=",
                },
                body
            ).Ask(verifier)
        );
    }
}
