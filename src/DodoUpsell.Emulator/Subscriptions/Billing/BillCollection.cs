using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>Collects a bill: from credit first, then from the card.</summary>
internal sealed class BillCollection(EmulatorState state, PaymentProcessor payments)
{
    private static readonly TimeSpan PageLifetime = TimeSpan.FromHours(24);
    private readonly CreditLedger _credits = new(state);

    public Payment Collect(Subscription subscription, BillPayment request, IEnumerable<SubscriptionDiscount> discounts)
    {
        var bill = request.Bill;
        _credits.Use(subscription, bill.CreditUsed);
        var payment = payments.Start(
            new PaymentDraft
            {
                Customer = subscription.Customer,
                Cart = bill.ToCart(discounts.Select(discount => discount.Discount)),
                Billing = subscription.Billing,
                Metadata = request.Metadata ?? subscription.Metadata,
                SubscriptionIds = [subscription.Id],
                IsProrated = request.IsProrated,
                Method = request.Method,
                OffSession = !request.OnPage,
                WantsLink = request.OnPage,
                CoveredByCredit = bill.Total == 0,
                RedeemsDiscounts = false,
                RetryAttempt = request.RetryAttempt,
                InvoiceId = request.InvoiceId,
                Lifetime = PageLifetime,
                WhenFinal = payment => Conclude(subscription, request, payment),
            },
            subscription.Origin
        );
        subscription.LatestPayment = payment;
        return payment;
    }

    private void Conclude(Subscription subscription, BillPayment request, Payment payment)
    {
        if (payment.Status is IntentStatus.Succeeded)
        {
            _credits.Grant(subscription, request.Bill.TopUp, payment.Id);
            request.WhenPaid(payment);
        }
        else
        {
            _credits.Restore(subscription, request.Bill.CreditUsed, payment.Id);
            request.WhenNotPaid(payment);
        }
    }
}
