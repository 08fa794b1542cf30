using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Specifies the changes to a subscription (<c>PATCH /subscriptions/{subscription_id}</c>). Properties that are not set
/// are unchanged.
/// </summary>
/// <remarks>Use <see cref="ChangePlanRequest"/> to change the product, quantity or add-ons.</remarks>
public sealed record UpdateSubscriptionRequest : ApiObject
{
    /// <summary>
    /// Gets whether the subscription ends with the current period. True schedules the cancellation, and false revokes
    /// it. The status is unchanged until the end of the period.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> CancelAtNextBillingDate { get; init; }

    /// <summary>
    /// Gets the new status. <see cref="SubscriptionStatus.Cancelled"/> cancels at once.
    /// <see cref="SubscriptionStatus.Paused"/> and <see cref="SubscriptionStatus.Active"/> pause and resume the
    /// subscription, and must be the only property that is set.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<SubscriptionStatus?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<SubscriptionStatus?> Status { get; init; }

    /// <summary>
    /// Gets whether the subscription is paused. Only for older versions of the API; newer versions refuse it, so use
    /// <see cref="Status"/> instead. Must be the only property that is set.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> Pause { get; init; }

    /// <summary>Gets by whom or for what reason the subscription is cancelled.</summary>
    [JsonConverter(typeof(PatchConverter<CancelReason?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<CancelReason?> CancelReason { get; init; }

    /// <summary>Gets the customer's reason for the cancellation.</summary>
    [JsonConverter(typeof(PatchConverter<CancellationFeedback?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<CancellationFeedback?> CancellationFeedback { get; init; }

    /// <summary>Gets the customer's comment on the cancellation. Only when cancelling.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> CancellationComment { get; init; }

    /// <summary>
    /// Gets the time of the next renewal. Must be in the future. During a trial, it moves the end of the trial.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<DateTimeOffset?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DateTimeOffset?> NextBillingDate { get; init; }

    /// <summary>
    /// Gets the new term, in units of <see cref="SubscriptionPeriodInterval"/>. The term can be extended, but not
    /// shortened.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<int?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<int?> SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    [JsonConverter(typeof(PatchConverter<TimeInterval?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<TimeInterval?> SubscriptionPeriodInterval { get; init; }

    /// <summary>Gets the new billing address.</summary>
    [JsonConverter(typeof(PatchConverter<BillingAddress?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<BillingAddress?> Billing { get; init; }

    /// <summary>Gets the new name of the customer.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> CustomerName { get; init; }

    /// <summary>Gets the new tax id of the buyer.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> TaxId { get; init; }

    /// <summary>Gets the business name that belongs to the tax id, at most 250 characters. Null clears it.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> CustomerBusinessName { get; init; }

    /// <summary>Gets the settings that turn an on-demand subscription into one that renews automatically.</summary>
    [JsonConverter(typeof(PatchConverter<DisableOnDemand?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DisableOnDemand?> DisableOnDemand { get; init; }

    /// <summary>Gets the new settings of the credits that come with the subscription.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<UpdateCreditEntitlement>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<UpdateCreditEntitlement>?> CreditEntitlementCart { get; init; }

    /// <summary>Gets the metadata that replaces your metadata on the subscription.</summary>
    [JsonConverter(typeof(PatchConverter<Metadata?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<Metadata?> Metadata { get; init; }

    internal void Validate()
    {
        var set = CountOfSet();
        Check.That(set > 0, "request", "must set at least one property");
        Check.That(set == 1 || !Pause.IsSet, nameof(Pause), "must be the only property that is set");
        Check.That(
            set == 1 || !PausesOrResumes,
            nameof(Status),
            "must be the only property that is set when it is Paused or Active"
        );

        if (SubscriptionPeriodCount.IsSet)
            Check.AtLeast(SubscriptionPeriodCount.Value, 1, nameof(SubscriptionPeriodCount));
        if (Billing.IsSet)
            Billing.Value?.Validate(nameof(Billing));
        if (CustomerBusinessName.IsSet)
            Check.LengthAtMost(CustomerBusinessName.Value, Check.MaxBusinessNameLength, nameof(CustomerBusinessName));
        if (CreditEntitlementCart.IsSet)
            Check.Each(
                CreditEntitlementCart.Value,
                nameof(CreditEntitlementCart),
                static (credits, path) => credits.Validate(path)
            );
        if (Metadata.IsSet)
            Check.Metadata(Metadata.Value, nameof(Metadata));
    }

    private bool PausesOrResumes =>
        Status.IsSet && (Status.Value == SubscriptionStatus.Paused || Status.Value == SubscriptionStatus.Active);

    private int CountOfSet()
    {
        ReadOnlySpan<bool> set =
        [
            CancelAtNextBillingDate.IsSet,
            Status.IsSet,
            Pause.IsSet,
            CancelReason.IsSet,
            CancellationFeedback.IsSet,
            CancellationComment.IsSet,
            NextBillingDate.IsSet,
            SubscriptionPeriodCount.IsSet,
            SubscriptionPeriodInterval.IsSet,
            Billing.IsSet,
            CustomerName.IsSet,
            TaxId.IsSet,
            CustomerBusinessName.IsSet,
            DisableOnDemand.IsSet,
            CreditEntitlementCart.IsSet,
            Metadata.IsSet,
        ];
        return set.Count(true) + AdditionalProperties.Count;
    }
}
