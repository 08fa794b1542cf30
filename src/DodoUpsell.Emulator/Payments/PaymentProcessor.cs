using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Discounts;
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
            SubscriptionId = draft.SubscriptionId,
            IsProrated = draft.IsProrated,
            RetryAttempt = draft.RetryAttempt,
            IsMethodUpdate = draft.IsMethodUpdate,
            RedeemsDiscounts = draft.RedeemsDiscounts,
            CoveredByCredit = draft.CoveredByCredit,
            WhenFinal = draft.WhenFinal,
            Method = draft.Method,
            Origin = origin,
            Status = IntentStatus.Processing,
        };
        world.Payments.Put(payment);
        if (payment.RedeemsDiscounts)
        {
            foreach (Discount discount in payment.Cart.Discounts)
                discount.Redeem(payment.Customer.Id);
        }

        if (draft.CoveredByCredit || (draft.OffSession && draft.Method is null))
            BeginSettlement(payment);
        else if (draft.Method is null)
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

    /// <summary>Ends a payment that can no longer be wanted.</summary>
    public void Cancel(Payment payment)
    {
        if (!payment.IsFinal)
            Finish(payment, IntentStatus.Cancelled);
    }

    /// <summary>Goes on after the bank has asked the customer.</summary>
    public void Authenticate(Payment payment, bool approved)
    {
        if (approved)
            Settle(payment);
        else
            Fail(payment, DeclineCodes.AuthenticationFailure);
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
        world.Schedule(lifetime, () => Cancel(payment));
    }

    private void Settle(Payment payment)
    {
        if (payment.IsFinal)
            return;

        if (Refusal(payment) is { } code)
        {
            Fail(payment, code);
            return;
        }

        if (payment.Method is { } method)
            method.LastUsedAt = world.Now;

        payment.InvoiceId = world.Ids.Next("inv");
        if (payment.Cart.Total > 0)
        {
            world.Charges.Put(new Charge(
                payment.Id, payment.Customer.Id, payment.Cart.Total, payment.Cart.Currency, world.Now, payment.Metadata));
        }

        Finish(payment, IntentStatus.Succeeded);
    }

    private string? Refusal(Payment payment) => payment switch
    {
        // What credit pays in full asks nothing of the card, so no card can refuse it.
        { CoveredByCredit: true } => null,
        { Method: null } => DeclineCodes.MandateRequired,
        { Method: { } method } when method.IsExpired(world.Now) => DeclineCodes.ExpiredCard,
        { Method: { } method } => method.Card.DeclineCode,
    };

    private void Fail(Payment payment, string errorCode)
    {
        payment.ErrorCode = errorCode;
        Finish(payment, IntentStatus.Failed);
    }

    private void Finish(Payment payment, string status)
    {
        payment.Status = status;
        payment.UpdatedAt = world.Now;
        if (payment.RedeemsDiscounts && status is not IntentStatus.Succeeded)
        {
            foreach (Discount discount in payment.Cart.Discounts)
                discount.Release(payment.Customer.Id);
        }

        payment.WhenFinal?.Invoke(payment);
    }
}
