namespace DodoUpsell;

/// <summary>
/// The answer to a plan change (<c>POST /subscriptions/{subscription_id}/change-plan</c>): accepted, not paid and
/// perhaps not applied. All null from older versions of the API and whenever the saved method is charged.
/// </summary>
public sealed record ChangePlanResult : ApiObject
{
    /// <summary>Gets the payment, when it is collected on a page.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Gets where the customer pays, when it is collected on a page.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>For the checkout SDK in the browser, when it is collected on a page.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets when <see cref="PaymentLink"/> stops working.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }
}
