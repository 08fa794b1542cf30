using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.PlanChanges;

/// <summary>Pays what a subscription on hold owes, by giving it another method. The request takes no metadata, so that its payment is told from the ones before it.</summary>
internal sealed class DuesCharge(IDodoClient dodo, SubscriptionGate gate, RecoverRequest request) : ChargeIntent
{
    public const string FlowName = "recovery";

    private string[] _paymentsBefore = [];

    public override string? SubscriptionId => request.SubscriptionId;

    public override string? Details => string.Join(' ', _paymentsBefore);

    public static bool Concerns(ChargeRecord record) => string.Equals(record.Flow, FlowName, StringComparison.Ordinal);

    private static Preparation UnderWay => new Preparation.Refuse(new ChargeRefusal(ChargeRefusalReason.PaymentUnderWay, default, "Another payment or change of this subscription is under way. Wait for its outcome before you charge it again."));

    /// <summary>Whether a payment of the subscription may be the one that a recovery made: it was not there before.</summary>
    public static bool MayHaveMade(ChargeRecord record, string paymentId) => record.Details?.Split(' ').Contains(paymentId, StringComparer.Ordinal) == false;

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        if (!await gate.EnterAsync(Key, request.SubscriptionId, cancellationToken).ConfigureAwait(false)) return UnderWay;

        Subscription subscription;
        try
        {
            subscription = await dodo.Subscriptions.GetAsync(request.SubscriptionId, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return new Preparation.Refuse(new ChargeRefusal(ChargeRefusalReason.UnknownSubscription, e.Code, e.Message));
        }

        if (subscription.Status != SubscriptionStatus.OnHold && subscription.Status != SubscriptionStatus.PastDue)
        {
            return new Preparation.Refuse(new ChargeRefusal(ChargeRefusalReason.NothingOwed, default, $"The subscription is {subscription.Status}, so that it owes nothing. To move an active one to another method, use {nameof(ISubscriptionsClient)}.{nameof(ISubscriptionsClient.UpdatePaymentMethodAsync)}."));
        }

        var before = new List<string>();
        await foreach (var payment in dodo.Payments.ListAsync(new ListPaymentsRequest { SubscriptionId = request.SubscriptionId, PageSize = 100 }, cancellationToken).ConfigureAwait(false))
        {
            // Such as a debit that takes days: it may pay the dues.
            if (payment.Status == PaymentStatus.Processing) return UnderWay;
            before.Add(payment.PaymentId);
        }

        _paymentsBefore = [.. before];
        return new Preparation.Ready((request.PaymentMethod as ExistingPaymentMethod)?.PaymentMethodId ?? "");
    }

    public override async Task<string?> SendAsync(string paymentMethodId, Metadata tagged) =>
        (await dodo.Subscriptions.UpdatePaymentMethodAsync(request.SubscriptionId, request.PaymentMethod, CancellationToken.None).ConfigureAwait(false)).PaymentId;

    public override Task<CheckoutSession> OpenCheckoutAsync(Metadata tagged, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Dues are paid with another method, not on a checkout page.");
}
