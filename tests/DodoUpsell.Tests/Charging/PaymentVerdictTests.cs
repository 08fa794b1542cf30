using DodoUpsell.Charging;
using static DodoUpsell.Charging.PaymentVerdict;

namespace DodoUpsell.Tests.Charging;

public sealed class PaymentVerdictTests
{
    private const string Link = "https://checkout.example.test/pay_1";

    // Status, verdict with a link, verdict without: the same for one-time payments and for those of subscriptions.
    private static readonly (string? Status, PaymentVerdict WithLink, PaymentVerdict WithoutLink)[] Expected =
    [
        ("succeeded", Succeeded, Succeeded),
        ("failed", Declined, Declined),
        ("cancelled", Declined, Declined),
        ("processing", Processing, Processing),
        ("requires_customer_action", ActionRequired, Processing),
        ("requires_merchant_action", Processing, Processing),
        ("requires_payment_method", ActionRequired, Processing),
        ("requires_confirmation", ActionRequired, Processing),
        ("requires_capture", Processing, Processing),
        ("partially_captured", PartlyPaid, PartlyPaid),
        ("partially_captured_and_capturable", Processing, Processing),
        (null, Unknown, Unknown),
        ("", Unknown, Unknown),
        ("SUCCEEDED", Unknown, Unknown),
        ("succeeded ", Unknown, Unknown),
        ("paid_in_full", Unknown, Unknown),
    ];

    private static readonly string?[] NoLinks =
    [
        null,
        "",
        "  ",
        "/pay_1",
        "pay_1",
        "javascript:alert(1)",
        "file:///etc/hosts",
        "ftp://example.test/x",
    ];

    private static readonly string?[] Links = [Link, "http://localhost:4010/pay/pay_1"];

    [Fact]
    public void Every_status_has_exactly_one_verdict_for_both_kinds_of_payments_with_and_without_a_link()
    {
        var wrong =
            from row in Expected
            from subscription in new[] { null, "sub_1" }
            from link in NoLinks.Concat(Links)
            let payment = new Payment
            {
                PaymentId = "pay_1",
                Status = StatusOf(row.Status),
                SubscriptionId = subscription,
                PaymentLink = link,
                ErrorCode = "GENERIC_DECLINE",
            }
            let expected = Links.Contains(link) ? row.WithLink : row.WithoutLink
            where PaymentVerdicts.Of(payment) != expected || PaymentVerdicts.Of(payment.Status, link) != expected
            select $"{row.Status ?? "null"}, link {link ?? "null"}, subscription {subscription ?? "null"}: "
                + $"{PaymentVerdicts.Of(payment)} instead of {expected}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_status_that_is_new_needs_a_row_here() =>
        Assert.Equal(
            PaymentStatus.KnownValues.Select(status => status.Value).Order(StringComparer.Ordinal),
            Expected.Take(11).Select(row => row.Status).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_verdict_on_a_status_is_reached() =>
        Assert.Equal(
            Enum.GetValues<PaymentVerdict>().Except([Refunded, MethodSetup, Abandoned]),
            Expected.SelectMany(row => new[] { row.WithLink, row.WithoutLink }).Distinct().Order()
        );

    [Fact]
    public void A_success_that_was_refunded_or_bought_nothing_is_none()
    {
        var paid = new Payment { PaymentId = "pay_1", Status = PaymentStatus.Succeeded };

        Assert.Equal(Refunded, PaymentVerdicts.Of(paid with { RefundStatus = PaymentRefundStatus.Full }));
        Assert.Equal(Succeeded, PaymentVerdicts.Of(paid with { RefundStatus = PaymentRefundStatus.Partial }));
        Assert.Equal(MethodSetup, PaymentVerdicts.Of(paid with { IsUpdatePaymentMethod = true }));
        Assert.Equal(
            Processing,
            PaymentVerdicts.Of(paid with { Status = PaymentStatus.Processing, IsUpdatePaymentMethod = true })
        );
    }

    private static PaymentStatus? StatusOf(string? text) =>
        text switch
        {
            null => null,
            "" => default(PaymentStatus),
            _ => new PaymentStatus(text),
        };
}
