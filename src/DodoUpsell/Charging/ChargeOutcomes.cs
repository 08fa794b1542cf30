namespace DodoUpsell.Charging;

/// <summary>Converts records to outcomes. Each state has exactly one outcome.</summary>
internal sealed class ChargeOutcomes(ChargeMessages messages, TimeProvider clock)
{
    public ChargeOutcome Of(ChargeRun run, ChargeKey key) =>
        run switch
        {
            { Record: { } record } => Of(record),
            { Refusal: { } refusal } => new ChargeOutcome.Refused
            {
                Key = key,
                Refusal = refusal,
                CustomerMessage = messages.Text(ChargeMessage.Refused),
            },
            _ => throw new InvalidOperationException("A cart charge does not expire."),
        };

    public ChargeOutcome Of(ChargeRecord record) =>
        record.State switch
        {
            ChargeState.Succeeded => new ChargeOutcome.Succeeded
            {
                Key = record.Key,
                PaymentId = record.PaymentId,
                SubscriptionId = record.SubscriptionId,
                SubscriptionIds = record.SubscriptionIds,
                Charged = record.Charged ?? default,
                Drift = record.Charged is { } charged ? PriceDrift.Between(record.PriceShown, charged) : null,
                CustomerMessage = messages.Text(ChargeMessage.Succeeded),
            },
            ChargeState.Refunded => new ChargeOutcome.Refunded
            {
                Key = record.Key,
                PaymentId = record.PaymentId,
                Charged = record.Charged ?? default,
                CustomerMessage = messages.Text(ChargeMessage.Refunded),
            },
            ChargeState.Waiting or ChargeState.Sending when record.ActionUrl is { } url =>
                new ChargeOutcome.ActionRequired
                {
                    Key = record.Key,
                    PaymentId = record.PaymentId,
                    Url = url,
                    CustomerMessage = messages.Text(ChargeMessage.ActionRequired),
                },
            ChargeState.Waiting => new ChargeOutcome.Processing
            {
                Key = record.Key,
                PaymentId = record.PaymentId,
                CustomerMessage = messages.Text(ChargeMessage.Processing),
            },
            ChargeState.Declined => Declined(record, checkoutUrl: null),
            ChargeState.CheckoutOpen when record.CheckoutExpiresAt > clock.GetUtcNow() => OnPage(
                record,
                record.CheckoutUrl!
            ),
            ChargeState.Refused => Refused(record, checkoutUrl: null),
            ChargeState.NotCharged => new ChargeOutcome.NotCharged
            {
                Key = record.Key,
                CustomerMessage = messages.Text(ChargeMessage.NotCharged),
            },

            // A closed checkout page must not be shown to a customer. It may have been paid just before it closed.
            ChargeState.CheckoutOpen => new ChargeOutcome.Pending
            {
                Key = record.Key,
                CustomerMessage = messages.Text(ChargeMessage.Pending),
            },
            ChargeState.Sending when record.Checks > 0 => new ChargeOutcome.Pending
            {
                Key = record.Key,
                CustomerMessage = messages.Text(ChargeMessage.Pending),
            },
            _ => new ChargeOutcome.AlreadyInProgress
            {
                Key = record.Key,
                CustomerMessage = messages.Text(ChargeMessage.AlreadyInProgress),
            },
        };

    private ChargeOutcome OnPage(ChargeRecord record, string url) =>
        record.CheckoutReason switch
        {
            CheckoutReason.Declined => Declined(record, url),
            CheckoutReason.Refused => Refused(record, url),
            var why => new ChargeOutcome.CheckoutRequired
            {
                Key = record.Key,
                CheckoutUrl = url,
                Why = why ?? CheckoutReason.NoUsableMethod,
                CustomerMessage = messages.Text(ChargeMessage.CheckoutRequired),
            },
        };

    private ChargeOutcome.Declined Declined(ChargeRecord record, string? checkoutUrl)
    {
        var reason = DeclineReason.Of(record.DeclineCode);
        return new()
        {
            Key = record.Key,
            PaymentId = record.PaymentId,
            Reason = reason,
            CheckoutUrl = checkoutUrl,
            CustomerMessage = messages.Text(reason.Message),
        };
    }

    private ChargeOutcome.Refused Refused(ChargeRecord record, string? checkoutUrl) =>
        new()
        {
            Key = record.Key,
            Refusal =
                record.Refusal
                ?? new ChargeRefusal(ChargeRefusalReason.RefusedByApi, default, "The charge was refused."),
            CheckoutUrl = checkoutUrl,
            CustomerMessage = messages.Text(ChargeMessage.Refused),
        };
}
