namespace DodoUpsell.Chaos;

/// <summary>
/// The outcome that a click showed: the case, the payment for which access was granted, and the page to which the
/// customer was sent.
/// </summary>
internal sealed record SeenOutcome(string Key, string Case)
{
    /// <summary>The payment for which the app would grant access.</summary>
    public string? GrantedPayment { get; init; }

    /// <summary>Whether the app would show that the plan has changed or will change.</summary>
    public bool IsChanged { get; init; }

    public string? Page { get; init; }

    public bool IsAuthentication { get; init; }

    public static SeenOutcome Of(ChargeOutcome outcome) =>
        new(outcome.Key.Value, outcome.ToString())
        {
            GrantedPayment = (outcome as ChargeOutcome.Succeeded)?.PaymentId,
            Page = outcome switch
            {
                ChargeOutcome.ActionRequired step => step.Url,
                ChargeOutcome.CheckoutRequired checkout => checkout.CheckoutUrl,
                ChargeOutcome.Declined declined => declined.CheckoutUrl,
                ChargeOutcome.Refused refused => refused.CheckoutUrl,
                _ => null,
            },
            IsAuthentication = outcome is ChargeOutcome.ActionRequired,
        };

    public static SeenOutcome Of(string key, PlanChangeOutcome outcome) =>
        new(
            key,
            outcome is PlanChangeOutcome.Refused refused ? $"Refused({refused.Refusal.Reason})" : outcome.GetType().Name
        )
        {
            GrantedPayment = (outcome as PlanChangeOutcome.Changed)?.PaymentId,
            IsChanged = outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.Scheduled,
            Page = (outcome as PlanChangeOutcome.ActionRequired)?.Url,
            IsAuthentication = outcome is PlanChangeOutcome.ActionRequired,
        };

    public static SeenOutcome Of(string key, OfferOutcome outcome) =>
        new(key, outcome is OfferOutcome.NotAvailable gone ? $"NotAvailable({gone.Reason})" : outcome.GetType().Name)
        {
            GrantedPayment = (outcome as OfferOutcome.Succeeded)?.PaymentId,
            IsChanged = outcome is OfferOutcome.Succeeded or OfferOutcome.Scheduled,
            Page = outcome switch
            {
                OfferOutcome.ActionRequired step => step.Url,
                OfferOutcome.CheckoutRequired checkout => checkout.CheckoutUrl,
                OfferOutcome.Declined declined => declined.CheckoutUrl,
                OfferOutcome.Refused refused => refused.CheckoutUrl,
                _ => null,
            },
            IsAuthentication = outcome is OfferOutcome.ActionRequired,
        };

    public static SeenOutcome Failed(string key, DodoException failure) => new(key, failure.GetType().Name);
}
