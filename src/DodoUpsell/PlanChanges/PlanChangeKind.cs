namespace DodoUpsell;

/// <summary>What kind of change a quote is for.</summary>
public enum PlanChangeKind
{
    /// <summary>To a plan with a higher price, billed as often.</summary>
    Upgrade = 0,

    /// <summary>To a plan with a lower price, billed as often.</summary>
    Downgrade = 1,

    /// <summary>To a plan of the same price, or one that is billed in another rhythm.</summary>
    Crossgrade = 2,

    /// <summary>The same plan with more or fewer seats.</summary>
    Seats = 3,

    /// <summary>The same plan and seats with other add-ons.</summary>
    Addons = 4,

    /// <summary>Nothing but other discounts.</summary>
    Discounts = 5,
}
