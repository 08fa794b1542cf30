using System.Globalization;
using DodoUpsell.Diagnostics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Offers;

/// <summary>
/// Links the customer of a paid purchase to its user, and opens the offer for it. It never fails: the app's handlers of
/// the same delivery run whatever happens here, and no later than the deadline of a decision.
/// </summary>
internal sealed class OfferWebhookHandler(OfferEngine engine, OfferDecider decider) : ISystemWebhookHandler
{
    private readonly SubjectLinks _links = new(engine);

    public async Task HandleAsync(
        WebhookEvent webhookEvent,
        WebhookContext context,
        CancellationToken cancellationToken
    )
    {
        // An app without rules makes no offers and is spared the reads.
        if (webhookEvent is not PaymentEvent { Data: { } payment } || engine.Catalogue.Rules.Count == 0)
            return;
        await LinkAsync(payment, cancellationToken).ConfigureAwait(false);

        // What the payment itself rules out, such as most renewals, costs no call of the API.
        var catalogue = engine.Catalogue;
        if (!catalogue.Options.OpenOnPurchase || catalogue.Rules.Count == 0 || PurchaseCheck.Of(payment) is not null)
            return;
        await decider
            .FindAfterPurchaseAsync(
                // Nobody is looking yet, so the culture of the server says nothing: the first configured one is used.
                new() { PaymentId = payment.PaymentId, Culture = CultureInfo.InvariantCulture },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task LinkAsync(Payment payment, CancellationToken cancellationToken)
    {
        try
        {
            await _links
                .LinkAsync(payment, cancellationToken)
                .WaitAsync(engine.Catalogue.Options.DecisionDeadline, engine.Clock, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OfferLinkFailed(engine.Log, payment.PaymentId, e.GetType().Name);
        }
    }
}
