namespace DodoUpsell;

/// <summary>Specifies the settings of the subscription that a checkout session starts.</summary>
public sealed record CheckoutSubscriptionData : ApiObject
{
    /// <summary>
    /// Gets the length of the trial in days, which replaces that of the product. Must be between 0 and 10000.
    /// </summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>Gets the on-demand settings, which make the subscription an on-demand subscription.</summary>
    public OnDemandOptions? OnDemand { get; init; }

    internal void Validate(string name)
    {
        Check.Between(TrialPeriodDays, 0, 10_000, nameof(TrialPeriodDays), name);
        OnDemand?.Validate($"{name}.{nameof(OnDemand)}");
    }
}
