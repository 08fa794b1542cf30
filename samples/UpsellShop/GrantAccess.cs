using DodoUpsell;
using DodoUpsell.Webhooks;
using UpsellShop.Data;

namespace UpsellShop;

/// <summary>Grants what was bought at the checkout, unless it was refunded in full meanwhile.</summary>
internal sealed class GrantPurchases(AccessBook book) : IDodoWebhookHandler<PaymentEvent>
{
    public async Task HandleAsync(
        PaymentEvent webhookEvent,
        WebhookContext context,
        CancellationToken cancellationToken = default
    )
    {
        // A payment with a charge belongs to an offer or a plan change: its settlement grants it.
        var payment = webhookEvent.Data;
        if (payment.Charge is not null || payment.Customer is not { CustomerId: { } customer })
            return;
        if (payment.RefundStatus == PaymentRefundStatus.Full)
            await book.RevokeAsync(payment.PaymentId, cancellationToken);
        else if (payment.Status == PaymentStatus.Succeeded && payment.ProductCart is { } cart)
            await book.GrantAsync(payment.PaymentId, customer, cart.Select(item => item.ProductId), cancellationToken);
    }
}

/// <summary>Revokes what was refunded in full, such as after a withdrawal.</summary>
internal sealed class RevokeRefunds(AccessBook book) : IDodoWebhookHandler<RefundEvent>
{
    public Task HandleAsync(
        RefundEvent webhookEvent,
        WebhookContext context,
        CancellationToken cancellationToken = default
    )
    {
        var refund = webhookEvent.Data;
        return refund.Status == RefundStatus.Succeeded && !refund.IsPartial
            ? book.RevokeAsync(refund.PaymentId, cancellationToken)
            : Task.CompletedTask;
    }
}

/// <summary>Grants what an accepted offer sold, whoever noticed that it was paid.</summary>
internal sealed class GrantOffers(AccessBook book, IOfferFlow offers) : IChargeSettlementHandler
{
    public async Task HandleAsync(
        ChargeSettlement settlement,
        SettlementContext context,
        CancellationToken cancellationToken = default
    )
    {
        var charge = settlement.Charge;
        if (charge.PaymentId is not { } payment)
            return;
        if (settlement.Kind is ChargeSettlementKind.Refund or ChargeSettlementKind.DisputeLost)
        {
            await book.RevokeAsync(payment, cancellationToken);
            return;
        }

        // The key of an offer's charge is the id of the offer. A plan change is read from the subscription instead.
        var offer = await offers.FindAsync(
            SubjectIds.OfCustomer(charge.CustomerId),
            charge.Key.ToString(),
            cancellationToken
        );
        if (charge.State == ChargeState.Succeeded && offer?.Sale is OfferedSale.Products sale)
            await book.GrantAsync(
                payment,
                charge.CustomerId,
                sale.Items.Select(item => item.ProductId),
                cancellationToken
            );
    }
}
