using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;

namespace DodoUpsell.Emulator.Payments;

/// <summary>Starts payments and brings them to their end.</summary>
internal sealed class PaymentProcessor(World world)
{
    private static readonly TimeSpan AuthenticationLifetime = TimeSpan.FromMinutes(15);

    public Payment Start(PaymentDraft draft, Uri origin)
    {
        string id = world.Ids.Next("pay");
        var payment = new Payment
        {
            Id = id,
            ClientSecret = world.Ids.Secret(id),
            CreatedAt = world.Now,
            Customer = draft.Customer,
            Cart = draft.Cart,
            Billing = draft.Billing,
            Metadata = (JsonObject)draft.Metadata.DeepClone(),
            CheckoutSessionId = draft.CheckoutSessionId,
            Method = draft.Method,
            Origin = origin,
            Status = IntentStatus.Processing,
        };
        world.Payments.Put(payment);
        if (draft.Method is null)
            WaitForCustomer(payment, IntentStatus.RequiresPaymentMethod, draft.WantsLink, draft.Lifetime);
        else if (draft.ForceThreeDSecure || draft.Method.Card.RequiresAuthentication)
            WaitForCustomer(payment, IntentStatus.RequiresCustomerAction, withLink: true, AuthenticationLifetime);
        else
            BeginSettlement(payment);

        return payment;
    }

    /// <summary>To be called before an answer shows the payment's status: some settlements count reads.</summary>
    public void NoteRead(Payment payment)
    {
        if (payment.Status is not IntentStatus.Processing || world.Options.Settlement.ProcessingReads is not { } limit)
            return;

        if (payment.ProcessingReads >= limit)
            Settle(payment);
        else
            payment.ProcessingReads++;
    }

    private void BeginSettlement(Payment payment)
    {
        PaymentSettlement settlement = world.Options.Settlement;
        if (settlement.Delay == TimeSpan.Zero)
            Settle(payment);
        else
            world.Schedule(settlement.Delay, () => Settle(payment));
    }

    private void WaitForCustomer(Payment payment, string status, bool withLink, TimeSpan lifetime)
    {
        payment.Status = status;
        payment.Link = withLink ? HostedPages.Payment(world.Options, payment.Origin, payment.Id) : null;
        payment.ExpiresAt = world.Now + lifetime;
        world.Schedule(lifetime, () =>
        {
            if (!payment.IsFinal)
                Finish(payment, IntentStatus.Cancelled);
        });
    }

    private void Settle(Payment payment)
    {
        if (payment.IsFinal)
            return;

        PaymentMethod method = payment.Method!;
        payment.ErrorCode = method.IsExpired(world.Now) ? DeclineCodes.ExpiredCard : method.Card.DeclineCode;
        if (payment.ErrorCode is not null)
        {
            Finish(payment, IntentStatus.Failed);
            return;
        }

        Finish(payment, IntentStatus.Succeeded);
        method.LastUsedAt = world.Now;
        payment.InvoiceId = world.Ids.Next("inv");
        world.Charges.Put(new Charge(
            payment.Id, payment.Customer.Id, payment.Cart.Total, payment.Cart.Currency, world.Now, payment.Metadata));
    }

    private void Finish(Payment payment, string status)
    {
        payment.Status = status;
        payment.UpdatedAt = world.Now;
    }
}
