namespace DodoUpsell.Webhooks;

/// <summary>Gives an event the object of a newer delivery about the same subject.</summary>
internal static class StateReplacement
{
    /// <summary>The event as it is but for its data; null when the two do not carry the same kind of object.</summary>
    public static WebhookEvent? Of(WebhookEvent webhookEvent, WebhookEvent newer) => (webhookEvent, newer) switch
    {
        (PaymentEvent old, PaymentEvent fresh) => old with { Data = fresh.Data },
        (SubscriptionEvent old, SubscriptionEvent fresh) => old with { Data = fresh.Data },
        (RefundEvent old, RefundEvent fresh) => old with { Data = fresh.Data },
        (DisputeEvent old, DisputeEvent fresh) => old with { Data = fresh.Data },
        (LicenseKeyEvent old, LicenseKeyEvent fresh) => old with { Data = fresh.Data },
        (CreditEvent old, CreditEvent fresh) => old with { Data = fresh.Data },
        (CreditBalanceLowEvent old, CreditBalanceLowEvent fresh) => old with { Data = fresh.Data },
        (AbandonedCheckoutEvent old, AbandonedCheckoutEvent fresh) => old with { Data = fresh.Data },
        (DunningEvent old, DunningEvent fresh) => old with { Data = fresh.Data },
        (EntitlementGrantEvent old, EntitlementGrantEvent fresh) => old with { Data = fresh.Data },
        (PayoutEvent old, PayoutEvent fresh) => old with { Data = fresh.Data },
        _ => null,
    };
}
