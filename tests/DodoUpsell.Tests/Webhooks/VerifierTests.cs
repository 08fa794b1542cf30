using System.Text;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

public sealed class VerifierTests
{
    private const string Wrong = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

    private static string Right => Delivery.Genuine.Headers.Signature!;

    [Fact]
    public void A_genuine_delivery_is_accepted_and_gives_its_event()
    {
        var delivery = Delivery.Genuine;

        Assert.Equal(WebhookRefusalReason.None, delivery.Ask(Delivery.Verifier()));
        var paid = Assert.IsType<PaymentEvent>(Delivery.Verifier().VerifyAndParse(delivery.Headers, delivery.Body));
        Assert.Equal(
            (WebhookEventType.PaymentSucceeded, "pay_1", PaymentStatus.Succeeded),
            (paid.Type, paid.Data.PaymentId, paid.Data.Status)
        );
    }

    [Fact]
    public void A_forged_delivery_gives_no_event() =>
        Assert.Equal(
            WebhookRefusalReason.SignatureMismatch,
            Assert
                .Throws<WebhookVerificationException>(() =>
                    Delivery
                        .Verifier(Delivery.OtherSecret)
                        .VerifyAndParse(Delivery.Genuine.Headers, Delivery.Genuine.Body)
                )
                .Reason
        );

    [Theory]
    [InlineData(null, "1", "v1,x", WebhookRefusalReason.MissingId)]
    [InlineData("", "1", "v1,x", WebhookRefusalReason.MissingId)]
    [InlineData("msg_1", null, "v1,x", WebhookRefusalReason.MissingTimestamp)]
    [InlineData("msg_1", "", "v1,x", WebhookRefusalReason.MissingTimestamp)]
    [InlineData("msg_1", "1", null, WebhookRefusalReason.MissingSignature)]
    [InlineData("msg_1", "1", "", WebhookRefusalReason.MissingSignature)]
    [InlineData(null, null, null, WebhookRefusalReason.MissingId)]
    public void A_missing_header_is_named(
        string? id,
        string? timestamp,
        string? signature,
        WebhookRefusalReason expected
    )
    {
        Assert.Equal(
            expected,
            new Delivery(new(id, timestamp, signature), Delivery.Genuine.Body).Ask(Delivery.Verifier())
        );
        Assert.Equal(
            WebhookRefusalReason.MissingId,
            new Delivery(default, Delivery.Genuine.Body).Ask(Delivery.Verifier())
        );
    }

    [Theory]
    [InlineData("msg.1")]
    [InlineData("msg 1")]
    [InlineData(" ")]
    [InlineData("msg_1\n")]
    [InlineData("msg_ü")]
    [InlineData("msg_\ud800")]
    public void An_id_that_could_not_be_one_is_refused_even_when_it_is_signed(string id) =>
        Assert.Equal(
            WebhookRefusalReason.MalformedId,
            Delivery.Of(Delivery.PaymentJson, id: id).Ask(Delivery.Verifier())
        );

    [Theory]
    [InlineData(256, WebhookRefusalReason.None)]
    [InlineData(257, WebhookRefusalReason.MalformedId)]
    public void An_id_has_at_most_256_characters(int length, WebhookRefusalReason expected) =>
        Assert.Equal(expected, Delivery.Of(Delivery.PaymentJson, id: new string('x', length)).Ask(Delivery.Verifier()));

    [Fact]
    public void One_signature_cannot_stand_for_another_split_of_what_it_signs()
    {
        var now = Delivery.Seconds(Delivery.Now);
        var signed = Delivery.Of($"A.{now}.B", id: "msg_1");

        var moved = new Delivery(signed.Headers with { Id = $"msg_1.{now}.A" }, "B"u8.ToArray());

        Assert.Equal(
            signed.Headers.Signature,
            "v1," + Delivery.Mac(Delivery.Secret, moved.Headers.Id!, now, moved.Body)
        );
        Assert.Equal(WebhookRefusalReason.MalformedId, moved.Ask(Delivery.Verifier()));
    }

    [Theory]
    [InlineData("-1768478400")]
    [InlineData("+1768478400")]
    [InlineData(" 1768478400")]
    [InlineData("1768478400 ")]
    [InlineData("1768478400\0")]
    [InlineData("1768478400.0")]
    [InlineData("1,768,478,400")]
    [InlineData("0x69682A40")]
    [InlineData("1.7e9")]
    [InlineData("abc")]
    [InlineData("١٧٦٨٤٧٨٤٠٠")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("253402300800")]
    [InlineData("2026-01-15T12:00:00Z")]
    public void A_timestamp_is_plain_digits_even_when_it_is_signed(string timestamp) =>
        Assert.Equal(WebhookRefusalReason.MalformedTimestamp, Delivery.Genuine.At(timestamp).Ask(Delivery.Verifier()));

    [Theory]
    [InlineData(0, WebhookRefusalReason.None)]
    [InlineData(-300, WebhookRefusalReason.None)]
    [InlineData(-301, WebhookRefusalReason.TooOld)]
    [InlineData(300, WebhookRefusalReason.None)]
    [InlineData(301, WebhookRefusalReason.TooNew)]
    [InlineData(-1768478400, WebhookRefusalReason.TooOld)]
    [InlineData(251633822399, WebhookRefusalReason.TooNew)]
    public void The_time_of_sending_may_be_five_minutes_off_in_either_direction(
        long seconds,
        WebhookRefusalReason expected
    ) =>
        Assert.Equal(
            expected,
            Delivery.Genuine.At(Delivery.Seconds(Delivery.Now.AddSeconds(seconds))).Ask(Delivery.Verifier())
        );

    [Fact]
    public void The_edges_are_exact_to_the_tick_and_follow_the_clock()
    {
        var clock = new ManualTimeProvider(Delivery.Now - TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        var verifier = new DodoWebhookVerifier(Delivery.Secret, clock);

        Assert.Equal(WebhookRefusalReason.TooNew, Delivery.Genuine.Ask(verifier));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(WebhookRefusalReason.None, Delivery.Genuine.Ask(verifier));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(WebhookRefusalReason.None, Delivery.Genuine.Ask(verifier));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(WebhookRefusalReason.TooOld, Delivery.Genuine.Ask(verifier));
    }

    [Fact]
    public void The_system_clock_is_the_default()
    {
        var now = Delivery.Seconds(TimeProvider.System.GetUtcNow());

        Assert.Equal(WebhookRefusalReason.None, Delivery.Genuine.At(now).Ask(new DodoWebhookVerifier(Delivery.Secret)));
        Assert.Equal(
            WebhookRefusalReason.TooOld,
            Delivery.Genuine.At("1").Ask(new DodoWebhookVerifier([Delivery.Secret]))
        );
    }

    [Fact]
    public void Any_right_signature_among_several_is_enough_and_malformed_or_foreign_ones_do_not_matter()
    {
        string[] useless =
        [
            Wrong,
            "v2," + Right[3..],
            "v1a," + Right[3..],
            "V1," + Right[3..],
            "v1",
            "v1,",
            ",",
            "v1,@@@",
            "v1,AAAA",
            Right + "=",
            Right[..^1],
            Right[3..],
            "v1,," + Right[3..],
            "",
            "\t",
            "nonsense",
            "v1,\u00e9" + Right[4..],
        ];

        foreach (var item in useless)
        {
            Assert.Equal(
                WebhookRefusalReason.None,
                Delivery.Genuine.Signed($"{item} {Right}").Ask(Delivery.Verifier())
            );
            Assert.Equal(
                WebhookRefusalReason.None,
                Delivery.Genuine.Signed($"{Right} {item}").Ask(Delivery.Verifier())
            );
            if (item.Length > 0)
                Assert.NotEqual(WebhookRefusalReason.None, Delivery.Genuine.Signed(item).Ask(Delivery.Verifier()));
        }

        Assert.Equal(
            WebhookRefusalReason.None,
            Delivery.Genuine.Signed(string.Join(' ', useless) + " " + Right).Ask(Delivery.Verifier())
        );
        Assert.Equal(
            WebhookRefusalReason.None,
            Delivery.Genuine.Signed(string.Join(' ', Wrong, Wrong, Right, Wrong, Wrong)).Ask(Delivery.Verifier())
        );
        Assert.Equal(
            WebhookRefusalReason.SignatureMismatch,
            Delivery.Genuine.Signed(string.Join(' ', Enumerable.Repeat(Wrong, 5))).Ask(Delivery.Verifier())
        );
        Assert.Equal(
            WebhookRefusalReason.NoUsableSignature,
            Delivery.Genuine.Signed("v2," + Right[3..]).Ask(Delivery.Verifier())
        );
        Assert.Equal(WebhookRefusalReason.NoUsableSignature, Delivery.Genuine.Signed(" ").Ask(Delivery.Verifier()));
    }

    [Fact]
    public void Signatures_joined_with_a_comma_are_not_usable() =>
        Assert.Equal(
            WebhookRefusalReason.NoUsableSignature,
            Delivery.Genuine.Signed($"{Wrong},{Right}").Ask(Delivery.Verifier())
        );

    [Theory]
    [InlineData(31, WebhookRefusalReason.None)]
    [InlineData(32, WebhookRefusalReason.SignatureMismatch)]
    public void No_more_than_32_entries_are_looked_at(int before, WebhookRefusalReason expected) =>
        Assert.Equal(
            expected,
            Delivery
                .Genuine.Signed(string.Join(' ', Enumerable.Repeat(Wrong, before).Append(Right)))
                .Ask(Delivery.Verifier())
        );

    [Fact]
    public void An_endless_signature_header_is_not_looked_at() =>
        Assert.Equal(
            WebhookRefusalReason.SignatureTooLong,
            Delivery.Genuine.Signed(Right + new string(' ', 4097 - Right.Length)).Ask(Delivery.Verifier())
        );

    [Fact]
    public void While_a_secret_is_replaced_either_is_good()
    {
        var both = Delivery.Verifier(Delivery.OtherSecret, Delivery.Secret);
        var bySigner = new DodoWebhookSigner(Delivery.OtherSecret, Delivery.Secret).Sign(
            "msg_1",
            Delivery.Now,
            Delivery.Genuine.Body
        );

        Assert.Equal(WebhookRefusalReason.None, Delivery.Genuine.Ask(both));
        Assert.Equal(WebhookRefusalReason.None, Delivery.Of(Delivery.PaymentJson, Delivery.OtherSecret).Ask(both));
        Assert.Equal(2, bySigner.Signature!.Split(' ').Length);
        Assert.All(
            new[] { both, Delivery.Verifier(), Delivery.Verifier(Delivery.OtherSecret) },
            verifier =>
                Assert.Equal(WebhookRefusalReason.None, new Delivery(bySigner, Delivery.Genuine.Body).Ask(verifier))
        );
        Assert.Equal(
            WebhookRefusalReason.SignatureMismatch,
            new Delivery(bySigner, Delivery.Genuine.Body).Ask(
                Delivery.Verifier("whsec_YSBzZWNyZXQgdGhhdCBpcyBhbm90aGVy")
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("whsec_")]
    [InlineData("whsec_====")]
    [InlineData("whsec_not-base64-CANARY!")]
    [InlineData("CANARY~")]
    [InlineData(null)]
    public void A_secret_without_a_key_is_refused_at_once_and_not_repeated(string? secret)
    {
        ArgumentException[] refusals =
        [
            Assert.Throws<ArgumentException>(nameof(secret), () => new DodoWebhookVerifier(new Secret(secret))),
            Assert.Throws<ArgumentException>("secrets", () => new DodoWebhookVerifier([Delivery.Secret, secret])),
            Assert.Throws<ArgumentException>("secrets", () => new DodoWebhookSigner(Delivery.Secret, secret)),
        ];

        Assert.All(refusals, refusal => Assert.Contains("secret", refusal.Message, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void No_secret_at_all_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>("secrets", () => new DodoWebhookVerifier([]));
        Assert.Throws<ArgumentNullException>("secrets", () => new DodoWebhookVerifier(secrets: null!));
        Assert.Throws<ArgumentException>("secrets", () => new DodoWebhookSigner());
    }

    [Theory]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("  whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n")]
    public void A_secret_may_come_with_or_without_its_prefix_and_with_the_line_break_of_a_file(string secret) =>
        Assert.Equal(WebhookRefusalReason.None, Delivery.Genuine.Ask(Delivery.Verifier(secret)));

    [Theory]
    [InlineData(1024 * 1024, WebhookRefusalReason.None)]
    [InlineData((1024 * 1024) + 1, WebhookRefusalReason.BodyTooLarge)]
    public void A_body_has_at_most_a_mebibyte(int length, WebhookRefusalReason expected) =>
        Assert.Equal(expected, Delivery.Of(new byte[length]).Ask(Delivery.Verifier()));

    [Fact]
    public void The_limit_of_the_body_can_be_set()
    {
        var verifier = new DodoWebhookVerifier(Delivery.Secret, new ManualTimeProvider(Delivery.Now))
        {
            MaxBodyBytes = 3,
        };

        Assert.Equal(WebhookRefusalReason.None, Delivery.Of("abc").Ask(verifier));
        Assert.Equal(WebhookRefusalReason.BodyTooLarge, Delivery.Of("abcd").Ask(verifier));
        Assert.Equal(WebhookRefusalReason.EmptyBody, Delivery.Of("").Ask(verifier));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DodoWebhookVerifier(Delivery.Secret) { MaxBodyBytes = 0 });
    }

    [Fact]
    public void Headers_are_taken_from_any_http_stack()
    {
        using var request = new HttpRequestMessage();
        request.Headers.TryAddWithoutValidation("Webhook-Id", "msg_1");
        request.Headers.TryAddWithoutValidation("WEBHOOK-TIMESTAMP", "5");

        var headers = WebhookHeaders.FromHeaders(name =>
            request.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null
        );

        Assert.Equal(new WebhookHeaders("msg_1", "5", null), headers);
    }

    [Fact]
    public void The_text_of_headers_and_of_a_refusal_does_not_show_the_signature()
    {
        Assert.DoesNotContain(Right[3..], Delivery.Genuine.Headers.ToString(), StringComparison.Ordinal);
        Assert.Contains(Delivery.Genuine.Headers.Id!, Delivery.Genuine.Headers.ToString(), StringComparison.Ordinal);
        var refusal = Assert.Throws<WebhookVerificationException>(() =>
            Delivery.Verifier(Delivery.OtherSecret).Verify(Delivery.Genuine.Headers, Delivery.Genuine.Body)
        );
        Assert.DoesNotContain(Right[3..], refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pay_1", refusal.ToString(), StringComparison.Ordinal);
        Assert.False(refusal.IsTransient);
    }

    [Fact]
    public void Every_refusal_says_what_to_do()
    {
        foreach (var refusal in Enum.GetValues<WebhookRefusalReason>().Except([WebhookRefusalReason.None]))
        {
            var error = new WebhookVerificationException(refusal);
            Assert.Equal(refusal, error.Reason);
            Assert.Contains(refusal.ToString(), error.Message, StringComparison.Ordinal);
            Assert.True(error.Message.Length > 80, error.Message);
        }
    }

    [Fact]
    public void One_verifier_serves_many_threads()
    {
        var verifier = Delivery.Verifier();
        var wrong = Delivery.Genuine.Signed(Wrong);
        var deliveries = Enumerable
            .Range(0, 64)
            .Select(size => Delivery.Of(Encoding.UTF8.GetBytes(new string('x', size * 100 + 1))))
            .ToArray();

        Parallel.For(
            0,
            10_000,
            number =>
            {
                Assert.True(verifier.TryVerify(deliveries[number % 64].Headers, deliveries[number % 64].Body, out _));
                Assert.False(verifier.TryVerify(wrong.Headers, wrong.Body, out _));
            }
        );
    }
}
