using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Security;

/// <summary>A secret that can be guessed signs for everybody.</summary>
public sealed class WebhookSecretLengthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    public void A_secret_of_less_than_16_bytes_is_refused_wherever_it_is_given(int bytes)
    {
        Secret secret =
            "whsec_" + Convert.ToBase64String(Enumerable.Range(1, bytes).Select(value => (byte)value).ToArray());
        var options = The.Options();
        options.WebhookSecrets.Add(secret);

        Exception[] refusals =
        [
            Assert.Throws<ArgumentException>(() => new DodoWebhookVerifier(secret)),
            Assert.Throws<ArgumentException>(() => new DodoWebhookVerifier([secret])),
            Assert.Throws<ArgumentException>(() => new DodoWebhookSigner(secret)),
            Assert.Throws<ArgumentException>(() => new DodoClient(options)),
            Assert.Throws<ArgumentException>(() => new WebhookInbox(options)),
        ];

        Assert.All(refusals, refusal => Assert.Contains("16 bytes", refusal.Message, StringComparison.Ordinal));
        Assert.All(
            refusals,
            refusal =>
                Assert.DoesNotContain(secret.Reveal()["whsec_".Length..], refusal.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sixteen_bytes_are_enough() =>
        Assert.NotNull(new DodoWebhookVerifier("whsec_" + Convert.ToBase64String(new byte[16])));
}
