using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.PaymentMethods;

namespace DodoUpsell.Emulator.Payments;

/// <summary>Starts payments and brings them to a final status.</summary>
internal sealed class PaymentProcessor(EmulatorState state)
{
    private static readonly TimeSpan AuthenticationLifetime = TimeSpan.FromMinutes(15);

    public Payment Start(PaymentDraft draft, Uri origin)
    {
        var id = state.Ids.Next("pay");
        var payment = new Payment
        {
            Id = id,
            ClientSecret = state.Ids.Secret(id),
            CreatedAt = state.Now,
            Customer = draft.Customer,
            Cart = draft.Cart,
            Billing = draft.Billing,
            Metadata = (JsonObject)draft.Metadata.DeepClone(),
            CheckoutSessionId = draft.CheckoutSessionId,
            SubscriptionIds = draft.SubscriptionIds,
            RetryAttempt = draft.RetryAttempt,
            OpenInvoiceId = draft.InvoiceId,
            IsMethodUpdate = draft.IsMethodUpdate,
            RedeemsDiscounts = draft.RedeemsDiscounts,
            CoveredByCredit = draft.CoveredByCredit,
            WhenFinal = draft.WhenFinal,
            Method = draft.Method,
            ForceThreeDSecure = draft.ForceThreeDSecure,
            IsProrated = draft.IsProrated,
            ReturnUrl = draft.ReturnUrl,
            Origin = state.Origins.Of(origin),
            Status = IntentStatus.Processing,
            Settlement = state.Options.Settlement,
        };
        state.Payments.Put(payment);
        if (payment.RedeemsDiscounts)
        {
            foreach (var discount in payment.Cart.Discounts)
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

    /// <summary>Charges the card that the customer entered on a page.</summary>
    public void PayByCard(Payment payment, PaymentMethod method)
    {
        payment.Method = method;
        payment.IsCustomerPresent = true;
        if (payment.ForceThreeDSecure || method.Card.RequiresAuthentication)
            WaitForCustomer(payment, IntentStatus.RequiresCustomerAction, withLink: true, AuthenticationLifetime);
        else
            BeginSettlementOnPage(payment);
    }

    /// <summary>Charges the UPI id that the customer entered on a page.</summary>
    public void PayByUpi(Payment payment, string upiId)
    {
        payment.UpiId = upiId;
        payment.IsCustomerPresent = true;
        BeginSettlementOnPage(payment);
    }

    /// <summary>
    /// Counts a read. Must be called before a response shows the payment's status, because some settlements count
    /// reads.
    /// </summary>
    public void NoteRead(Payment payment)
    {
        if (payment.Status is not IntentStatus.Processing || payment.Settlement.ProcessingReads is not { } limit)
            return;

        if (payment.ProcessingReads >= limit)
            Settle(payment);
        else
            payment.ProcessingReads++;
    }

    /// <summary>Cancels a payment that is not needed any more.</summary>
    public void Cancel(Payment payment)
    {
        if (!payment.IsFinal)
            Finish(payment, IntentStatus.Cancelled);
    }

    /// <summary>Continues the payment after 3-D Secure.</summary>
    public void Authenticate(Payment payment, bool approved)
    {
        if (approved)
            BeginSettlementOnPage(payment);
        else
            Fail(payment, DeclineCodes.AuthenticationFailure);
    }

    private void BeginSettlementOnPage(Payment payment)
    {
        payment.Settlement = state.Options.PageSettlement;
        BeginSettlement(payment);
    }

    private void BeginSettlement(Payment payment)
    {
        if (payment.Settlement.Delay == TimeSpan.Zero)
        {
            Settle(payment);
            return;
        }

        Become(payment, IntentStatus.Processing);
        state.Schedule(payment.Settlement.Delay, () => Settle(payment));
    }

    private void WaitForCustomer(Payment payment, string status, bool withLink, TimeSpan lifetime)
    {
        Become(payment, status);
        payment.Link = withLink ? HostedPages.Payment(state, payment.Origin, payment.Id) : null;
        var end = state.Now + lifetime;
        payment.ExpiresAt = end;
        if (!state.Options.KeepWaitingPayments)
            state.Schedule(lifetime, () => EndWait(payment, end));
    }

    // A payment that was made in the last minute, or is in 3-D Secure since then, is not cancelled at that time.
    private void EndWait(Payment payment, DateTimeOffset end)
    {
        if (
            payment.Status is IntentStatus.RequiresCustomerAction or IntentStatus.RequiresPaymentMethod
            && payment.ExpiresAt == end
        )
            Cancel(payment);
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
            Keep(method);

        payment.InvoiceId = payment.OpenInvoiceId ?? state.Ids.Next("inv");
        if (payment.Cart.Total > 0)
        {
            state.Charges.Put(
                new Charge(
                    payment.Id,
                    payment.Customer.Id,
                    payment.Cart.Total,
                    payment.Cart.Currency,
                    state.Now,
                    payment.Metadata
                )
            );
        }

        Finish(payment, IntentStatus.Succeeded);
    }

    private string? Refusal(Payment payment) =>
        payment switch
        {
            // If credit pays the full amount, the card is not charged and cannot decline.
            { CoveredByCredit: true } => null,
            { UpiId: TestUpi.Failure } => DeclineCodes.GenericDecline,
            { UpiId: not null } => null,
            { Method: null } => DeclineCodes.MandateRequired,
            { Method: { } method } when method.IsExpired(state.Now) => DeclineCodes.ExpiredCard,
            // The first payment attaches such a card; only later charges are declined.
            { Method.Card.PaysOnce: true, IsCustomerPresent: true } => null,
            { Method: { } method } => method.Card.DeclineCode,
        };

    private void Keep(PaymentMethod method)
    {
        method.LastUsedAt = state.Now;
        if (method.IsSaved)
            return;

        method.IsSaved = true;
        state.PaymentMethods.Put(method);
    }

    private void Fail(Payment payment, string errorCode)
    {
        payment.ErrorCode = errorCode;
        Finish(payment, IntentStatus.Failed);
    }

    private void Finish(Payment payment, string status)
    {
        payment.UpdatedAt = state.Now;
        if (payment.RedeemsDiscounts && status is not IntentStatus.Succeeded)
        {
            foreach (var discount in payment.Cart.Discounts)
                discount.Release(payment.Customer.Id);
        }

        Become(payment, status);
        payment.WhenFinal?.Invoke(payment);
    }

    // The only place in which a status changes, and therefore the one that raises the events.
    private void Become(Payment payment, string status)
    {
        payment.Status = status;
        if (EventTypes.OfPayment(status) is { } type)
            state.Events.Raise(type, payment.Id);
    }
}
