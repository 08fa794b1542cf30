using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>
/// A delivery as an endpoint receives it, signed here by the letter of the specification and without the code under
/// test.
/// </summary>
internal sealed record Delivery(WebhookHeaders Headers, byte[] Body)
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public const string OtherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    public const string PaymentJson = """
        {"business_id":"bus_1","type":"payment.succeeded","timestamp":"2026-01-15T12:00:00Z",
          "data":{"payload_type":"Payment","payment_id":"pay_1","status":"succeeded","total_amount":1900,
          "currency":"USD"}}
        """;

    public static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A genuine one, sent now.</summary>
    public static Delivery Genuine { get; } = Of(PaymentJson);

    public static Delivery Of(string body, string secret = Secret, string id = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W") =>
        Of(Encoding.UTF8.GetBytes(body), secret, id);

    public static Delivery Of(
        byte[] body,
        string secret = Secret,
        string id = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W",
        string? timestamp = null
    )
    {
        timestamp ??= Seconds(Now);
        return new(new WebhookHeaders(id, timestamp, "v1," + Mac(secret, id, timestamp, body)), body);
    }

    public static string Seconds(DateTimeOffset moment) =>
        moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static DodoWebhookVerifier Verifier(params Secret[] secrets) =>
        new(secrets.Length == 0 ? [Secret] : secrets, new ManualTimeProvider(Now));

    public static string Mac(string secret, string id, string timestamp, byte[] body) =>
        Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal)),
                (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]
            )
        );

    /// <summary>
    /// The refusal, or <see cref="WebhookRefusalReason.None"/>; holds the two ways of asking to the same answer.
    /// </summary>
    public WebhookRefusalReason Ask(DodoWebhookVerifier verifier)
    {
        var genuine = verifier.TryVerify(Headers, Body, out var refusal);
        Assert.Equal(genuine, refusal == WebhookRefusalReason.None);
        if (genuine)
            verifier.Verify(Headers, Body);
        else
            Assert.Equal(
                refusal,
                Assert.Throws<WebhookVerificationException>(() => verifier.Verify(Headers, Body)).Reason
            );
        return refusal;
    }

    public Delivery Signed(string signature) => this with { Headers = Headers with { Signature = signature } };

    public Delivery At(string timestamp) => Of(Body, Secret, Headers.Id!, timestamp);
}
