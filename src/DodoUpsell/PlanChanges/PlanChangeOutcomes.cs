using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>Converts the record of a plan change to its outcome. Each state has exactly one outcome.</summary>
internal sealed class PlanChangeOutcomes(ChargeMessages messages)
{
    public PlanChangeOutcome Of(ChargeRecord record)
    {
        var details = PlanChangeDetails.Of(record);
        var id = record.SubscriptionId ?? "";
        return record.State switch
        {
            ChargeState.Succeeded when details is null or { IsShown: false } => new PlanChangeOutcome.Unknown
            {
                SubscriptionId = id,
                Key = record.Key,
                PaymentId = record.PaymentId,
                CustomerMessage = messages.Text(ChargeMessage.PlanChangeUnknown),
            },
            ChargeState.Succeeded when details.IsScheduled => new PlanChangeOutcome.Scheduled
            {
                SubscriptionId = id,
                Key = record.Key,
                EffectiveAt = details.EffectiveAt,
                CustomerMessage = messages.Text(ChargeMessage.PlanChangeScheduled),
            },
            ChargeState.Succeeded => new PlanChangeOutcome.Changed
            {
                SubscriptionId = id,
                Key = record.Key,
                PaymentId = record.PaymentId,
                Charged = record.Charged ?? Money.Zero(details.Due.Currency),
                CreditGranted = details.CreditGranted,
                NextBillingDate = details.NextBillingDate,
                Drift = record.Charged is { } charged ? PriceDrift.Between(record.PriceShown, charged) : null,
                CustomerMessage = messages.Text(ChargeMessage.PlanChanged),
            },
            ChargeState.Refunded => new PlanChangeOutcome.Refunded
            {
                SubscriptionId = id,
                Key = record.Key,
                PaymentId = record.PaymentId,
                Charged = record.Charged ?? default,
                CustomerMessage = messages.Text(ChargeMessage.Refunded),
            },
            ChargeState.Waiting or ChargeState.Sending when record.ActionUrl is { } url =>
                new PlanChangeOutcome.ActionRequired
                {
                    SubscriptionId = id,
                    Key = record.Key,
                    PaymentId = record.PaymentId,
                    Url = url,
                    CustomerMessage = messages.Text(ChargeMessage.ActionRequired),
                },
            ChargeState.Declined => Failed(record, details),
            ChargeState.Refused => Refused(id, record.Key, PlanChangeRefusals.Of(record.Refusal)),
            ChargeState.NotCharged => Refused(
                id,
                record.Key,
                PlanChangeRefusals.Ours(
                    PlanChangeRefusalReason.NotExecuted,
                    "The change was never made and nothing was charged. Preview again and show the new quote."
                )
            ),
            ChargeState.Sending when record.Checks > 0 && details is not { IsAccepted: true } =>
                new PlanChangeOutcome.Unknown
                {
                    SubscriptionId = id,
                    Key = record.Key,
                    CustomerMessage = messages.Text(ChargeMessage.PlanChangeUnknown),
                },
            _ => new PlanChangeOutcome.PaymentPending
            {
                SubscriptionId = id,
                Key = record.Key,
                PaymentId = record.PaymentId,
                CustomerMessage = messages.Text(ChargeMessage.PlanChangePending),
            },
        };
    }

    public PlanChangeOutcome Refused(string subscriptionId, ChargeKey key, PlanChangeRefusal refusal) =>
        new PlanChangeOutcome.Refused
        {
            SubscriptionId = subscriptionId,
            Key = key,
            Refusal = refusal,
            CustomerMessage = messages.Text(ChargeMessage.PlanChangeRefused),
        };

    public PlanChangeOutcome Refused(PlanChangeQuote quote, PlanChangeRefusalReason reason, string explanation) =>
        Refused(quote.Request.SubscriptionId, quote.Key, PlanChangeRefusals.Ours(reason, explanation));

    public PlanChangeOutcome Expired(PlanChangeQuote quote) =>
        Refused(
            quote,
            PlanChangeRefusalReason.QuoteExpired,
            "The quote has expired. Preview again and show the new quote."
        );

    public PlanChangeOutcome Changed(
        PlanChangeQuote shown,
        PlanChangeQuote now,
        IReadOnlyList<QuoteDifference> differences
    ) =>
        new PlanChangeOutcome.QuoteChanged
        {
            SubscriptionId = shown.Request.SubscriptionId,
            Key = shown.Key,
            NewQuote = now,
            Differences = differences,
            CustomerMessage = messages.Text(ChargeMessage.QuoteChanged),
        };

    private PlanChangeOutcome.PaymentFailed Failed(ChargeRecord record, PlanChangeDetails? details)
    {
        var reason = DeclineReason.Of(record.DeclineCode);
        var stands = details is not { AppliesOnFailure: true, IsShown: true };
        return new()
        {
            SubscriptionId = record.SubscriptionId ?? "",
            Key = record.Key,
            PaymentId = record.PaymentId,
            Reason = reason,
            OldPlanStands = stands,
            CustomerMessage =
                $"{messages.Text(reason.Message)} "
                + $"{messages.Text(stands ? ChargeMessage.PlanStands : ChargeMessage.PlanOnHold)}",
        };
    }
}
