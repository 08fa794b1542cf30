namespace DodoUpsell.AspNetCore.Outcomes;

/// <summary>Converts each case of an outcome to its response.</summary>
internal static class OutcomeResponses
{
    public static OutcomeResponse Of(ChargeOutcome outcome)
    {
        var response = New(StatusOf(outcome), outcome.CustomerMessage, outcome.PaymentId);
        return outcome switch
        {
            ChargeOutcome.Succeeded paid => response with
            {
                Charged = MoneyResponse.Of(paid.Charged),
                SubscriptionId = paid.SubscriptionId,
            },
            ChargeOutcome.Refunded refunded => response with { Charged = MoneyResponse.Of(refunded.Charged) },
            ChargeOutcome.ActionRequired step => response with { RedirectUrl = step.Url },
            ChargeOutcome.CheckoutRequired page => response with { RedirectUrl = page.CheckoutUrl },
            ChargeOutcome.Declined declined => response with { RedirectUrl = declined.CheckoutUrl },
            ChargeOutcome.Refused refused => response with { RedirectUrl = refused.CheckoutUrl },
            ChargeOutcome.NotCharged => response with { CanRetry = true },
            _ => response,
        };
    }

    public static OutcomeResponse Of(OfferOutcome outcome)
    {
        var response = New(StatusOf(outcome), outcome.CustomerMessage, outcome.PaymentId) with
        {
            OfferId = outcome.OfferId,
        };
        return outcome switch
        {
            OfferOutcome.Succeeded paid => response with
            {
                Charged = MoneyResponse.Of(paid.Charged),
                SubscriptionId = paid.SubscriptionId,
            },
            OfferOutcome.Refunded refunded => response with { Charged = MoneyResponse.Of(refunded.Charged) },
            OfferOutcome.Scheduled scheduled => response with { EffectiveAt = scheduled.EffectiveAt },
            OfferOutcome.ActionRequired step => response with { RedirectUrl = step.Url },
            OfferOutcome.CheckoutRequired page => response with { RedirectUrl = page.CheckoutUrl },
            OfferOutcome.Declined declined => response with { RedirectUrl = declined.CheckoutUrl },
            OfferOutcome.Refused refused => response with
            {
                RedirectUrl = refused.CheckoutUrl,
                CanRetry = refused.CanRetry,
            },
            OfferOutcome.Changed changed => response with { Offer = OfferResponse.Of(changed.Offer), CanRetry = true },
            _ => response,
        };
    }

    public static OutcomeResponse Of(PlanChangeOutcome outcome)
    {
        var response = New(StatusOf(outcome), outcome.CustomerMessage, outcome.PaymentId) with
        {
            SubscriptionId = outcome.SubscriptionId,
        };
        return outcome switch
        {
            PlanChangeOutcome.Changed changed => response with { Charged = MoneyResponse.Of(changed.Charged) },
            PlanChangeOutcome.Refunded refunded => response with { Charged = MoneyResponse.Of(refunded.Charged) },
            PlanChangeOutcome.Scheduled scheduled => response with { EffectiveAt = scheduled.EffectiveAt },
            PlanChangeOutcome.ActionRequired step => response with { RedirectUrl = step.Url },
            PlanChangeOutcome.QuoteChanged changed => response with { Quote = QuoteResponse.Of(changed.NewQuote) },
            _ => response,
        };
    }

    private static string StatusOf(ChargeOutcome outcome) =>
        outcome switch
        {
            ChargeOutcome.Succeeded => "succeeded",
            ChargeOutcome.ActionRequired => "action_required",
            ChargeOutcome.CheckoutRequired => "checkout_required",
            ChargeOutcome.Declined => "declined",
            ChargeOutcome.Refused => "refused",
            ChargeOutcome.Refunded => "refunded",
            ChargeOutcome.NotCharged => "not_charged",
            _ => "pending",
        };

    private static string StatusOf(OfferOutcome outcome) =>
        outcome switch
        {
            OfferOutcome.Succeeded => "succeeded",
            OfferOutcome.Scheduled => "scheduled",
            OfferOutcome.ActionRequired => "action_required",
            OfferOutcome.CheckoutRequired => "checkout_required",
            OfferOutcome.Declined => "declined",
            OfferOutcome.Refused => "refused",
            OfferOutcome.Changed => "changed",
            OfferOutcome.Refunded => "refunded",
            OfferOutcome.NotAvailable => "not_available",
            _ => "pending",
        };

    private static string StatusOf(PlanChangeOutcome outcome) =>
        outcome switch
        {
            PlanChangeOutcome.Changed => "succeeded",
            PlanChangeOutcome.Scheduled => "scheduled",
            PlanChangeOutcome.ActionRequired => "action_required",
            PlanChangeOutcome.PaymentFailed => "declined",
            PlanChangeOutcome.Refused => "refused",
            PlanChangeOutcome.QuoteChanged => "changed",
            PlanChangeOutcome.Refunded => "refunded",
            _ => "pending",
        };

    private static OutcomeResponse New(string status, string message, string? paymentId) =>
        new()
        {
            Status = status,
            Message = message,
            PaymentId = paymentId,
        };
}
