namespace DodoUpsell;

/// <summary>
/// Represents one of several subscriptions that a previewed cart would start. Amounts are in minor units of
/// <see cref="CheckoutPreview.Currency"/>; <see cref="CheckoutPreview.DueNowOf"/> and
/// <see cref="CheckoutPreview.DuePerPeriodOf"/> return them as <see cref="Money"/>.
/// </summary>
public sealed record CheckoutPreviewSubscription : ApiObject
{
    /// <summary>Gets the id of the subscribed product.</summary>
    public required string ProductId { get; init; }

    /// <summary>
    /// Gets the amount that is due now, including tax, or null if the response does not contain it. Do not treat null
    /// as zero.
    /// </summary>
    public long? AmountDueNow { get; init; }

    /// <summary>Gets the tax in <see cref="AmountDueNow"/>, or null if there is none.</summary>
    public long? TaxDueNow { get; init; }

    /// <summary>
    /// Gets the amount that is due every period, including tax, or null if the response does not contain it. Do not
    /// treat null as zero.
    /// </summary>
    public long? RecurringAmount { get; init; }

    /// <summary>Gets the tax in <see cref="RecurringAmount"/>, or null if there is none.</summary>
    public long? RecurringTax { get; init; }

    /// <summary>
    /// Gets the estimated next renewal date if the subscription starts now, or null if the response does not contain
    /// it.
    /// </summary>
    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>Gets the length of the free or paid trial in days, or null if there is no trial.</summary>
    public int? TrialPeriodDays { get; init; }
}
