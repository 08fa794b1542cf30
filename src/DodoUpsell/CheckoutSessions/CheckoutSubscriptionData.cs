namespace DodoUpsell;

/// <summary>Settings of the subscription that a checkout starts.</summary>
public sealed record CheckoutSubscriptionData : ApiObject
{
    /// <summary>Days of trial, 0 to 10000, in place of the product's own.</summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>Makes the subscription on-demand.</summary>
    public OnDemandOptions? OnDemand { get; init; }

    internal void Validate(string name)
    {
        Check.Between(TrialPeriodDays, 0, 10_000, nameof(TrialPeriodDays), name);
        OnDemand?.Validate($"{name}.{nameof(OnDemand)}");
    }
}
