using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Tests.Models;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

public sealed class EventTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{\"type\":\"payment.succeeded\"")]
    [InlineData("{\"type\":\"payment.succeeded\",}")]
    [InlineData("{\"data\":{\"payload_type\":\"Payment\"")]
    [InlineData("{/* none */}")]
    [InlineData("\ufeff{}")]
    [InlineData("<html></html>")]
    [InlineData("""{"note":"\ud800"}""")]
    [InlineData("""{"\uDC00":1}""")]
    [InlineData("""{"data":{"payload_type":"Payment","payment_id":"pay_1","note":["\ud800"]}}""")]
    public void What_is_no_JSON_object_is_refused_by_reason(string body)
    {
        Assert.False(WebhookEvent.TryParse(Encoding.UTF8.GetBytes(body), out var read));
        Assert.Null(read);
        Assert.Equal(
            body.Length == 0 ? WebhookRefusalReason.EmptyBody : WebhookRefusalReason.MalformedBody,
            Assert.Throws<WebhookVerificationException>(() => EventSamples.Read(body)).Reason
        );
        if (body.Length > 0)
        {
            var signed = Delivery.Of(body);
            Assert.Equal(
                WebhookRefusalReason.MalformedBody,
                Assert
                    .Throws<WebhookVerificationException>(() =>
                        Delivery.Verifier().VerifyAndParse(signed.Headers, signed.Body)
                    )
                    .Reason
            );
        }
    }

    [Fact]
    public void What_is_no_UTF8_is_refused()
    {
        Assert.False(WebhookEvent.TryParse([.. "{\"note\":\""u8, 0xC3, 0x28, .. "\"}"u8], out _));
        Assert.False(WebhookEvent.TryParse([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], out _));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(1000, false)]
    [InlineData(100_000, false)]
    public void A_body_has_at_most_64_levels(int levels, bool expected)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            foreach (var place in new[] { "data", "other" })
            {
                var nested =
                    string.Concat(Enumerable.Repeat(open, levels - 1))
                    + "1"
                    + string.Concat(Enumerable.Repeat(close, levels - 1));
                Assert.Equal(
                    expected,
                    WebhookEvent.TryParse(
                        Encoding.UTF8.GetBytes($$$"""{"type":"x","{{{place}}}":{{{nested}}}}"""),
                        out var read
                    )
                );
                if (expected)
                    Assert.Equal(nested, JsonNode.Parse(read!.Written())![place]!.ToJsonString());
            }
        }

        var deepest =
            string.Concat(Enumerable.Repeat("[", levels - 2)) + string.Concat(Enumerable.Repeat("]", levels - 2));
        Assert.Equal(
            expected,
            WebhookEvent.TryParse(
                Encoding.UTF8.GetBytes(
                    $$$"""{"data":{"payload_type":"Payment","payment_id":"pay_1","other":{{{deepest}}}}}"""
                ),
                out var payment
            )
        );
        if (expected)
            Assert.Equal(deepest, Assert.IsType<PaymentEvent>(payment).Data.AdditionalProperties["other"].GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(
        """
            {"type":"brand.renamed","timestamp":"2026-01-01T00:00:00Z","business_id":"bus_1",
              "data":{"payload_type":"Brand","name":"x"},"more":[1]}
            """
    )]
    [InlineData("""{"type":"brand.renamed","data":{"payload_type":"payment","payment_id":"pay_1"}}""")]
    [InlineData("""{"type":"payment.succeeded","data":{"payload_type":7,"payment_id":"pay_1"}}""")]
    [InlineData("""{"type":"payment.succeeded","data":{"payload_type":"Payment"}}""")]
    [InlineData(
        """{"type":"payment.succeeded","data":{"payload_type":"PaymentOfALaterVersion","payment_id":"pay_1"}}"""
    )]
    [InlineData("""{"type":"payment.succeeded","data":{"payload_type":"","payment_id":"pay_1"}}""")]
    [InlineData("""{"type":"payments.succeeded","data":{"payment_id":"pay_1"}}""")]
    [InlineData("""{"type":"Payment.succeeded","data":{"payment_id":"pay_1"}}""")]
    [InlineData("""{"type":"payment","data":{"payment_id":"pay_1"}}""")]
    [InlineData("""{"data":{"payment_id":"pay_1"}}""")]
    [InlineData("""{"type":"payment.succeeded"}""")]
    [InlineData("""{"type":"payment.succeeded","data":{}}""")]
    [InlineData("""{"type":"payment.succeeded","data":[{"payload_type":"Payment"}]}""")]
    [InlineData("""{"type":"payment.succeeded","data":"Payment"}""")]
    [InlineData("""{"type":"payment.succeeded","data":0}""")]
    [InlineData("""{"type":7,"timestamp":"yesterday","business_id":{"id":1}}""")]
    [InlineData("""{"type":" ","timestamp":0,"business_id":false}""")]
    public void What_is_not_known_is_delivered_raw_and_survives_exactly(string body)
    {
        var read = Assert.IsType<UnknownWebhookEvent>(EventSamples.Read(body));

        ModelJsonTests.AssertJson(body, read.Written());
        Assert.Equal(JsonNode.Parse(body)!["data"]?.ToJsonString(), read.Data?.GetRawText());
        Assert.Equal("", read.Subject);
        Assert.Equal(read, EventSamples.Read(body));
        Assert.Equal(read.GetHashCode(), EventSamples.Read(body).GetHashCode());
    }

    [Fact]
    public void An_envelope_of_nulls_says_nothing()
    {
        var read = Assert.IsType<UnknownWebhookEvent>(
            EventSamples.Read("""{"type":null,"timestamp":null,"business_id":null,"data":null}""")
        );

        Assert.Equal((default, default, ""), (read.Type, read.Timestamp, read.BusinessId));
        Assert.Null(read.Data);
        Assert.Equal("{}", read.Written());
    }

    [Fact]
    public void A_member_that_comes_twice_counts_as_it_came_last()
    {
        var read = EventSamples.Read(
            """
            {"type":"a","data":{"payload_type":"Refund","refund_id":"ref_1"},"type":"payment.failed",
              "data":{"payload_type":"Refund","payment_id":"pay_0","payload_type":"Payment","payment_id":"pay_1"}}
            """
        );

        Assert.Equal(
            (WebhookEventType.PaymentFailed, "pay_1"),
            (read.Type, Assert.IsType<PaymentEvent>(read).Data.PaymentId)
        );
        Assert.Null(
            Assert
                .IsType<UnknownWebhookEvent>(
                    EventSamples.Read("""{"data":{"payload_type":"Payment","payment_id":"pay_1"},"data":null}""")
                )
                .Data
        );
    }

    [Theory]
    [InlineData("2026-01-15T14:00:00+02:00")]
    [InlineData("2026-01-15T12:00:00.000Z")]
    [InlineData("2026-01-15T12:00:00Z")]
    public void The_time_is_in_UTC(string timestamp) =>
        Assert.Equal(Delivery.Now, Utc(EventSamples.Read($$"""{"timestamp":"{{timestamp}}"}""").Timestamp));

    [Theory]
    [InlineData("payment:pay_1", """{"payload_type":"Payment","payment_id":"pay_1"}""")]
    [InlineData("subscription:sub_1", """{"payload_type":"Subscription","subscription_id":"sub_1"}""")]
    [InlineData("refund:ref_1", """{"payload_type":"Refund","refund_id":"ref_1"}""")]
    [InlineData("dispute:dsp_1", """{"payload_type":"Dispute","dispute_id":"dsp_1","payment_id":"pay_1"}""")]
    [InlineData("license_key:lic_1", """{"payload_type":"LicenseKey","id":"lic_1"}""")]
    [InlineData("credit_entry:cle_1", """{"payload_type":"CreditLedgerEntry","id":"cle_1"}""")]
    [InlineData(
        "credit_balance:cus_1/cde_1",
        """{"payload_type":"CreditBalanceLow","customer_id":"cus_1","credit_entitlement_id":"cde_1"}"""
    )]
    [InlineData("abandoned_checkout:pay_1", """{"payload_type":"AbandonedCheckout","payment_id":"pay_1"}""")]
    [InlineData("dunning:sub_1", """{"payload_type":"DunningAttempt","subscription_id":"sub_1"}""")]
    [InlineData("entitlement_grant:eg_1", """{"payload_type":"EntitlementGrant","id":"eg_1"}""")]
    [InlineData("payout:pyt_1", """{"payload_type":"Payout","payout_id":"pyt_1"}""")]
    [InlineData("", """{"payload_type":"Brand","id":"brd_1"}""")]
    public void An_event_says_what_it_is_about(string subject, string data) =>
        Assert.Equal(subject, EventSamples.Read($$$"""{"data":{{{data}}}}""").Subject);

    [Theory]
    [InlineData("""{"payload_type":"Payment","payment_id":"pay_1"}""", null)]
    [InlineData("""{"payload_type":"Payment","payment_id":"pay_1","created_at":"2026-01-01T00:00:00Z"}""", 1)]
    [InlineData(
        """
            {"payload_type":"Payment","payment_id":"pay_1","created_at":"2026-01-01T00:00:00Z",
              "updated_at":"2026-01-02T00:00:00Z"}
            """,
        2
    )]
    [InlineData(
        """
            {"payload_type":"EntitlementGrant","id":"eg_1","created_at":"2026-01-01T00:00:00Z",
              "updated_at":"2026-01-03T00:00:00Z"}
            """,
        3
    )]
    [InlineData("""{"payload_type":"EntitlementGrant","id":"eg_1"}""", null)]
    [InlineData("""{"payload_type":"Payout","payout_id":"pyt_1","updated_at":"2026-01-04T00:00:00Z"}""", 4)]
    [InlineData(
        """{"payload_type":"Subscription","subscription_id":"sub_1","created_at":"2026-01-01T00:00:00Z"}""",
        null
    )]
    [InlineData("""{"payload_type":"Refund","refund_id":"ref_1","created_at":"2026-01-01T00:00:00Z"}""", null)]
    public void Objects_that_change_and_say_when_have_a_stamp(string data, int? day) =>
        Assert.Equal(
            day is { } number ? new DateTimeOffset(2026, 1, number, 0, 0, 0, TimeSpan.Zero) : null,
            EventSamples.Read($$$"""{"timestamp":"2026-01-09T00:00:00Z","data":{{{data}}}}""").StateAt
        );

    [Fact]
    public void Past_due_is_known_though_it_is_newer_than_the_contract()
    {
        var read = EventSamples.Read(
            """
            {"type":"subscription.past_due","data":{"payload_type":"Subscription","subscription_id":"sub_1",
              "status":"past_due"}}
            """
        );

        Assert.True(read.Type.IsKnown);
        Assert.Equal(SubscriptionStatus.PastDue, Assert.IsType<SubscriptionEvent>(read).Data.Status);
    }

    [Theory]
    [InlineData("""{"type":"payment.something_new","data":{"payment_id":"pay_1"}}""", "payment:pay_1")]
    [InlineData("""{"data":{"payment_id":"pay_1"},"type":"payment.succeeded"}""", "payment:pay_1")]
    [InlineData(
        """{"type":"subscription.succeeded","data":{"payment_id":"pay_1"},"type":"payment.succeeded"}""",
        "payment:pay_1"
    )]
    [InlineData(
        """{"type":"credit.balance_low","data":{"id":"cle_1","customer_id":"cus_1","credit_entitlement_id":"cde_1"}}""",
        "credit_balance:cus_1/cde_1"
    )]
    [InlineData(
        """
            {"type":"credit.something_new","data":{"id":"cle_1","customer_id":"cus_1",
              "credit_entitlement_id":"cde_1"}}
            """,
        "credit_entry:cle_1"
    )]
    public void Without_payload_type_the_beginning_of_the_type_decides(string body, string subject) =>
        Assert.Equal(subject, EventSamples.Read(body).Subject);

    [Fact]
    public void What_disputes_grants_and_payouts_carry_in_webhooks_is_typed_and_survives()
    {
        const string Dispute = """
            {"type":"dispute.opened","data":{"payload_type":"Dispute","dispute_id":"dsp_1","payment_id":"pay_1",
              "amount":"19.00","currency":"USD","dispute_stage":"dispute","dispute_status":"dispute_opened",
              "is_resolved_by_rdr":false,"created_at":"2026-09-01T00:00:00Z","business_id":"bus_1",
              "brand_id":"brnd_1","payment_provider":"dodo","reason":"Not received",
              "customer":{"customer_id":"cus_1","email":"a@example.com","name":"A","metadata":{}}}}
            """;
        var dispute = Assert.IsType<DisputeEvent>(EventSamples.Read(Dispute));
        Assert.Equal(
            ("cus_1", "Not received", "brnd_1", PaymentProvider.Dodo),
            (dispute.Data.Customer?.CustomerId, dispute.Data.Reason, dispute.Data.BrandId, dispute.Data.PaymentProvider)
        );
        ModelJsonTests.AssertJson(Dispute, dispute.Written());

        var grant = Assert.IsType<EntitlementGrantEvent>(
            EventSamples.Read(
                """
                {"type":"entitlement_grant.delivered","data":{"id":"eg_1","status":"delivered",
                  "external_id":"gh_7","license_key":{"key":"K","id":"lic_1","status":"active"}}}
                """
            )
        );
        Assert.Equal(
            (EntitlementGrantStatus.Delivered, "gh_7", "lic_1", LicenseKeyStatus.Active),
            (grant.Data.Status, grant.Data.ExternalId, grant.Data.LicenseKey?.Id, grant.Data.LicenseKey?.Status)
        );

        foreach (
            var documents in new[]
            {
                """["https://x.test/1"]""",
                """[{"url":"https://x.test/1","n":1.50}]""",
                """{"tax":null}""",
                "\"x\"",
            }
        )
        {
            var payout = Assert.IsType<PayoutEvent>(
                EventSamples.Read(
                    $$$"""{"type":"payout.success","data":{"payout_id":"pyt_1","additional_docs":{{{documents}}}}}"""
                )
            );
            Assert.Equal(documents, payout.Data.AdditionalDocs?.GetRawText());
            Assert.Equal(documents, JsonNode.Parse(payout.Written())!["data"]!["additional_docs"]!.ToJsonString());
        }
    }

    [Fact]
    public void A_status_that_is_blank_is_not_given()
    {
        var read = EventSamples.Read(
            """{"type":"refund.failed","data":{"payload_type":"Refund","refund_id":"ref_1","status":" "}}"""
        );

        Assert.Equal(default, Assert.IsType<RefundEvent>(read).Data.Status);
    }

    [Fact]
    public void An_event_can_be_made_and_sent_to_an_endpoint_of_ones_own()
    {
        var made = new PaymentEvent(
            new Payment
            {
                PaymentId = "pay_1",
                Status = PaymentStatus.Succeeded,
                Metadata = new() { ["note"] = "👍 <b>" },
            }
        )
        {
            Type = WebhookEventType.PaymentSucceeded,
            BusinessId = "bus_1",
            Timestamp = Delivery.Now.ToOffset(TimeSpan.FromHours(2)),
        };

        var body = made.ToUtf8Bytes();
        var headers = new DodoWebhookSigner(Delivery.Secret).Sign("msg_1", Delivery.Now, body);
        var read = Assert.IsType<PaymentEvent>(Delivery.Verifier().VerifyAndParse(headers, body));

        Assert.Equal(
            (made.Type, made.BusinessId, made.Timestamp, made.Data.Metadata),
            (read.Type, read.BusinessId, read.Timestamp, read.Data.Metadata)
        );
        Assert.Equal(body, read.ToUtf8Bytes());
        Assert.Equal("Payment", JsonNode.Parse(body)!["data"]!["payload_type"]!.GetValue<string>());
    }

    [Fact]
    public void Equal_content_is_equal_and_other_content_is_not()
    {
        const string Body =
            """{"type":"refund.succeeded","x":1,"data":{"payload_type":"Refund","refund_id":"ref_1","y":2}}""";

        Assert.Equal(EventSamples.Read(Body), EventSamples.Read(Body));
        Assert.Equal(EventSamples.Read(Body).GetHashCode(), EventSamples.Read(Body).GetHashCode());
        foreach (
            var other in new[]
            {
                Body.Replace("ref_1", "ref_2", StringComparison.Ordinal),
                Body.Replace("\"x\":1", "\"x\":2", StringComparison.Ordinal),
                Body.Replace("\"y\":2", "\"y\":3", StringComparison.Ordinal),
                Body.Replace("succeeded", "failed", StringComparison.Ordinal),
            }
        )
            Assert.NotEqual(EventSamples.Read(Body), EventSamples.Read(other));
        Assert.NotEqual(EventSamples.Read("""{"data":{"a":1}}"""), EventSamples.Read("""{"data":{"a":2}}"""));
        Assert.NotEqual(EventSamples.Read("""{"data":{"a":1}}"""), EventSamples.Read("{}"));
    }

    [Fact]
    public void The_text_form_shows_no_content()
    {
        Assert.Equal("PaymentEvent", EventSamples.Read(Delivery.PaymentJson).ToString());
        Assert.Equal("UnknownWebhookEvent", EventSamples.Read("""{"type":"CANARY"}""").ToString());
    }

    [Fact]
    public void Every_way_to_hand_over_a_body_reads_the_same()
    {
        var body = Encoding.UTF8.GetBytes(Delivery.PaymentJson);
        var expected = (PaymentEvent)WebhookEvent.Parse(body);

        foreach (
            var other in new[]
            {
                WebhookEvent.Parse(body.AsSpan()),
                WebhookEvent.Parse(body.AsMemory()),
                WebhookEvent.Parse(new ReadOnlyMemory<byte>(body)),
            }
        )
            Assert.Equal(
                JsonSerializer.Serialize(expected.Data, SdkSerializer.Options),
                JsonSerializer.Serialize(Assert.IsType<PaymentEvent>(other).Data, SdkSerializer.Options)
            );
        Assert.Throws<ArgumentNullException>("body", () => WebhookEvent.Parse((byte[])null!));
    }

    private static DateTimeOffset Utc(DateTimeOffset moment)
    {
        Assert.Equal(TimeSpan.Zero, moment.Offset);
        return moment;
    }
}
