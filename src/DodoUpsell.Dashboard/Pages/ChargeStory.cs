using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>One event in the story of a charge.</summary>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">More about it, or null.</param>
/// <param name="Look">The look of its mark: good, bad, warn, info or none.</param>
/// <param name="Link">The page with more about it, or null.</param>
internal sealed record ChargeEvent(DateTimeOffset At, string Title, string? Detail, string Look, string? Link = null);

/// <summary>Puts what the ledger, the API, the inbox and the settlements know into one order of time.</summary>
internal sealed class ChargeStory(
    DashboardLinks links,
    ChargeRecord record,
    IReadOnlyList<ChargePayment> payments,
    IReadOnlyList<InboxDelivery> deliveries,
    IReadOnlyList<SettlementDelivery> settlements
)
{
    public IReadOnlyList<ChargeEvent> Events() =>
        [
            // What happened at the same moment stays in the order in which a charge goes: sent, paid, noticed, told.
            .. Sending()
                .Concat(payments.SelectMany(Payments))
                .Concat(deliveries.Select(Delivery))
                .Concat(Outcome())
                .Concat(settlements.SelectMany(Settlement))
                .OrderBy(one => one.At),
        ];

    private IEnumerable<ChargeEvent> Sending()
    {
        yield return new(record.ClaimedAt, "The key was claimed", $"Flow {record.Flow}", "");
        foreach (var (number, attempt) in record.Attempts.Index())
        {
            var what = attempt.IsCheckout ? "a checkout page" : "one click on a saved payment method";
            yield return new(attempt.StartedAt, $"Attempt {number + 1} began", $"With {what}", "info");
        }

        if (record.SentAt is { } sent)
            yield return new(sent, "The charge was sent", "It is never sent a second time", "info");
    }

    private IEnumerable<ChargeEvent> Outcome()
    {
        if (record.SettledAt is { } settled)
            yield return new(
                settled,
                $"The outcome: {Words.Of(record.State)}",
                Words.Meaning(record.State),
                Words.Look(record.State)
            );
    }

    private static IEnumerable<ChargeEvent> Payments(ChargePayment read)
    {
        if (read.Payment is not { } payment)
            yield break;
        yield return new(
            payment.CreatedAt,
            "The payment was created",
            $"{read.Id}, {Formats.Money(payment.Total)}",
            "info"
        );
        foreach (var refund in payment.Refunds)
            yield return new(refund.CreatedAt, "A refund was created", refund.RefundId, "warn");
        foreach (var dispute in payment.Disputes)
            yield return new(dispute.CreatedAt, "A dispute was opened", dispute.DisputeId, "bad");
    }

    private ChargeEvent Delivery(InboxDelivery delivery) =>
        new(
            delivery.ReceivedAt,
            $"Webhook {delivery.Type}",
            delivery.State == InboxState.Parked ? "Parked: all attempts failed" : Words.Of(delivery.State),
            Words.Look(delivery.State),
            links.Delivery(delivery.Id)
        );

    private IEnumerable<ChargeEvent> Settlement(SettlementDelivery delivery)
    {
        var settlement = delivery.Settlement;
        var kind = Words.Of(settlement.Kind);
        var link = links.Settlement(settlement.Id);
        yield return new(
            settlement.OccurredAt,
            $"Settlement recorded: {kind}",
            Formats.Money(settlement.Amount),
            "info",
            link
        );
        if (delivery.FinishedAt is { } finished)
            yield return delivery.State == InboxState.Completed
                ? new(finished, $"The app was told: {kind}", null, "good", link)
                : new(finished, $"The app could not be told: {kind}", "Parked: all attempts failed", "bad", link);
    }
}
