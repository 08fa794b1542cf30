namespace DodoUpsell;

/// <summary>
/// One of several subscriptions that a previewed cart would start. Amounts are minor units of
/// <see cref="CheckoutPreview.Currency"/>; <see cref="CheckoutPreview.DueNowOf"/> and
/// <see cref="CheckoutPreview.DuePerPeriodOf"/> return them as <see cref="Money"/>.
/// </summary>
public sealed record CheckoutPreviewSubscription : ApiObject
{
    /// <summary>Gets the id of the subscribed product.</summary>
    public required string ProductId { get; init; }

    /// <summary>
    /// Gets what is due now, tax included; null when the answer does not say it. Never take null for nothing.
    /// </summary>
    public long? AmountDueNow { get; init; }

    /// <summary>Gets the tax in <see cref="AmountDueNow"/>, or null if there is none.</summary>
    public long? TaxDueNow { get; init; }

    /// <summary>
    /// Gets what is due every period, tax included; null when the answer does not say it. Never take null for nothing.
    /// </summary>
    public long? RecurringAmount { get; init; }

    /// <summary>Gets the tax in <see cref="RecurringAmount"/>, or null if there is none.</summary>
    public long? RecurringTax { get; init; }

    /// <summary>
    /// Gets when it would renew next, reckoned from now; an estimate, and null if the answer does not say it.
    /// </summary>
    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>Gets the days of trial, free or paid, or null if there are none.</summary>
    public int? TrialPeriodDays { get; init; }
}
