namespace DodoUpsell;

/// <summary>
/// Represents the response to a plan change (<c>POST /subscriptions/{subscription_id}/change-plan</c>). The change is
/// accepted; it is not necessarily paid or applied. All properties are null from older versions of the API and whenever
/// the saved payment method is charged.
/// </summary>
public sealed record ChangePlanResult : ApiObject
{
    /// <summary>Gets the id of the payment if it is collected on a hosted page.</summary>
    public string? PaymentId { get; init; }

    /// <summary>
    /// Gets the URL of the hosted page on which the customer pays, if the payment is collected there.
    /// </summary>
    public string? PaymentLink { get; init; }

    /// <summary>
    /// Gets the client secret for the checkout SDK in the browser, if the payment is collected on a hosted page.
    /// </summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets the time at which <see cref="PaymentLink"/> expires.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }
}
