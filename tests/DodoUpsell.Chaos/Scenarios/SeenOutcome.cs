namespace DodoUpsell.Chaos;

/// <summary>What a click showed: the case, the payment that access was granted for, and the page the customer was sent to.</summary>
internal sealed record SeenOutcome(string Case, string? GrantedPayment, string? Page, bool IsAuthentication)
{
    public static SeenOutcome Of(ChargeOutcome? outcome) => new(
        outcome?.ToString() ?? "NotReached",
        (outcome as ChargeOutcome.Succeeded)?.PaymentId,
        outcome switch
        {
            ChargeOutcome.ActionRequired step => step.Url,
            ChargeOutcome.CheckoutRequired checkout => checkout.CheckoutUrl,
            ChargeOutcome.Declined declined => declined.CheckoutUrl,
            ChargeOutcome.Refused refused => refused.CheckoutUrl,
            _ => null,
        },
        outcome is ChargeOutcome.ActionRequired);
}
