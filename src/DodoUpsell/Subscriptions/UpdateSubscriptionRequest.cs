using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// What to change about a subscription (<c>PATCH /subscriptions/{subscription_id}</c>). What is not set stays as it is.
/// </summary>
/// <remarks>Product, quantity and add-ons are changed by <see cref="ChangePlanRequest"/> instead.</remarks>
public sealed record UpdateSubscriptionRequest : ApiObject
{
    /// <summary>
    /// True to end it with the current period, false to take that back. Its status stays as it is until then.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> CancelAtNextBillingDate { get; init; }

    /// <summary>
    /// Gets <see cref="SubscriptionStatus.Cancelled"/> cancels at once. <see cref="SubscriptionStatus.Paused"/> and
    /// <see cref="SubscriptionStatus.Active"/> pause and resume, and must be the only thing that is set.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<SubscriptionStatus?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<SubscriptionStatus?> Status { get; init; }

    /// <summary>
    /// Gets how older versions of the API paused. Newer ones refuse it: set <see cref="Status"/>. Must be the only
    /// thing that is set.
    /// </summary>
    [JsonConverter(typeof(PatchConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<bool?> Pause { get; init; }

    /// <summary>Gets who cancels.</summary>
    [JsonConverter(typeof(PatchConverter<CancelReason?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<CancelReason?> CancelReason { get; init; }

    /// <summary>Gets why the customer cancels.</summary>
    [JsonConverter(typeof(PatchConverter<CancellationFeedback?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<CancellationFeedback?> CancellationFeedback { get; init; }

    /// <summary>Gets what the customer added. Only when cancelling.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> CancellationComment { get; init; }

    /// <summary>Gets when it renews next; in the future. During a trial it moves the trial's end.</summary>
    [JsonConverter(typeof(PatchConverter<DateTimeOffset?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DateTimeOffset?> NextBillingDate { get; init; }

    /// <summary>Gets a longer term, in <see cref="SubscriptionPeriodInterval"/>s; it cannot be made shorter.</summary>
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

    /// <summary>Gets the customer's new name.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> CustomerName { get; init; }

    /// <summary>Gets the buyer's new tax id.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> TaxId { get; init; }

    /// <summary>Gets the business that goes with the tax id, at most 250 characters; null clears it.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> CustomerBusinessName { get; init; }

    /// <summary>Turns an on-demand subscription into one that renews by itself.</summary>
    [JsonConverter(typeof(PatchConverter<DisableOnDemand?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<DisableOnDemand?> DisableOnDemand { get; init; }

    /// <summary>New settings for the credits that come with it.</summary>
    [JsonConverter(typeof(PatchConverter<IReadOnlyList<UpdateCreditEntitlement>?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<IReadOnlyList<UpdateCreditEntitlement>?> CreditEntitlementCart { get; init; }

    /// <summary>Replaces your data on the subscription.</summary>
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
            "must be the only property that is set when it pauses or resumes"
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
